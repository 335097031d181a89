/** Counters by kind and day. The row stays locked until the transaction ends: numbers have no gaps and no repeats. */
import { sql } from 'kysely';
import type { NumberedKind } from '../desk/numbers.ts';
import type { Trx } from './database.ts';

/** The next count of that day (`YYYYMMDD`), from 1. */
export async function nextCount(trx: Trx, kind: NumberedKind, day: string): Promise<number> {
  const { last } = await trx
    .insertInto('counter')
    .values({ kind, day, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'day']).doUpdateSet({ last: sql<number>`counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}
