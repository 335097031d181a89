/** Writes whose answer nobody reads need no way to the database of their own. */
import type { CompiledQuery } from 'kysely';
import type { Db } from '../database.ts';

const marked = new WeakSet<object>();

/**
 * Sends a statement together with the transaction's next one, or with its commit; most of a statement's time is the way
 * there and back. Where it fails, that next one fails with its error, and the transaction is rolled back. Outside of a
 * transaction it is sent at once.
 */
export async function later(db: Db, query: CompiledQuery): Promise<void> {
  marked.add(query);
  await db.executeQuery(query);
}

export function isForLater(query: object): boolean {
  return marked.has(query);
}
