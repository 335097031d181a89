/** Updates: recorded once under their channel's own id, taken once, in the order of their conversation. */
import { type Insertable, sql } from 'kysely';
import { type Address, Update } from '../../bot/types.ts';
import type { Db, Trx } from './database.ts';
import { later } from './driver/later.ts';
import { firstVersion } from './first-version.ts';
import { conversationKeyOf } from './keys.ts';
import { leaveWork } from './left-work.ts';
import type { Schema } from './schema/schema.ts';

function rowOf(update: Update, status: 'pending' | 'done', now: Date): Insertable<Schema['inbox']> {
  return {
    channel: update.address.channel,
    update_id: update.updateId,
    conversation_key: conversationKeyOf(update),
    kind: update.kind,
    body: JSON.stringify(update),
    status,
    received_at: now,
    done_at: status === 'done' ? now : null,
  };
}

/** Records an update to be worked later; a repeat is ignored. Secrets must be masked already. True where it is new. */
export async function recordUpdate(db: Db | Trx, update: Update, now: number): Promise<boolean> {
  const inserted = await insertUpdates(db, [update], now).returning('id').execute();
  return inserted.length > 0;
}

/** Notices that the desk itself makes, recorded with what they tell of; one that was recorded before is left as it is. */
export async function recordNotices(trx: Trx, notices: readonly Update[], now: number): Promise<void> {
  if (notices.length === 0) return;
  leaveWork(trx);
  await later(trx, insertUpdates(trx, notices, now).compile());
}

function insertUpdates(db: Db, updates: readonly Update[], now: number) {
  return db
    .insertInto('inbox')
    .values(updates.map((update) => rowOf(update, 'pending', new Date(now))))
    .onConflict((conflict) => conflict.columns(['channel', 'update_id']).doNothing());
}

export interface Begun {
  /** Null where the update was recorded before. */
  inboxId: number | null;
  state: unknown;
  stateVersion: number;
  /** Of the conversation, before this turn. */
  version: number;
  /** An older update of this conversation that was not yet tried. */
  olderPending: boolean;
}

/** Records an update as done (the caller's transaction does it) and locks its conversation, in one statement. */
export async function beginTurn(
  trx: Trx,
  update: Update,
  now: number,
  fresh: { state: string; version: number },
): Promise<Begun> {
  const row = rowOf(update, 'done', new Date(now));
  const { rows } = await sql<{
    inbox_id: number | null;
    state: unknown;
    state_version: number;
    version: number;
    older: boolean;
  }>`
    with claim as (
      insert into inbox (channel, update_id, conversation_key, kind, body, status, received_at, done_at)
      values (${row.channel}, ${row.update_id}, ${row.conversation_key}, ${row.kind}, ${row.body}::jsonb, 'done',
              ${row.received_at}, ${row.received_at})
      on conflict (channel, update_id) do nothing
      returning id
    ), conv as (
      insert into conversation (key, address, state, state_version, version, updated_at)
      values (${row.conversation_key}, ${JSON.stringify(update.address)}::jsonb, ${fresh.state}::jsonb,
              ${fresh.version}, ${firstVersion(now)}, ${row.received_at})
      on conflict (key) do update set updated_at = excluded.updated_at
      returning state, state_version, version
    )
    select (select id from claim) as inbox_id, conv.state, conv.state_version, conv.version,
           exists (select 1 from inbox where conversation_key = ${row.conversation_key}
                   and status = 'pending' and attempts = 0 and not_before is null) as older
    from conv`.execute(trx);
  const found = rows[0];
  if (!found) throw new Error('a turn could not be begun');
  return {
    inboxId: found.inbox_id,
    state: found.state,
    stateVersion: found.state_version,
    version: found.version,
    olderPending: found.older,
  };
}

/** Locks a conversation and takes one pending update of it. Null where somebody else took it. */
export async function takePending(
  trx: Trx,
  update: Update,
  inboxId: number,
  now: number,
  fresh: { state: string; version: number },
): Promise<Pick<Begun, 'state' | 'stateVersion' | 'version'> | null> {
  const at = new Date(now);
  const conversation = await trx
    .insertInto('conversation')
    .values({
      key: conversationKeyOf(update),
      address: JSON.stringify(update.address),
      state: fresh.state,
      state_version: fresh.version,
      version: firstVersion(now),
      updated_at: at,
    })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ updated_at: at }))
    .returning(['state', 'state_version', 'version'])
    .executeTakeFirstOrThrow();
  const taken = await trx
    .updateTable('inbox')
    .set({ status: 'done', done_at: at, last_error: null })
    .where('id', '=', inboxId)
    .where('status', '=', 'pending')
    .returning('id')
    .executeTakeFirst();
  if (!taken) return null;
  const { state, state_version: stateVersion, version } = conversation;
  return { state, stateVersion, version };
}

export interface PendingUpdate {
  id: number;
  update: Update;
  attempts: number;
}

/**
 * Updates that are due, oldest first, at most `limit`; what has no valid shape any more is parked, not lost.
 * `except`: keys of conversations that are left out.
 */
export async function pendingUpdates(
  db: Db,
  now: number,
  limit: number,
  except: readonly string[] = [],
): Promise<PendingUpdate[]> {
  const rows = await db
    .selectFrom('inbox')
    .select(['id', 'body', 'attempts'])
    .where('status', '=', 'pending')
    .where((eb) => eb.or([eb('not_before', 'is', null), eb('not_before', '<=', new Date(now))]))
    .$if(except.length > 0, (query) => query.where('conversation_key', 'not in', except))
    .orderBy('id')
    .limit(limit)
    .execute();
  const found: PendingUpdate[] = [];
  for (const row of rows) {
    const parsed = Update.safeParse(row.body);
    if (parsed.success) found.push({ id: row.id, update: parsed.data, attempts: row.attempts });
    else await park(db, row.id, `not an update any more: ${parsed.error.issues[0]?.message ?? ''}`);
  }
  return found;
}

async function park(db: Db, id: number, error: string): Promise<void> {
  await db.updateTable('inbox').set({ status: 'parked', last_error: error }).where('id', '=', id).execute();
}

/** Attempts at one update before it is parked for a person to look at. */
export const MAX_ATTEMPTS = 5;

/** A failed turn waits longer each time (2, 8, 32, 128 s), then is parked with its reason. True where it is parked now. */
export async function recordFailure(db: Db, id: number, error: string, now: number): Promise<boolean> {
  const row = await db
    .updateTable('inbox')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), last_error: error.slice(0, 1000) }))
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .returning('attempts')
    .executeTakeFirst();
  if (!row) return false;
  if (row.attempts >= MAX_ATTEMPTS) {
    await park(db, id, error.slice(0, 1000));
    return true;
  }
  const waitMs = 500 * 4 ** row.attempts;
  await db
    .updateTable('inbox')
    .set({ not_before: new Date(now + waitMs) })
    .where('id', '=', id)
    .execute();
  return false;
}

export async function inboxIdOf(
  db: Db | Trx,
  update: Update,
): Promise<{ id: number; status: 'pending' | 'done' | 'parked'; same: boolean } | null> {
  const row = await db
    .selectFrom('inbox')
    .select(['id', 'status', 'conversation_key'])
    .where('channel', '=', update.address.channel)
    .where('update_id', '=', update.updateId)
    .executeTakeFirst();
  return row
    ? { id: row.id, status: row.status, same: row.conversation_key === conversationKeyOf(update) }
    : null;
}

export async function parkedUpdates(db: Db, limit: number) {
  return db
    .selectFrom('inbox')
    .select(['id', 'channel', 'received_at', 'attempts', 'last_error', 'body'])
    .where('status', '=', 'parked')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Gives a parked update another round of attempts. False where there is none of that id. */
export async function unpark(db: Db, id: number): Promise<boolean> {
  const row = await db
    .updateTable('inbox')
    .set({ status: 'pending', attempts: 1, not_before: null })
    .where('id', '=', id)
    .where('status', '=', 'parked')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export interface SaidByPerson {
  id: number;
  at: Date;
  update: Update;
}

/** What a person wrote in a conversation after `afterId`, oldest first. */
export async function saidInConversation(
  db: Db,
  key: string,
  afterId: number,
  limit: number,
): Promise<SaidByPerson[]> {
  const rows = await db
    .selectFrom('inbox')
    .select(['id', 'received_at', 'body'])
    .where('conversation_key', '=', key)
    .where('kind', '!=', 'notice')
    .where('id', '>', afterId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse().map((row) => ({ id: row.id, at: row.received_at, update: row.body }));
}

/** Updates of one conversation that were not yet tried, oldest first. */
export async function pendingOf(db: Db, key: string): Promise<{ id: number; update: Update }[]> {
  const rows = await db
    .selectFrom('inbox')
    .select(['id', 'body'])
    .where('conversation_key', '=', key)
    .where('status', '=', 'pending')
    .where('attempts', '=', 0)
    .where('not_before', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, update: Update.parse(row.body) }));
}

/** What anybody wrote in a group after `afterId`, oldest first. */
export async function saidInGroup(
  db: Db,
  address: Address,
  afterId: number,
  limit: number,
): Promise<SaidByPerson[]> {
  const rows = await db
    .selectFrom('inbox')
    .select(['id', 'received_at', 'body'])
    .where('kind', '=', 'utterance')
    .where('id', '>', afterId)
    .where(
      sql<boolean>`body->'address'->>'kind' = 'group' and body->'address' = ${JSON.stringify(address)}::jsonb`,
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse().map((row) => ({ id: row.id, at: row.received_at, update: row.body }));
}
