/** What whoever watches the desk looks at as a whole. Each list is bounded, and found by an index however many tickets there are. */
import { type SqlBool, sql } from 'kysely';
import type { TicketState } from '../desk/ticket-state.ts';
import type { Db } from './database.ts';
import { type StoredTicket, ticketsById } from './tickets.ts';

const IN_WORK = sql<SqlBool>`status in ('new', 'assigned', 'accepted', 'on_hold')`;

/** In work with a missed target, the most urgent first, and those to which something happens until `until` (epoch milliseconds). */
export async function ticketsToWatch(db: Db, until: number, limit: number): Promise<StoredTicket[]> {
  const { rows } = await sql<{ id: number }>`
    (select id from ticket where ${IN_WORK} and breached <> '[]' order by priority, id limit ${limit})
    union
    (select d.ticket_id from (
       select ticket_id from ticket_due where next_at <= ${new Date(until)} order by next_at limit ${limit}
     ) d)`.execute(db);
  return ticketsById(
    db,
    rows.map(({ id }) => Number(id)),
  );
}

/** The tickets that stand for an incident, the newest first. */
export async function openIncidents(db: Db, limit: number): Promise<StoredTicket[]> {
  const rows = await db
    .selectFrom('ticket')
    .select('id')
    .where(IN_WORK)
    .where(sql<SqlBool>`incident = number`)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  const found = await ticketsById(
    db,
    rows.map(({ id }) => id),
  );
  return found.reverse();
}

export type IncidentReport = Pick<TicketState, 'number' | 'title' | 'status' | 'requester' | 'location'> & {
  incident: string | null;
};

/** The reports behind incidents, by the number of the ticket that stands for each; itself is not among them. */
export async function reportsBehind(db: Db, incidents: readonly string[]): Promise<IncidentReport[]> {
  if (incidents.length === 0) return [];
  return db
    .selectFrom('ticket')
    .select(['number', 'title', 'status', 'requester', 'location', 'incident'])
    .where('incident', 'in', [...incidents])
    .where(sql<SqlBool>`incident <> number`)
    .orderBy('id')
    .execute();
}

/** In work with a vendor, the oldest first. */
export async function ticketsOfVendors(db: Db, limit: number): Promise<StoredTicket[]> {
  const rows = await db
    .selectFrom('ticket')
    .select('id')
    .where(IN_WORK)
    .where('vendor', 'is not', null)
    .orderBy('vendor')
    .orderBy('id')
    .limit(limit)
    .execute();
  return ticketsById(
    db,
    rows.map(({ id }) => id),
  );
}
