/** A transaction that is tried again where the database broke a deadlock with it: nothing of it was done then. */
import { sql } from 'kysely';
import type { Db, Trx } from './database.ts';

const MAX_TRIES = 3;
/** deadlock_detected, serialization_failure: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const LOST_A_RACE = new Set(['40P01', '40001']);

export async function inTransaction<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (tries >= MAX_TRIES || typeof code !== 'string' || !LOST_A_RACE.has(code)) throw error;
    }
  }
}

/** Does the work within a transaction and takes all of it back; the transaction goes on as if nothing had been done. */
export async function takenBack<T>(trx: Trx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint trial`.execute(trx);
  const result = await work();
  await sql`rollback to savepoint trial`.execute(trx);
  await sql`release savepoint trial`.execute(trx);
  return result;
}
