/** Requests that were carried out, by scope and key, with the answer they got. */
import type { Db, Trx } from './database.ts';

export interface StoredAnswer {
  bodyHash: string;
  response: unknown;
}

/**
 * Claims a key for this transaction: null. Where it was used before, the answer it got; where another transaction is
 * using it now, this waits for that one's end.
 */
export async function claimKey(
  trx: Trx,
  { scope, key, bodyHash, now }: { scope: string; key: string; bodyHash: string; now: number },
): Promise<StoredAnswer | null> {
  const inserted = await trx
    .insertInto('idempotency')
    .values({ scope, key, body_hash: bodyHash, response: 'null', created_at: new Date(now) })
    .onConflict((conflict) => conflict.columns(['scope', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (inserted !== undefined) return null;
  const row = await trx
    .selectFrom('idempotency')
    .select(['body_hash', 'response'])
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return { bodyHash: row.body_hash, response: row.response };
}

/** Keeps the answer with the key that was claimed. */
export async function keepAnswer(trx: Trx, scope: string, key: string, response: unknown): Promise<void> {
  await trx
    .updateTable('idempotency')
    .set({ response: JSON.stringify(response) })
    .where('scope', '=', scope)
    .where('key', '=', key)
    .execute();
}

/** Forgets keys claimed before `before` (epoch milliseconds); gives how many. */
export async function forgetKeys(db: Db, before: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('idempotency')
    .where('created_at', '<', new Date(before))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
