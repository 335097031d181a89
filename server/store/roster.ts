/** What was laid down for single days of the roster, and who is away. */
import { sql } from 'kysely';
import type { PlannedDuty, PlannedLeave } from '../desk/roster-plan.ts';
import type { Db, Trx } from './database.ts';

export interface StoredLeave extends PlannedLeave {
  id: number;
}

export interface StoredPlan {
  duty: PlannedDuty[];
  leave: StoredLeave[];
}

/** Who changed it, and when; epoch milliseconds. */
export interface ChangedBy {
  by: string;
  now: number;
}

/** Any number; the same in every replica. */
const PLANNING_LOCK = 7_306_102;

/** Nobody else changes the roster until the transaction ends. */
export async function lockPlan(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${PLANNING_LOCK}::bigint)`.execute(trx);
}

export async function readPlan(db: Db): Promise<StoredPlan> {
  const duty = await db
    .selectFrom('roster_duty')
    .select([sql<string>`to_char(day, 'YYYY-MM-DD')`.as('date'), 'team', 'shift', 'person', 'phone'])
    .orderBy('day')
    .orderBy('team')
    .orderBy('shift')
    .execute();
  const leave = await db
    .selectFrom('roster_leave')
    .select([
      'id',
      'person',
      'substitute',
      sql<string>`to_char(first_day, 'YYYY-MM-DD')`.as('from'),
      sql<string>`to_char(last_day, 'YYYY-MM-DD')`.as('to'),
    ])
    .orderBy('first_day')
    .orderBy('id')
    .execute();
  return { duty: duty.map(({ shift, ...row }) => ({ ...row, shift: shift || null })), leave };
}

/** Stands in the place of all that was laid down for these days and teams. */
export async function replaceDuty(
  trx: Trx,
  duty: readonly PlannedDuty[],
  { by, now }: ChangedBy,
): Promise<void> {
  if (duty.length === 0) return;
  const rows = duty.map(({ date, team, shift, person, phone }) => ({
    day: date,
    team,
    shift: shift ?? '',
    person,
    phone,
  }));
  await sql`
    delete from roster_duty d using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (day date, team text)
    where d.day = g.day and d.team = g.team`.execute(trx);
  await sql`
    insert into roster_duty (day, team, shift, person, phone, changed_by, changed_at)
    select g.day, g.team, g.shift, g.person, g.phone, ${by}, ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (day date, team text, shift text, person text, phone text)`.execute(
    trx,
  );
}

/** The rotation holds again for the team from the first to the last day. */
export async function clearDuty(
  trx: Trx,
  { team, from, to }: { team: string; from: string; to: string },
): Promise<void> {
  await trx
    .deleteFrom('roster_duty')
    .where('team', '=', team)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute();
}

export async function addLeave(
  trx: Trx,
  leave: readonly PlannedLeave[],
  { by, now }: ChangedBy,
): Promise<void> {
  if (leave.length === 0) return;
  const rows = leave.map(({ person, from, to, substitute }) => ({
    person,
    first_day: from,
    last_day: to,
    substitute,
    changed_by: by,
    changed_at: new Date(now),
  }));
  await trx.insertInto('roster_leave').values(rows).execute();
}

/** False where there is none. */
export async function removeLeave(trx: Trx, id: number): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('roster_leave').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}
