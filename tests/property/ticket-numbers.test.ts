import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '../../server/store/database.ts';
import { openTicket } from '../../server/tickets/open-ticket.ts';
import { testDatabase } from '../support/database.ts';
import { draft, testDesk, WEB } from '../support/small-desk.ts';

let database: OpenDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const AT_ONCE = 50;

test('fifty tickets opened at once, every fifth one rolled back, have numbers without a gap or a repeat', async () => {
  const { context } = testDesk();
  const requester = { id: 'u1', channel: 'web' };
  const open = (fails: boolean) =>
    database.db.transaction().execute(async (trx) => {
      const { number } = await openTicket(trx, context, {
        draft: draft(),
        requester,
        address: WEB,
        actor: 'u1',
      });
      if (fails) throw new Error('rolled back');
      return number;
    });
  const opened = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, (_, index) => open(index % 5 === 0)),
  );
  const numbers = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const expected = Array.from(
    { length: 40 },
    (_, index) => `T20261118-${String(index + 1).padStart(4, '0')}`,
  );
  expect(numbers.sort()).toEqual(expected);
});
