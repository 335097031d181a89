/** Tasks of meetings over all meetings: who has how many, and which need attention. */
import { sql } from 'kysely';
import type { Span } from '../desk/alternatives.ts';
import type { MeetingState } from '../desk/meeting-state.ts';
import type { Db, Trx } from './database.ts';
import { toMeeting } from './meeting-rows.ts';
import { type StoredMeeting, withHistories } from './meetings.ts';

const HALF_A_DAY_MS = 12 * 60 * 60 * 1000;

/** How many open tasks each person has around the meeting, by name; its own do not count. */
export async function openTaskLoad(db: Db, meeting: Span & { number: string }): Promise<Map<string, number>> {
  const from = new Date(meeting.start - HALF_A_DAY_MS);
  const to = new Date(meeting.end + HALF_A_DAY_MS);
  const { rows } = await sql<{ assignee: string; open: number }>`
    select task ->> 'assignee' as assignee, count(*)::int as open
    from meeting, jsonb_array_elements(tasks) as task
    where status <> 'cancelled' and tstzrange(block_from, block_to) && tstzrange(${from}::timestamptz, ${to}::timestamptz)
      and number <> ${meeting.number} and task ->> 'doneAt' is null and task ->> 'assignee' is not null
    group by 1`.execute(db);
  return new Map(rows.map(({ assignee, open }) => [assignee, open]));
}

/** Meetings to come whose rooms need somebody's agreement that they do not have; of a series the first stands for all. */
export async function awaitingAgreement(db: Db, now: number): Promise<MeetingState[]> {
  const rows = await db
    .selectFrom('meeting')
    .selectAll()
    .where(sql<boolean>`approval is not null and approval ->> 'decision' is null and status = 'requested'`)
    .where('end_at', '>', new Date(now))
    .where((eb) => eb.or([eb('series', 'is', null), eb('series', '=', eb.ref('number'))]))
    .orderBy('id')
    .execute();
  return rows.map(toMeeting);
}

/** Meetings that need attention at `now`, which nobody else attends to meanwhile. */
export async function lockWatched(trx: Trx, now: number, limit: number): Promise<StoredMeeting[]> {
  const rows = await trx
    .selectFrom('meeting')
    .selectAll()
    .where('watch_at', '<=', new Date(now))
    .orderBy('watch_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return withHistories(trx, rows);
}
