/** Tickets by a part of their words, on PGlite, and on PostgreSQL where TEST_DATABASE_URL names one: the index against plain reading. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../server/store/database.ts';
import { SAMPLE } from '../../server/store/ticket-search.ts';
import { listTickets } from '../../server/store/tickets.ts';
import { manyTickets } from '../bench/many-tickets.ts';
import { testDatabase } from '../support/database.ts';

const NOW = Date.parse('2026-11-18T10:00:00+08:00');

let database: OpenDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const holds = async (words: string, q: string) => {
  const { rows } = await sql<{ held: boolean }>`
    select text_vector(${words}) @@ text_question(${q}) as held`.execute(database.db);
  return rows[0]?.held;
};

describe('the pieces of a text', () => {
  test.each([
    ['三楼302打印机卡纸', '打印机'],
    ['三楼302打印机卡纸', '印'],
    ['三楼302打印机卡纸', '纸'],
    ['三楼302打印机卡纸', '楼30'],
    ['三楼302打印机卡纸', '02打'],
    ['T20261118-0001', '-0001'],
    ['T20261118-0001', '1118-0'],
    ['OA系统 Cannot log in', 'cannot LOG'],
    ["it's \\ 100%_done", "t's \\ 100%_"],
    ['𠮷野家', '𠮷'],
  ])('«%s» hold «%s»', async (words, q) => {
    expect(await holds(words, q)).toBe(true);
  });

  test.each([
    ['三楼302打印机卡纸', '打纸'],
    ['三楼302打印机卡纸', '303'],
    ['T20261118-0001', '-0002'],
  ])('«%s» do not hold «%s»', async (words, q) => {
    expect(await holds(words, q)).toBe(false);
  });

  test('hold every part of any text', async () => {
    const char = fc.constantFrom(...'打印机卡纸aB12-.\'"\\&|!:*()% _é𠮷\n');
    const words = fc.array(char, { minLength: 1, maxLength: 30 });
    const part = fc.tuple(words, fc.nat(), fc.nat()).map(([chars, from, length]) => {
      const start = from % chars.length;
      return { text: chars.join(''), q: chars.slice(start, start + 1 + (length % 8)).join('') };
    });
    await fc.assert(
      fc.asyncProperty(part, async ({ text, q }) => {
        fc.pre(q.trim() !== '');
        expect(await holds(text, q)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a list by words', () => {
  const numbers = async (q: string, more: object = {}) =>
    (await listTickets(database.db, { q, limit: 50, ...more }, NOW)).map(({ ticket }) => ticket.number);

  beforeAll(async () => {
    await manyTickets(database.db, SAMPLE + 1000, NOW);
    await sql`update ticket set title = '量子交换机亮红灯' where number in ('T20200101-100003', 'T20200101-100700')`.execute(
      database.db,
    );
  }, 60_000);

  test('finds what is rare and old, what is common and new, and in which order', async () => {
    expect(await numbers('量子')).toEqual(['T20200101-100700', 'T20200101-100003']);
    const common = await numbers('打印机');
    expect(common).toHaveLength(50);
    expect(common).toEqual([...common].sort().reverse());
    expect(await numbers('-100003')).toEqual(['T20200101-100003']);
    expect(await numbers('没有这样的话')).toEqual([]);
  });

  test('together with the rest of a filter, and page by page', async () => {
    expect(await numbers('量子', { statuses: ['assigned'] })).toEqual(['T20200101-100700']);
    expect(await numbers('量子', { limit: 1 })).toEqual(['T20200101-100700']);
  });

  test('follows a ticket whose words change', async () => {
    const { db } = database;
    await sql`update ticket set description = '其实是光模块坏了' where number = 'T20200101-100700'`.execute(
      db,
    );
    expect(await numbers('光模块')).toEqual(['T20200101-100700']);
  });
});
