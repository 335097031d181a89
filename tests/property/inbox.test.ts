import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Update } from '../../bot/types.ts';
import type { OpenDatabase } from '../../server/store/database.ts';
import { pendingUpdates, recordUpdate, takePending } from '../../server/store/inbox.ts';
import { testDatabase } from '../support/database.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const FRESH = { state: '{}', version: 1 };

function updateOf({ sender, number }: { sender: string; number: number }): Update {
  return {
    kind: 'utterance',
    updateId: `${sender}-${number}`,
    at: '2026-11-18T01:00:00.000Z',
    address: { channel: 'push', chat: sender, kind: 'private' },
    sender: { id: sender },
    text: `${number}`,
  };
}

const delivery = fc.record({ sender: fc.constantFrom('a', 'b', 'c'), number: fc.nat(4) });
/** Deliveries, and between them moments at which one of two workers looks for work. */
const events = fc.array(fc.oneof({ weight: 3, arbitrary: delivery }, fc.constant('look' as const)), {
  maxLength: 25,
});

test('whatever is delivered again and whenever workers look, each update is taken once, in the order it first came', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (happened) => {
      const { db } = database;
      await db.deleteFrom('inbox').execute();
      const taken: string[] = [];
      // Two workers saw the same list; both try to take all of it.
      const look = async () => {
        const pending = await pendingUpdates(db, 0, 100);
        for (const { id, update } of [...pending, ...pending]) {
          const mine = await db.transaction().execute((trx) => takePending(trx, update, id, 0, FRESH));
          if (mine) taken.push(update.updateId);
        }
      };
      const first: string[] = [];
      for (const event of happened) {
        if (event === 'look') {
          await look();
          continue;
        }
        const update = updateOf(event);
        const isNew = await recordUpdate(db, update, 0);
        expect(isNew).toBe(!first.includes(update.updateId));
        if (isNew) first.push(update.updateId);
      }
      await look();
      expect(taken).toEqual(first);
    }),
    { numRuns: 40 },
  );
});
