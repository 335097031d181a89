/** Escalations that people are to be told of, each once an address; told alone or many in one message. */
import { sql } from 'kysely';
import type { Address } from '../../bot/types.ts';
import type { Db, Trx } from './database.ts';
import { addressKey } from './keys.ts';
import type { Urging } from './schema/dispatch.ts';

export interface NewAlert {
  ticketId: number;
  target: string;
  rung: string;
  address: Address;
  /** Who is spoken to there. */
  names: string[];
  /** Nobody heard of the rung before it. */
  pressing: boolean;
  critical: boolean;
  /** Not to be told before; epoch milliseconds. */
  notBefore: number;
}

/** What was recorded before stays as it is. */
export async function recordAlerts(trx: Trx, alerts: readonly NewAlert[]): Promise<void> {
  if (alerts.length === 0) return;
  const rows = alerts.map(({ ticketId, target, rung, address, names, pressing, critical, notBefore }) => ({
    ticket_id: ticketId,
    target,
    rung,
    address_key: addressKey(address),
    address: JSON.stringify(address),
    detail: JSON.stringify({ names, pressing }),
    critical,
    not_before: new Date(notBefore),
  }));
  await trx
    .insertInto('alert')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['ticket_id', 'target', 'rung', 'address_key']).doNothing())
    .execute();
}

export interface WaitingAlert {
  id: number;
  ticketId: number;
  target: string;
  rung: string;
  names: string[];
  pressing: boolean;
}

/** What waits at one address, and how often it was spoken to lately. */
export interface WaitingAddress {
  key: string;
  address: Address;
  count: number;
  critical: boolean;
  /** Messages of alerts since `since`. */
  messages: number;
  lastToldAt: number | null;
}

/** Any number; the same in every replica. */
const TELLING_LOCK = 7_306_101;

/** False where another replica is telling right now. The lock ends with the transaction. */
export async function lockTelling(trx: Trx): Promise<boolean> {
  const { rows } = await sql<{
    locked: boolean;
  }>`select pg_try_advisory_xact_lock(${TELLING_LOCK}::bigint) as locked`.execute(trx);
  return rows[0]?.locked === true;
}

export async function waitingAddresses(trx: Trx, now: number, since: number): Promise<WaitingAddress[]> {
  const { rows } = await sql<{
    key: string;
    address: Address;
    count: string;
    critical: boolean;
    messages: string;
    last: Date | null;
  }>`
    select w.address_key as key, w.address, w.count, w.critical, coalesce(told.messages, 0) as messages, told.last
    from (
      select address_key, (array_agg(address))[1] as address, count(*) as count, bool_or(critical) as critical
      from alert where told_at is null and not_before <= ${new Date(now)} group by address_key
    ) w
    left join lateral (
      select count(distinct message) as messages, max(told_at) as last from alert a
      where a.address_key = w.address_key and a.told_at > ${new Date(since)} and a.told_at <= ${new Date(now)}
        and a.message is not null
    ) told on true
    order by w.address_key`.execute(trx);
  return rows.map(({ key, address, count, critical, messages, last }) => ({
    key,
    address,
    critical,
    count: Number(count),
    messages: Number(messages),
    lastToldAt: last?.getTime() ?? null,
  }));
}

export async function waitingAlerts(trx: Trx, key: string, now: number): Promise<WaitingAlert[]> {
  const rows = await trx
    .selectFrom('alert')
    .select(['id', 'ticket_id', 'target', 'rung', 'detail'])
    .where('address_key', '=', key)
    .where('told_at', 'is', null)
    .where('not_before', '<=', new Date(now))
    .orderBy('critical', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ id, ticket_id, target, rung, detail }) => ({
    id,
    ticketId: ticket_id,
    target,
    rung,
    ...detail,
  }));
}

/** `message` is null where there was nothing left to tell. */
export async function markTold(
  trx: Trx,
  ids: readonly number[],
  message: string | null,
  now: number,
): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('alert')
    .set({ told_at: new Date(now), message })
    .where('id', 'in', [...ids])
    .execute();
}

/** A rung that nobody acknowledged in time: whoever was told of it is called to it, from `at` (epoch milliseconds) on. */
export interface UnheardRung {
  ticketId: number;
  target: string;
  rung: string;
  urge: Urging;
  at: number;
}

export async function markUnheard(trx: Trx, rungs: readonly UnheardRung[]): Promise<void> {
  for (const { ticketId, target, rung, urge, at } of rungs) {
    if (urge.means.length === 0) continue;
    await trx
      .updateTable('alert')
      .set({ urge: JSON.stringify(urge), urge_at: new Date(at) })
      .where('ticket_id', '=', ticketId)
      .where('target', '=', target)
      .where('rung', '=', rung)
      .where('message', 'is not', null)
      .execute();
  }
}

export interface Unheard {
  id: number;
  ticketId: number;
  target: string;
  rung: string;
  address: Address;
  /** Who was spoken to there. */
  names: string[];
  message: string;
  critical: boolean;
  urge: Urging;
}

/** Takes up to `limit` that are due; each is due again after `leaseMs`, unless it was settled. */
export async function leaseUnheard(db: Db, now: number, leaseMs: number, limit: number): Promise<Unheard[]> {
  const { rows } = await sql<
    Omit<Unheard, 'ticketId' | 'names'> & { ticket_id: number; detail: { names: string[] } }
  >`
    update alert set urge_at = ${new Date(now + leaseMs)} where id in (
      select id from alert where urge_at <= ${new Date(now)} order by urge_at, id limit ${limit}
      for update skip locked
    ) returning id, ticket_id, target, rung, address, detail, message, critical, urge`.execute(db);
  return rows.map(({ ticket_id: ticketId, detail, ...row }) => ({ ...row, ticketId, names: detail.names }));
}

/** `next` null: nobody is called to it any more. */
export async function settleUrge(
  db: Db,
  id: number,
  next: { urge: Urging; at: number } | null,
): Promise<void> {
  await db
    .updateTable('alert')
    .set({
      urge: next ? JSON.stringify(next.urge) : null,
      urge_at: next ? new Date(next.at) : null,
    })
    .where('id', '=', id)
    .execute();
}

/** The last message of alerts that the address was told since `since`; null where there is none. */
export async function lastMessage(db: Db, address: Address, since: number): Promise<string | null> {
  const row = await db
    .selectFrom('alert')
    .select('message')
    .where('address_key', '=', addressKey(address))
    .where('told_at', '>', new Date(since))
    .where('message', 'is not', null)
    .orderBy('told_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.message ?? null;
}

/** The tickets of one message of alerts, where it went to this address; none where it did not. */
export async function ticketsOfMessage(db: Db, message: string, address: Address): Promise<string[]> {
  const rows = await db
    .selectFrom('alert')
    .innerJoin('ticket', 'ticket.id', 'alert.ticket_id')
    .select('ticket.number')
    .distinct()
    .where('alert.message', '=', message)
    .where('alert.address_key', '=', addressKey(address))
    .orderBy('ticket.number')
    .execute();
  return rows.map(({ number }) => number);
}
