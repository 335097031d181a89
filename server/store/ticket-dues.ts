/** When something happens next to each target of a ticket. A pass looks at what is due, never at what is open. */
import { sql } from 'kysely';
import type { Trx } from './database.ts';
import { later } from './driver/later.ts';

export interface NextMoment {
  target: string;
  /** Epoch milliseconds. */
  at: number;
}

/** The moments of a ticket that has none yet. */
export async function insertDues(trx: Trx, number: string, moments: readonly NextMoment[]): Promise<void> {
  if (moments.length === 0) return;
  const rows = moments.map(({ target, at }) => ({ target, next_at: new Date(at) }));
  const inserting = sql`
    insert into ticket_due (ticket_id, target, next_at)
    select ticket.id, g.target, g.next_at
    from ticket, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (target text, next_at timestamptz)
    where ticket.number = ${number}`;
  await later(trx, inserting.compile(trx));
}

/** Puts the moments of each ticket in the place of those it had. */
export async function saveDues(
  trx: Trx,
  tickets: readonly { id: number; moments: readonly NextMoment[] }[],
): Promise<void> {
  if (tickets.length === 0) return;
  const ids = tickets.map(({ id }) => id);
  const rows = tickets.flatMap(({ id, moments }) =>
    moments.map(({ target, at }) => ({ ticket_id: id, target, next_at: new Date(at).toISOString() })),
  );
  const saving = sql`
    with given as (
      select ticket_id, target, next_at from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (ticket_id bigint, target text, next_at timestamptz)
    ), gone as (
      delete from ticket_due d where d.ticket_id in (${sql.join(ids)})
        and not exists (select 1 from given g where g.ticket_id = d.ticket_id and g.target = d.target)
    )
    insert into ticket_due (ticket_id, target, next_at) select ticket_id, target, next_at from given
    on conflict (ticket_id, target) do update set next_at = excluded.next_at
    where ticket_due.next_at <> excluded.next_at`;
  await later(trx, saving.compile(trx));
}

/**
 * Up to `limit` tickets to which something happens at `now` or before it, the longest due first, locked; what another
 * replica holds is left to it.
 */
export async function lockDueTickets(trx: Trx, now: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select t.id from ticket t
    where t.id in (select d.ticket_id from ticket_due d where d.next_at <= ${new Date(now)} order by d.next_at limit ${limit})
    order by t.id for update skip locked`.execute(trx);
  return rows.map(({ id }) => Number(id));
}
