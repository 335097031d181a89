/** A look at a conversation without a lock: what it knew a moment ago. */
import type { Address, Update } from '../../bot/types.ts';
import type { Db } from './database.ts';
import { conversationKeyOf } from './keys.ts';

export interface Peeked {
  state: unknown;
  stateVersion: number;
  /** The update was worked before. */
  done: boolean;
}

/** Null where nobody has said anything there yet. */
export async function peekConversation(db: Db, update: Update): Promise<Peeked | null> {
  const row = await db
    .selectFrom('conversation')
    .leftJoin('inbox', (join) =>
      join
        .on('inbox.channel', '=', update.address.channel)
        .on('inbox.update_id', '=', update.updateId)
        .on('inbox.status', '=', 'done'),
    )
    .select(['conversation.state', 'conversation.state_version', 'inbox.id'])
    .where('conversation.key', '=', conversationKeyOf(update))
    .executeTakeFirst();
  return row ? { state: row.state, stateVersion: row.state_version, done: row.id !== null } : null;
}

/** Where a conversation takes place; null where nothing was ever said in it. */
export async function addressOfConversation(db: Db, key: string): Promise<Address | null> {
  const row = await db.selectFrom('conversation').select('address').where('key', '=', key).executeTakeFirst();
  return row?.address ?? null;
}
