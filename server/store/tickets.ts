/** Tickets and their histories as they are stored. */
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Report } from '../../bot/similar.ts';
import type { Address, Category } from '../../bot/types.ts';
import { isNumber } from '../desk/numbers.ts';
import type { Account } from '../desk/person.ts';
import { IN_WORK_STATUSES } from '../desk/ticket.ts';
import type { TicketStatus } from '../desk/ticket-record.ts';
import type { Entry, TicketState } from '../desk/ticket-state.ts';
import type { Db, Trx } from './database.ts';
import { later } from './driver/later.ts';
import type { Schema } from './schema/schema.ts';
import { insertDues, type NextMoment, saveDues } from './ticket-dues.ts';
import {
  climbsJson,
  type HistoryLine,
  type StoredTicket,
  TICKET_COLUMNS,
  type TicketRow,
  toRow,
  toStored,
} from './ticket-rows.ts';
import { ofWords } from './ticket-search.ts';

export type { StoredTicket };

/** Its columns by name: a statement that takes them all could not be kept prepared over a newer replica's migration. */
const selectTickets = (db: Db) => db.selectFrom('ticket').select(TICKET_COLUMNS);

/** The histories come along, as the same look at the database finds them. */
const selectWithHistories = (db: Db) =>
  selectTickets(db).select(
    sql<HistoryLine[]>`(
      select coalesce(jsonb_agg(to_jsonb(h) - 'id' - 'ticket_id' order by h.id), '[]')
      from ticket_history h where h.ticket_id = ticket.id)`.as('history'),
  );

/** `moments`: when something happens next to its targets. */
export async function insertTicket(
  trx: Trx,
  ticket: TicketState,
  address: Address,
  history: Entry[],
  moments: readonly NextMoment[],
): Promise<void> {
  const row = { ...toRow(ticket), address: JSON.stringify(address) };
  await later(trx, trx.insertInto('ticket').values(row).compile());
  await insertHistory(trx, [{ number: ticket.number, entries: history }]);
  await insertDues(trx, ticket.number, moments);
}

/** Saves the ticket as it stands now, adds to its history, and says when something happens next to it. */
export async function saveTicket(
  trx: Trx,
  id: number,
  ticket: TicketState,
  added: Entry[],
  moments: readonly NextMoment[],
): Promise<void> {
  await later(trx, trx.updateTable('ticket').set(toRow(ticket)).where('id', '=', id).compile());
  await insertHistory(trx, [{ number: ticket.number, entries: added }]);
  await saveDues(trx, [{ id, moments }]);
}

/** Entries go as one value, so that the statement is the same for however many. */
async function insertHistory(
  trx: Trx,
  tickets: readonly { number: string; entries: readonly Entry[] }[],
): Promise<void> {
  const lines = tickets.flatMap(({ number, entries }) =>
    entries.map(({ at, actor, action, detail }) => ({ number, at: new Date(at), actor, action, detail })),
  );
  if (lines.length === 0) return;
  const inserting = sql`
    insert into ticket_history (ticket_id, at, actor, action, detail)
    select (select id from ticket where number = line->>'number'),
           (line->>'at')::timestamptz, line->>'actor', line->>'action', line->'detail'
    from jsonb_array_elements(${JSON.stringify(lines)}::jsonb) with ordinality as t (line, n)
    order by n`;
  await later(trx, inserting.compile(trx));
}

export interface ClimbedTicket {
  id: number;
  ticket: TicketState;
  added: Entry[];
  moments: readonly NextMoment[];
}

/** Saves what the ladder changes of many tickets, in a few statements however many they are. */
export async function saveClimbed(trx: Trx, tickets: readonly ClimbedTicket[]): Promise<void> {
  if (tickets.length === 0) return;
  const at = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());
  const rows = tickets.map(({ id, ticket }) => ({
    id,
    breached: ticket.breached,
    climbs: climbsJson(ticket.climbs),
    escalation_level: ticket.escalationLevel,
    escalated_at: at(ticket.escalatedAt),
    expected_at: at(ticket.expectedAt),
    updated_at: at(ticket.updatedAt),
    version: ticket.version,
  }));
  const updating = sql`
    update ticket t set breached = c.breached, climbs = c.climbs, escalation_level = c.escalation_level,
      escalated_at = c.escalated_at, expected_at = c.expected_at, updated_at = c.updated_at, version = c.version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (id bigint, breached jsonb, climbs jsonb,
      escalation_level integer, escalated_at timestamptz, expected_at timestamptz, updated_at timestamptz, version integer)
    where t.id = c.id`;
  await later(trx, updating.compile(trx));
  await insertHistory(
    trx,
    tickets.map(({ ticket, added }) => ({ number: ticket.number, entries: added })),
  );
  await saveDues(trx, tickets);
}

/** Tickets by their ids, the lowest first. */
export async function ticketsById(db: Db, ids: readonly number[]): Promise<StoredTicket[]> {
  if (ids.length === 0) return [];
  const rows = await selectWithHistories(db)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();
  return rows.map((row) => toStored(row, row.history));
}

export async function findTicket(db: Db, number: string): Promise<StoredTicket | null> {
  if (!isNumber('ticket', number)) return null;
  const row = await selectWithHistories(db).where('number', '=', number).executeTakeFirst();
  return row === undefined ? null : toStored(row, row.history);
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockTicket(trx: Trx, number: string): Promise<StoredTicket | null> {
  if (!isNumber('ticket', number)) return null;
  const rows = await selectTickets(trx).where('number', '=', number).forUpdate().execute();
  return (await withHistories(trx, rows))[0] ?? null;
}

/** For locked tickets: what was written while the lock was waited for is seen by the next statement only. */
async function withHistories(trx: Trx, rows: TicketRow[]): Promise<StoredTicket[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const lines = await trx
    .selectFrom('ticket_history')
    .select(['ticket_id', 'at', 'actor', 'action', 'detail'])
    .where('ticket_id', 'in', ids)
    .orderBy('id')
    .execute();
  const byTicket = Map.groupBy(lines, (line) => line.ticket_id);
  return rows.map((row) => toStored(row, byTicket.get(row.id) ?? []));
}

/** The ticket that another program knows under the id; nobody else opens one of it until the transaction ends. */
export async function claimExternalId(trx: Trx, externalId: string): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${externalId}, 0))`.execute(trx);
  const row = await trx
    .selectFrom('ticket')
    .select('number')
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  return row?.number ?? null;
}

/** Tickets whose equipment waits for a department's approval, the oldest first. */
export async function awaitingApproval(db: Db): Promise<StoredTicket[]> {
  const rows = await selectWithHistories(db)
    .where(sql<SqlBool>`send_out ->> 'status' = 'requested'`)
    .where('status', 'in', IN_WORK_STATUSES)
    .orderBy('id')
    .execute();
  return rows.map((row) => toStored(row, row.history));
}

/** A fault as it is compared with another. */
export interface RecentFault extends Report {
  number: string;
  requester: TicketState['requester'];
  incident: string | null;
  noIncident: boolean;
}

/** Faults of a category in work that were opened since `since` (epoch milliseconds), the oldest first. */
export async function recentFaults(
  db: Db,
  category: Category,
  since: number,
  limit: number,
): Promise<RecentFault[]> {
  const rows = await db
    .selectFrom('ticket')
    .select(['number', 'kind', 'category', 'title', 'description', 'device', 'system', 'location'])
    .select(['requester', 'incident', 'no_incident'])
    .where('category', '=', category)
    .where('kind', '=', sql.lit('fault'))
    .where('status', 'in', sql<TicketStatus>`('new', 'assigned', 'accepted', 'on_hold')`)
    .where('created_at', '>=', new Date(since))
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ no_incident, ...row }) => ({ ...row, noIncident: no_incident }));
}

/** The numbers of the tickets that belong to an incident, without the one that stands for it. */
export async function numbersOfIncident(db: Db, incident: string): Promise<string[]> {
  const rows = await db
    .selectFrom('ticket')
    .select('number')
    .where('incident', '=', incident)
    .where('number', '<>', incident)
    .orderBy('id')
    .execute();
  return rows.map(({ number }) => number);
}

/** What a list is narrowed by; what is left out does not narrow. */
export interface TicketFilter {
  requesterId?: string | undefined;
  /** Of one person: by any of these accounts. */
  requesters?: readonly Account[] | undefined;
  statuses?: TicketStatus[] | undefined;
  category?: Category | undefined;
  team?: string | undefined;
  assignee?: string | undefined;
  overdue?: boolean | undefined;
  externalId?: string | undefined;
  /** Part of the title, the description or the number, in any case of letters. */
  q?: string | undefined;
  /** Open ones, and those that ended at this moment or later; epoch milliseconds. */
  endedSince?: number | undefined;
  /** Only those recorded before this id. */
  beforeId?: number | undefined;
  limit: number;
}

/** Those of the statuses, the most urgent first: by priority, then by what is due first; and how many there are. */
export async function listUrgent(
  db: Db,
  statuses: TicketStatus[],
  limit: number,
): Promise<{ tickets: StoredTicket[]; count: number }> {
  const rows = await selectWithHistories(db)
    .where('status', 'in', statuses)
    .orderBy('priority')
    .orderBy('respond_by', (order) => order.asc().nullsLast())
    .orderBy('id')
    .limit(limit)
    .execute();
  const { count } = await db
    .selectFrom('ticket')
    .where('status', 'in', statuses)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return { tickets: rows.map((row) => toStored(row, row.history)), count: Number(count) };
}

type Where = ExpressionBuilder<Schema, 'ticket'>;

/** Newest first. `now` (epoch milliseconds) tells what is overdue. */
export async function listTickets(db: Db, filter: TicketFilter, now: number): Promise<StoredTicket[]> {
  const { q, limit } = filter;
  const query = selectWithHistories(db)
    .where((eb) => eb.and(conditions(eb, filter, now)))
    .orderBy('id', 'desc')
    .limit(limit);
  const rows = await (q === undefined ? query : query.where(await ofWords(db, q))).execute();
  return rows.map((row) => toStored(row, row.history));
}

/** All but the words (ticket-search.ts). */
function conditions(eb: Where, filter: TicketFilter, now: number) {
  const { requesterId, requesters, statuses, category, team, assignee } = filter;
  const { overdue, endedSince, beforeId, externalId } = filter;
  return [
    requesterId === undefined ? null : eb('requester_id', '=', requesterId),
    requesters === undefined ? null : eb.or(requesters.map(byAccount(eb))),
    statuses === undefined ? null : eb('status', 'in', statuses),
    category === undefined ? null : eb('category', '=', category),
    team === undefined ? null : eb('team', '=', team),
    assignee === undefined ? null : eb('assignee', '=', assignee),
    externalId === undefined ? null : eb('external_id', '=', externalId),
    overdue === undefined ? null : eb(isOverdue(now), '=', overdue),
    endedSince === undefined
      ? null
      : eb.or([eb('closed_at', 'is', null), eb('closed_at', '>=', new Date(endedSince))]),
    beforeId === undefined ? null : eb('id', '<', beforeId),
  ].filter((condition) => condition !== null);
}

function byAccount(eb: Where) {
  return ({ channel, account }: Account) =>
    eb.and([eb('requester_id', '=', account), eb('requester_channel', '=', channel)]);
}

/** On hold the clock stands at the beginning of the hold. */
function clockAt(now: number) {
  return sql`case when status = 'on_hold' and coalesce((hold ->> 'stopsClock')::boolean, true)
    then (hold ->> 'since')::timestamptz else ${new Date(now)}::timestamptz end`;
}

/** In work, and a target is over that is not met. */
function isOverdue(now: number) {
  const clock = clockAt(now);
  const missed = sql`(responded_at is null and respond_by < ${clock}) or (resolved_at is null and resolve_by < ${clock})
    or (arrived_at is null and on_site_by < ${clock}) or (fallback_plan_at is null and fallback_plan_by < ${clock})`;
  return sql<SqlBool>`(status in (${sql.join(IN_WORK_STATUSES)}) and coalesce(${missed}, false))`;
}
