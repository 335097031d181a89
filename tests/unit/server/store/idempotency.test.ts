import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { nextCount } from '../../../../server/store/counters.ts';
import type { OpenDatabase, Trx } from '../../../../server/store/database.ts';
import { claimKey, forgetKeys, keepAnswer } from '../../../../server/store/idempotency.ts';
import { emptyTables, testDatabase } from '../../../support/database.ts';
import { NINE } from '../../../support/small-desk.ts';

let database: OpenDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => emptyTables(database));

const inTrx = <T>(work: (trx: Trx) => Promise<T>) => database.db.transaction().execute(work);
const claim = (trx: Trx, key = 'k', now = NINE) =>
  claimKey(trx, { scope: 'caller POST /x', key, bodyHash: 'h1', now });
const failing = async (trx: Trx) => {
  await claim(trx);
  await nextCount(trx, 'ticket', '20261118');
  throw new Error('rolled back');
};

test('a key is claimed once; who comes later gets the answer', async () => {
  await inTrx(async (trx) => {
    expect(await claim(trx)).toBeNull();
    await keepAnswer(trx, 'caller POST /x', 'k', { number: 'T1' });
  });
  expect(await inTrx((trx) => claim(trx))).toEqual({ bodyHash: 'h1', response: { number: 'T1' } });
  expect(await inTrx((trx) => claim(trx, 'other'))).toBeNull();
});

test('what is rolled back leaves its key free and its count unused', async () => {
  await expect(inTrx(failing)).rejects.toThrow('rolled back');
  expect(await inTrx((trx) => claim(trx))).toBeNull();
  expect(await inTrx((trx) => nextCount(trx, 'ticket', '20261118'))).toBe(1);
});

test('old keys are forgotten', async () => {
  await inTrx((trx) => claim(trx, 'old', NINE - 1));
  await inTrx((trx) => claim(trx, 'new', NINE));
  expect(await forgetKeys(database.db, NINE)).toBe(1);
  expect(await inTrx((trx) => claim(trx, 'old'))).toBeNull();
  expect(await inTrx((trx) => claim(trx, 'new'))).not.toBeNull();
});

test('counts are of their own kind and day', async () => {
  const counts = await inTrx(async (trx) => [
    await nextCount(trx, 'ticket', '20261118'),
    await nextCount(trx, 'ticket', '20261118'),
    await nextCount(trx, 'meeting', '20261118'),
    await nextCount(trx, 'ticket', '20261119'),
  ]);
  expect(counts).toEqual([1, 2, 1, 1]);
});
