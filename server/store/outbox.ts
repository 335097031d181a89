/** Messages to send: recorded with what caused them, sent after the commit, in the order of their address. */
import { sql } from 'kysely';
import type { Conversation } from '../../bot/dialogue/conversation.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Address } from '../../bot/types.ts';
import type { Db, Trx } from './database.ts';
import { later } from './driver/later.ts';
import { addressKey } from './keys.ts';
import { leaveWork } from './left-work.ts';

/** A message to record. `feed` channels count as delivered once they are recorded. */
export interface NewMessage {
  address: Address;
  reply: Reply;
  delivery: 'push' | 'feed';
  inboxId?: number;
  ordinal?: number;
  cardKey?: string;
  /** Leaves before what else waits for its address; where it is not said, a card of alarm does. */
  urgent?: boolean;
  /** It is the answer to the card that was sent under this key at the same address. */
  answersCard?: string;
}

function rowOf(message: NewMessage, now: Date) {
  const delivered = message.delivery === 'feed';
  return {
    inbox_id: message.inboxId ?? null,
    ordinal: message.ordinal ?? 0,
    channel: message.address.channel,
    address_key: addressKey(message.address),
    address: JSON.stringify(message.address),
    body: JSON.stringify(message.reply),
    card_key: message.cardKey ?? null,
    urgent: message.urgent ?? message.reply.card?.tone === 'danger',
    answers_card: message.answersCard ?? null,
    status: delivered ? ('delivered' as const) : ('pending' as const),
    created_at: now,
    delivered_at: delivered ? now : null,
  };
}

export async function recordMessages(trx: Db, messages: readonly NewMessage[], now: number): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map((message) => rowOf(message, new Date(now)));
  if (rows.some((row) => row.status === 'pending')) leaveWork(trx);
  await later(trx, trx.insertInto('outbox').values(rows).compile());
}

/** The end of a turn in one statement: the conversation's new state, and what is said in answer. */
export async function saveTurn(
  trx: Trx,
  turn: {
    conversationKey: string;
    state: Conversation;
    stateVersion: number;
    inboxId: number;
    address: Address;
    delivery: 'push' | 'feed';
    replies: readonly Reply[];
    now: number;
  },
): Promise<void> {
  const at = new Date(turn.now);
  const delivered = turn.delivery === 'feed';
  const replies = JSON.stringify(turn.replies.map((reply, ordinal) => ({ ordinal, reply })));
  const saving = sql`
    with saved as (
      update conversation
      set state = ${JSON.stringify(turn.state)}::jsonb, state_version = ${turn.stateVersion},
          version = version + 1, updated_at = ${at}
      where key = ${turn.conversationKey}
    )
    insert into outbox (inbox_id, ordinal, channel, address_key, address, body, status, created_at, delivered_at)
    select ${turn.inboxId}::bigint, (item->>'ordinal')::integer, ${turn.address.channel}, ${addressKey(turn.address)},
           ${JSON.stringify(turn.address)}::jsonb, item->'reply', ${delivered ? 'delivered' : 'pending'},
           ${at}::timestamptz, ${delivered ? at : null}::timestamptz
    from jsonb_array_elements(${replies}::jsonb) with ordinality as t (item, n)
    order by n`;
  await later(trx, saving.compile(trx));
}

/** The answers that an update got, in order. */
export async function repliesTo(db: Db | Trx, inboxId: number): Promise<Reply[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('body')
    .where('inbox_id', '=', inboxId)
    .orderBy('ordinal')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.body);
}

export interface DueMessage {
  id: number;
  channel: string;
  address: Address;
  reply: Reply;
  attempts: number;
  cardKey: string | null;
  /** The platform's id of the message that it answers. */
  inReplyTo: string | null;
  /** The key of the card that it answers. */
  answersCard: string | null;
}

/**
 * Leases the first unsent message of every address where it is due, urgent ones before others: at most `limit`
 * addresses. One that is being sent or waits for its next attempt holds back the others of its address. A lease that is
 * not settled lapses: the message is sent again. `except`: channels that are left to another replica.
 */
export async function leaseDue(
  db: Db,
  now: number,
  leaseMs: number,
  limit: number,
  except: readonly string[] = [],
): Promise<DueMessage[]> {
  const at = new Date(now);
  const left = except.length > 0 ? sql`and channel not in (${sql.join(except)})` : sql``;
  const { rows } = await sql<{
    id: number;
    channel: string;
    address: Address;
    body: Reply;
    attempts: number;
    card_key: string | null;
    in_reply_to: string | null;
    answers_card: string | null;
  }>`
    with heads as (
      select distinct on (address_key) id, not_before, urgent from outbox
      where status = 'pending' ${left}
      order by address_key, (not_before is not null and not_before > ${at}) desc, urgent desc, id
    ), due as (
      select o.id from outbox o join heads h on h.id = o.id
      where h.not_before is null or h.not_before <= ${at}
      order by h.urgent desc, o.id limit ${limit} for update of o skip locked
    )
    update outbox set not_before = ${new Date(now + leaseMs)}
    from due
    where outbox.id = due.id and outbox.status = 'pending'
      and (outbox.not_before is null or outbox.not_before <= ${at})
    returning outbox.id, channel, address, body, attempts, card_key, answers_card,
      (select i.body->>'messageId' from inbox i where i.id = outbox.inbox_id) as in_reply_to`.execute(db);
  return rows
    .sort((a, b) => a.id - b.id)
    .map((row) => ({
      id: row.id,
      channel: row.channel,
      address: row.address,
      reply: row.body,
      attempts: row.attempts,
      cardKey: row.card_key,
      inReplyTo: row.in_reply_to,
      answersCard: row.answers_card,
    }));
}

/** Gives whoever sends it until `at`: files take longer than words. */
export async function extendLease(db: Db, id: number, at: number): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ not_before: new Date(at) })
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .execute();
}

export async function markDelivered(
  db: Db,
  id: number,
  platformMessageId: string | undefined,
  now: number,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({
      status: 'delivered',
      delivered_at: new Date(now),
      platform_message_id: platformMessageId ?? null,
      last_error: null,
      not_before: null,
    })
    .where('id', '=', id)
    .execute();
  await sql`
    update outbox older set status = 'delivered', delivered_at = ${new Date(now)}, not_before = null,
      last_error = 'a newer state of the card was sent first'
    from outbox sent
    where sent.id = ${id} and sent.urgent and sent.card_key is not null and older.status = 'pending'
      and older.address_key = sent.address_key and older.card_key = sent.card_key and older.id < sent.id`.execute(
    db,
  );
}

export async function markRetry(
  db: Db,
  id: number,
  { error, attempts, at }: { error: string; attempts: number; at: number },
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ attempts, last_error: error.slice(0, 1000), not_before: new Date(at) })
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .execute();
}

export async function markDead(db: Db, id: number, error: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set((eb) => ({
      status: 'dead',
      attempts: eb('attempts', '+', 1),
      last_error: error.slice(0, 1000),
      not_before: null,
    }))
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .execute();
}

/** The platform's id of the card that was last sent under a key at an address; undefined before the first. */
export async function sentCardId(db: Db, address: Address, cardKey: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select('platform_message_id')
    .where('address_key', '=', addressKey(address))
    .where('card_key', '=', cardKey)
    .where('platform_message_id', 'is not', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.platform_message_id ?? undefined;
}

export async function deadMessages(db: Db, limit: number) {
  return db
    .selectFrom('outbox')
    .select(['id', 'channel', 'address', 'body', 'attempts', 'last_error', 'created_at'])
    .where('status', '=', 'dead')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Sends a dead message once more, from the beginning. False where there is none of that id. */
export async function resend(db: Db, id: number): Promise<boolean> {
  const row = await db
    .updateTable('outbox')
    .set({ status: 'pending', attempts: 0, not_before: null })
    .where('id', '=', id)
    .where('status', '=', 'dead')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export interface Shown {
  id: number;
  at: Date;
  reply: Reply;
  cardKey: string | null;
  /** The update it answers; null for what the desk sent by itself. */
  inboxId: number | null;
}

/** What was said at an address after `afterId`, oldest first; the newest `limit` where there is more. */
export async function shownAt(db: Db, address: Address, afterId: number, limit: number): Promise<Shown[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'created_at', 'body', 'card_key', 'inbox_id'])
    .where('address_key', '=', addressKey(address))
    .where('id', '>', afterId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse().map((row) => ({
    id: row.id,
    at: row.created_at,
    reply: row.body,
    cardKey: row.card_key,
    inboxId: row.inbox_id,
  }));
}

/** How much waits to be sent, and how much never could be. */
export async function backlog(
  db: Db,
): Promise<{ pending: number; dead: number; inbox: number; parked: number }> {
  const { rows } = await sql<{ pending: number; dead: number; inbox: number; parked: number }>`
    select (select count(*) from outbox where status = 'pending') as pending,
           (select count(*) from outbox where status = 'dead') as dead,
           (select count(*) from inbox where status = 'pending') as inbox,
           (select count(*) from inbox where status = 'parked') as parked`.execute(db);
  const row = rows[0];
  return {
    pending: Number(row?.pending ?? 0),
    dead: Number(row?.dead ?? 0),
    inbox: Number(row?.inbox ?? 0),
    parked: Number(row?.parked ?? 0),
  };
}
