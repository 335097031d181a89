/**
 * A turn that only talks, in two statements: a look at the conversation, and one that records the update, the new state
 * and the replies if nothing has changed since. It stands or falls whole, so no transaction has to be held open.
 */
import { sql } from 'kysely';
import type { Conversation } from '../../bot/dialogue/conversation.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Update } from '../../bot/types.ts';
import type { Db } from './database.ts';
import type { Deflection } from './deflections.ts';
import { addressKey, conversationKeyOf } from './keys.ts';

export interface Glance {
  state: unknown;
  stateVersion: number;
  version: number;
}

/** A known conversation in which this update is new; null where it is not as simple as that. */
export async function glanceAt(db: Db, update: Update): Promise<Glance | null> {
  const { rows } = await sql<{ state: unknown; state_version: number; version: number }>`
    select state, state_version, version from conversation
    where key = ${conversationKeyOf(update)}
      and not exists (select 1 from inbox where channel = ${update.address.channel} and update_id = ${update.updateId})
  `.execute(db);
  const found = rows[0];
  return found ? { state: found.state, stateVersion: found.state_version, version: found.version } : null;
}

export interface Talk {
  update: Update;
  /** The conversation's version when it was looked at. */
  version: number;
  state: Conversation;
  stateVersion: number;
  replies: readonly Reply[];
  deflections: readonly Deflection[];
  delivery: 'push' | 'feed';
  /** Epoch milliseconds. */
  now: number;
}

/** False where the conversation went on meanwhile, something older waits, or the update was recorded: nothing was done. */
export async function saveTalk(db: Db, talk: Talk): Promise<boolean> {
  const { update } = talk;
  const key = conversationKeyOf(update);
  const at = new Date(talk.now);
  const delivered = talk.delivery === 'feed';
  const replies = JSON.stringify(talk.replies.map((reply, ordinal) => ({ ordinal, reply })));
  const deflections = JSON.stringify(
    talk.deflections.map(({ query, articles, outcome }) => ({ query, articles, outcome })),
  );
  const { rows } = await sql<{ id: number }>`
    with held as (
      select key from conversation
      where key = ${key} and version = ${talk.version}
        and not exists (select 1 from inbox where conversation_key = ${key}
                        and status = 'pending' and attempts = 0 and not_before is null)
      for update
    ), claim as (
      insert into inbox (channel, update_id, conversation_key, kind, body, status, received_at, done_at)
      select ${update.address.channel}, ${update.updateId}, key, ${update.kind}, ${JSON.stringify(update)}::jsonb,
             'done', ${at}::timestamptz, ${at}::timestamptz
      from held
      on conflict (channel, update_id) do nothing
      returning id
    ), saved as (
      update conversation
      set state = ${JSON.stringify(talk.state)}::jsonb, state_version = ${talk.stateVersion}::integer,
          version = version + 1, updated_at = ${at}::timestamptz
      from claim where conversation.key = ${key}
    ), deflected as (
      insert into deflection (at, conversation_key, query, articles, outcome)
      select ${at}::timestamptz, ${key}, item->>'query', item->'articles', item->>'outcome'
      from claim, jsonb_array_elements(${deflections}::jsonb) as item
    ), said as (
      insert into outbox (inbox_id, ordinal, channel, address_key, address, body, status, created_at, delivered_at)
      select claim.id, (item->>'ordinal')::integer, ${update.address.channel}, ${addressKey(update.address)},
             ${JSON.stringify(update.address)}::jsonb, item->'reply', ${delivered ? 'delivered' : 'pending'},
             ${at}::timestamptz, ${delivered ? at : null}::timestamptz
      from claim, jsonb_array_elements(${replies}::jsonb) with ordinality as t (item, n)
      order by n
    )
    select id from claim`.execute(db);
  return rows.length > 0;
}
