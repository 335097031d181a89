/** Calendar feeds of engineers. The secret in a feed's address is stored as its hash alone. */
import type { Db } from './database.ts';

/** The feed of a person from now on; an address that was given out before leads nowhere any more. */
export async function saveFeed(db: Db, person: string, tokenHash: string, now: number): Promise<void> {
  const feed = { person, token_hash: tokenHash, created_at: new Date(now) };
  await db
    .insertInto('feed')
    .values(feed)
    .onConflict((conflict) => conflict.column('person').doUpdateSet(feed))
    .execute();
}

/** Whose feed it is; null where there is none. */
export async function personOfFeed(db: Db, tokenHash: string): Promise<string | null> {
  const row = await db
    .selectFrom('feed')
    .select('person')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row?.person ?? null;
}
