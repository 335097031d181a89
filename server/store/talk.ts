/**
 * A turn that only talks, in two statements: a look at the conversation, and one that records the update, the new state
 * and the replies if nothing has changed since. It stands or falls whole, so no transaction has to be held open.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Conversation } from '../../bot/dialogue/conversation.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Update } from '../../bot/types.ts';
import type { Db } from './database.ts';
import type { Deflection } from './deflections.ts';
import { firstVersion } from './first-version.ts';
import { addressKey, conversationKeyOf } from './keys.ts';

export interface Glance {
  state: unknown;
  stateVersion: number;
  version: number | null;
}

/**
 * A conversation before an update that is new in it; `version` is null where nobody has said anything there yet. Null
 * where the update was recorded before.
 */
export async function glanceAt(db: Db, update: Update): Promise<Glance | null> {
  const { rows } = await sql<{
    repeated: boolean;
    state: unknown;
    state_version: number | null;
    version: number | null;
  }>`
    select exists (select 1 from inbox where channel = ${update.address.channel} and update_id = ${update.updateId})
             as repeated,
           c.state, c.state_version, c.version
    from (select 1) as one left join conversation c on c.key = ${conversationKeyOf(update)}
  `.execute(db);
  const found = rows[0];
  if (!found || found.repeated) return null;
  return { state: found.state, stateVersion: found.state_version ?? 0, version: found.version };
}

export interface Talk {
  update: Update;
  /** The conversation's version when it was looked at; null where it was not there. */
  version: number | null;
  state: Conversation;
  stateVersion: number;
  replies: readonly Reply[];
  deflections: readonly Deflection[];
  delivery: 'push' | 'feed';
  /** Epoch milliseconds. */
  now: number;
}

/**
 * The conversation's version now. Null where it went on meanwhile, something older waits, or the update was recorded:
 * nothing was done then.
 */
export async function saveTalk(db: Db, talk: Talk): Promise<number | null> {
  const { rows } = await (talk.version === null
    ? begun(talk).execute(db).catch(asRaceLost)
    : continued(talk, talk.version).execute(db));
  return rows[0]?.version ?? null;
}

interface Saved {
  version: number;
}

/** Somebody else began the same conversation in the same instant. */
function asRaceLost(error: unknown): { rows: Saved[] } {
  // unique_violation: https://www.postgresql.org/docs/current/errcodes-appendix.html
  if ((error as { code?: unknown }).code === '23505') return { rows: [] };
  throw error;
}

function continued(talk: Talk, version: number): RawBuilder<Saved> {
  const key = conversationKeyOf(talk.update);
  const held = sql`
    select key from conversation
    where key = ${key} and version = ${version} and ${nothingWaits(key)}
    for update`;
  const saved = sql`
    update conversation
    set state = ${JSON.stringify(talk.state)}::jsonb, state_version = ${talk.stateVersion}::integer,
        version = version + 1, updated_at = ${new Date(talk.now)}::timestamptz
    from claim where conversation.key = ${key}
    returning version`;
  return recorded(talk, held, saved);
}

function begun(talk: Talk): RawBuilder<Saved> {
  const key = conversationKeyOf(talk.update);
  const held = sql`select ${key}::text as key where ${nothingWaits(key)}`;
  const saved = sql`
    insert into conversation (key, address, state, state_version, version, updated_at)
    select ${key}, ${JSON.stringify(talk.update.address)}::jsonb, ${JSON.stringify(talk.state)}::jsonb,
           ${talk.stateVersion}::integer, ${firstVersion(talk.now)}::bigint, ${new Date(talk.now)}::timestamptz
    from claim
    returning version`;
  return recorded(talk, held, saved);
}

/** No older update of the conversation waits that was not yet tried. */
function nothingWaits(key: string) {
  return sql`not exists (select 1 from inbox where conversation_key = ${key}
                         and status = 'pending' and attempts = 0 and not_before is null)`;
}

/** All that a turn leaves, where `held` gives the conversation's key and the update is new. */
function recorded(talk: Talk, held: RawBuilder<unknown>, saved: RawBuilder<unknown>): RawBuilder<Saved> {
  const { update } = talk;
  const { channel } = update.address;
  const key = conversationKeyOf(update);
  const at = new Date(talk.now);
  const delivered = talk.delivery === 'feed';
  const replies = JSON.stringify(talk.replies.map((reply, ordinal) => ({ ordinal, reply })));
  const deflections = JSON.stringify(
    talk.deflections.map(({ query, articles, outcome }) => ({ query, articles, outcome })),
  );
  return sql<Saved>`
    with held as (${held}), claim as (
      insert into inbox (channel, update_id, conversation_key, kind, body, status, received_at, done_at)
      select ${channel}, ${update.updateId}, key, ${update.kind}, ${JSON.stringify(update)}::jsonb,
             'done', ${at}::timestamptz, ${at}::timestamptz
      from held
      on conflict (channel, update_id) do nothing
      returning id
    ), saved as (${saved}), deflected as (
      insert into deflection (at, conversation_key, query, articles, outcome)
      select ${at}::timestamptz, ${key}, item->>'query', item->'articles', item->>'outcome'
      from claim, jsonb_array_elements(${deflections}::jsonb) as item
    ), said as (
      insert into outbox (inbox_id, ordinal, channel, address_key, address, body, status, created_at, delivered_at)
      select claim.id, (item->>'ordinal')::integer, ${channel}, ${addressKey(update.address)},
             ${JSON.stringify(update.address)}::jsonb, item->'reply', ${delivered ? 'delivered' : 'pending'},
             ${at}::timestamptz, ${delivered ? at : null}::timestamptz
      from claim, jsonb_array_elements(${replies}::jsonb) with ordinality as t (item, n)
      order by n
    )
    select version from saved`;
}
