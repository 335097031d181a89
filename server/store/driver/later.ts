/** Writes whose answer nobody reads need no way to the database of their own. */
import type { CompiledQuery } from 'kysely';
import type { Trx } from '../database.ts';

const marked = new WeakSet<object>();

/**
 * Sends a statement together with the transaction's next one, or with its commit; most of a statement's time is the way
 * there and back. Where it fails, that next one fails with its error, and the transaction is rolled back.
 */
export async function later(trx: Trx, query: CompiledQuery): Promise<void> {
  marked.add(query);
  await trx.executeQuery(query);
}

export function isForLater(query: object): boolean {
  return marked.has(query);
}
