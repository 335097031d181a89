/** Tokens that the model has cost, by the desk's day. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

const KIND = 'model_tokens';
const MOST = 2_147_483_647;

export async function tokensSpent(db: Db, day: string): Promise<number> {
  const row = await db
    .selectFrom('counter')
    .select('last')
    .where('kind', '=', KIND)
    .where('day', '=', day)
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** Gives the sum of that day (`YYYYMMDD`), up to what the column holds. */
export async function addTokens(db: Db, day: string, tokens: number): Promise<number> {
  const { last } = await db
    .insertInto('counter')
    .values({ kind: KIND, day, last: tokens })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'day'])
        .doUpdateSet({ last: sql<number>`least(counter.last::bigint + ${tokens}, ${MOST})::integer` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}
