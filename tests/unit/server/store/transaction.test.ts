import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { inTransaction } from '../../../../server/store/transaction.ts';
import { testDatabase } from '../../../support/database.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const failing = (code: string) => Object.assign(new Error('lost'), { code });

test('one that lost a deadlock is done over, and only its last try stands', async () => {
  let tries = 0;
  await inTransaction(database.db, async (trx) => {
    tries += 1;
    await trx
      .insertInto('counter')
      .values({ kind: 'try', day: String(tries), last: tries })
      .execute();
    if (tries < 3) throw failing('40P01');
  });
  const rows = await database.db.selectFrom('counter').select('day').where('kind', '=', 'try').execute();
  expect(rows).toEqual([{ day: '3' }]);
});

test('it gives up after three', async () => {
  let tries = 0;
  const always = inTransaction(database.db, async () => {
    tries += 1;
    throw failing('40001');
  });
  await expect(always).rejects.toThrow('lost');
  expect(tries).toBe(3);
});

test('any other failure is not tried again', async () => {
  let tries = 0;
  const once = inTransaction(database.db, async () => {
    tries += 1;
    throw failing('23505');
  });
  await expect(once).rejects.toThrow('lost');
  expect(tries).toBe(1);
});
