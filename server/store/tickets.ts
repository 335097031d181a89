/** Tickets and their histories as they are stored. */
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Address, Category } from '../../bot/types.ts';
import { isNumber } from '../desk/numbers.ts';
import type { Account } from '../desk/person.ts';
import { IN_WORK_STATUSES } from '../desk/ticket.ts';
import type { TicketStatus } from '../desk/ticket-record.ts';
import type { Entry, TicketState } from '../desk/ticket-state.ts';
import type { Db, Trx } from './database.ts';
import type { Schema } from './schema.ts';
import { type StoredTicket, type TicketRow, toEntry, toRow, toTicket } from './ticket-rows.ts';

export type { StoredTicket };

/** Gives the new ticket's id. */
export async function insertTicket(
  trx: Trx,
  ticket: TicketState,
  address: Address,
  history: Entry[],
): Promise<number> {
  const { id } = await trx
    .insertInto('ticket')
    .values({ ...toRow(ticket), address: JSON.stringify(address) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertHistory(trx, id, history);
  return id;
}

/** Saves the ticket as it stands now, and adds to its history. */
export async function saveTicket(trx: Trx, id: number, ticket: TicketState, added: Entry[]): Promise<void> {
  await trx.updateTable('ticket').set(toRow(ticket)).where('id', '=', id).execute();
  await insertHistory(trx, id, added);
}

async function insertHistory(trx: Trx, ticketId: number, entries: Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ at, actor, action, detail }) => ({
    ticket_id: ticketId,
    at: new Date(at),
    actor,
    action,
    detail: JSON.stringify(detail),
  }));
  await trx.insertInto('ticket_history').values(rows).execute();
}

export async function findTicket(db: Db, number: string): Promise<StoredTicket | null> {
  if (!isNumber('ticket', number)) return null;
  const row = await db.selectFrom('ticket').selectAll().where('number', '=', number).executeTakeFirst();
  return row === undefined ? null : withHistory(db, row);
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockTicket(trx: Trx, number: string): Promise<StoredTicket | null> {
  if (!isNumber('ticket', number)) return null;
  const row = await trx
    .selectFrom('ticket')
    .selectAll()
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : withHistory(trx, row);
}

async function withHistory(db: Db, row: TicketRow): Promise<StoredTicket> {
  const [stored] = await withHistories(db, [row]);
  if (stored === undefined) throw new Error(`no ticket for row ${row.id}`);
  return stored;
}

async function withHistories(db: Db, rows: TicketRow[]): Promise<StoredTicket[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const lines = await db
    .selectFrom('ticket_history')
    .selectAll()
    .where('ticket_id', 'in', ids)
    .orderBy('id')
    .execute();
  const byTicket = Map.groupBy(lines, (line) => line.ticket_id);
  return rows.map((row) => {
    const history = (byTicket.get(row.id) ?? []).map(toEntry);
    return { id: row.id, ticket: toTicket(row, history), history, address: row.address };
  });
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
  const among = db.selectFrom('ticket').where('status', 'in', statuses);
  const rows = await among
    .selectAll()
    .orderBy('priority')
    .orderBy('respond_by', (order) => order.asc().nullsLast())
    .orderBy('id')
    .limit(limit)
    .execute();
  const { count } = await among
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return { tickets: await withHistories(db, rows), count: Number(count) };
}

type Where = ExpressionBuilder<Schema, 'ticket'>;

/** Newest first. `now` (epoch milliseconds) tells what is overdue. */
export async function listTickets(db: Db, filter: TicketFilter, now: number): Promise<StoredTicket[]> {
  const rows = await db
    .selectFrom('ticket')
    .selectAll()
    .where((eb) => eb.and(conditions(eb, filter, now)))
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute();
  return withHistories(db, rows);
}

function conditions(eb: Where, filter: TicketFilter, now: number) {
  const { requesterId, requesters, statuses, category, team, assignee } = filter;
  const { overdue, q, endedSince, beforeId } = filter;
  return [
    requesterId === undefined ? null : eb('requester_id', '=', requesterId),
    requesters === undefined ? null : eb.or(requesters.map(byAccount(eb))),
    statuses === undefined ? null : eb('status', 'in', statuses),
    category === undefined ? null : eb('category', '=', category),
    team === undefined ? null : eb('team', '=', team),
    assignee === undefined ? null : eb('assignee', '=', assignee),
    overdue === undefined ? null : eb(isOverdue(now), '=', overdue),
    q === undefined ? null : eb.or((['title', 'description', 'number'] as const).map(contains(eb, q))),
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

function contains(eb: Where, q: string) {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return (column: 'title' | 'description' | 'number') => eb(column, 'ilike', pattern);
}

/** On hold the clock stands at the beginning of the hold. */
function clockAt(now: number) {
  return sql`case when status = 'on_hold' then (hold ->> 'since')::timestamptz else ${new Date(now)}::timestamptz end`;
}

/** In work, and a target is over that is not met. */
function isOverdue(now: number) {
  const clock = clockAt(now);
  const missed = sql`(responded_at is null and respond_by < ${clock}) or (resolved_at is null and resolve_by < ${clock})`;
  return sql<SqlBool>`(status in (${sql.join(IN_WORK_STATUSES)}) and coalesce(${missed}, false))`;
}

/** The same, and a missed target is not marked yet. */
function isMissed(now: number) {
  const clock = clockAt(now);
  return sql<SqlBool>`status in (${sql.join(IN_WORK_STATUSES)}) and (
    (responded_at is null and respond_by < ${clock} and not breached ? 'respond')
    or (resolved_at is null and resolve_by < ${clock} and not breached ? 'resolve'))`;
}

/** Up to `limit` tickets with a missed target to mark, locked; what another replica holds is left to it. */
export async function lockMissed(trx: Trx, now: number, limit: number): Promise<StoredTicket[]> {
  const rows = await trx
    .selectFrom('ticket')
    .selectAll()
    .where(isMissed(now))
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return withHistories(trx, rows);
}
