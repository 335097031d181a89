/** What the queues' tables promise, on PGlite, and on PostgreSQL where TEST_DATABASE_URL names one. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Address, Update } from '../../bot/types.ts';
import { type OpenDatabase, openDatabase } from '../../server/store/database.ts';
import {
  beginTurn,
  MAX_ATTEMPTS,
  parkedUpdates,
  pendingUpdates,
  recordFailure,
  recordUpdate,
  takePending,
  unpark,
} from '../../server/store/inbox.ts';
import { migrate } from '../../server/store/migrate.ts';
import { leaseDue, recordMessages, repliesTo, saveTurn } from '../../server/store/outbox.ts';
import { onPostgres, testDatabase } from '../support/database.ts';
import { ownPostgres } from '../support/postgres.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const table of ['outbox', 'inbox', 'conversation'] as const)
    await database.db.deleteFrom(table).execute();
});

const NOW = Date.parse('2026-11-18T09:00:00+08:00');
const FRESH = { state: '{"fresh":true}', version: 1 };

function utterance(updateId: string, sender = 'a'): Update {
  const address: Address = { channel: 'push', chat: sender, kind: 'private' };
  return {
    kind: 'utterance',
    updateId,
    at: '2026-11-18T01:00:00.000Z',
    address,
    sender: { id: sender },
    text: updateId,
  };
}

const due = (now = NOW) => pendingUpdates(database.db, now, 100);
const take = ({ id, update }: { id: number; update: Update }) =>
  database.db.transaction().execute((trx) => takePending(trx, update, id, NOW, FRESH));

describe('inbox', () => {
  test('an update is recorded once, however often and by however many it is delivered', async () => {
    const same = Array.from({ length: 8 }, () => recordUpdate(database.db, utterance('1'), NOW));
    expect((await Promise.all(same)).filter(Boolean)).toHaveLength(1);
    expect(await due()).toHaveLength(1);
  });

  test('the same id on another channel is another update', async () => {
    const there = utterance('1');
    await recordUpdate(database.db, there, NOW);
    const elsewhere = { ...there, address: { ...there.address, channel: 'other' } };
    expect(await recordUpdate(database.db, elsewhere, NOW)).toBe(true);
  });

  test('of many workers that see an update, one takes it', async () => {
    await recordUpdate(database.db, utterance('1'), NOW);
    const [seen] = await due();
    if (!seen) throw new Error('nothing is due');
    const taken = await Promise.all(Array.from({ length: 8 }, () => take(seen)));
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
  });

  test('a worker that dies before its transaction ends leaves the update to be taken', async () => {
    await recordUpdate(database.db, utterance('1'), NOW);
    const [seen] = await due();
    if (!seen) throw new Error('nothing is due');
    const dying = database.db.transaction().execute(async (trx) => {
      await takePending(trx, seen.update, seen.id, NOW, FRESH);
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await take(seen)).not.toBeNull();
  });

  test('recording and taking at once: of the same update sent to two replicas one is new, and both see its answer', async () => {
    const update = utterance('1');
    const turn = () =>
      database.db.transaction().execute(async (trx) => {
        const begun = await beginTurn(trx, update, NOW, FRESH);
        if (begun.inboxId !== null) {
          await saveTurn(trx, {
            conversationKey: 'unused',
            state: begun.state as never,
            stateVersion: 1,
            inboxId: begun.inboxId,
            address: update.address,
            delivery: 'feed',
            replies: [{ text: 'first' }, { text: 'second' }],
            now: NOW,
          });
        }
        return begun.inboxId;
      });
    const ids = await Promise.all([turn(), turn(), turn()]);
    const [id, ...others] = ids.filter((one) => one !== null);
    expect(others).toEqual([]);
    expect(await repliesTo(database.db, id ?? 0)).toEqual([{ text: 'first' }, { text: 'second' }]);
  });

  test('an older update that was not yet tried comes first; one that failed holds nobody up', async () => {
    await recordUpdate(database.db, utterance('older'), NOW);
    const begin = (id: string) =>
      database.db.transaction().execute((trx) => beginTurn(trx, utterance(id), NOW, FRESH));
    expect((await begin('newer')).olderPending).toBe(true);
    const [older] = await due();
    await recordFailure(database.db, older?.id ?? 0, 'broken', NOW);
    expect((await begin('newest')).olderPending).toBe(false);
  });

  test('a failed one waits longer each time, then is parked with its reason, and can be given another round', async () => {
    await recordUpdate(database.db, utterance('1'), NOW);
    const [seen] = await due();
    const id = seen?.id ?? 0;
    const waits: number[] = [];
    let now = NOW;
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt += 1) {
      expect(await recordFailure(database.db, id, `broken ${attempt}`, now)).toBe(false);
      let wait = 0;
      while ((await due(now + wait)).length === 0) wait += 1000;
      waits.push(wait / 1000);
      now += wait;
    }
    expect(waits).toEqual([2, 8, 32, 128]);
    expect(await recordFailure(database.db, id, 'broken for good', now)).toBe(true);
    expect(await due(now + 1e9)).toEqual([]);
    expect((await parkedUpdates(database.db, 10)).map((row) => row.last_error)).toEqual(['broken for good']);
    expect(await unpark(database.db, id)).toBe(true);
    expect(await due(now)).toHaveLength(1);
  });

  test('what has no valid shape any more is parked, and what comes after it is worked', async () => {
    await recordUpdate(database.db, utterance('1'), NOW);
    await database.db.updateTable('inbox').set({ body: '{"kind":"old"}' }).execute();
    await recordUpdate(database.db, utterance('2'), NOW);
    expect((await due()).map(({ update }) => update.updateId)).toEqual(['2']);
    expect(await parkedUpdates(database.db, 10)).toHaveLength(1);
  });
});

describe('outbox', () => {
  const message = (chat: string, text: string) => ({
    address: { channel: 'push', chat, kind: 'private' as const },
    reply: { text },
    delivery: 'push' as const,
  });

  test('of many senders that look, one gets the oldest message of each chat', async () => {
    await recordMessages(database.db, [message('a', '1'), message('a', '2'), message('b', '3')], NOW);
    const leased = await Promise.all(Array.from({ length: 6 }, () => leaseDue(database.db, NOW, 30_000, 10)));
    expect(
      leased
        .flat()
        .map((one) => one.reply.text)
        .sort(),
    ).toEqual(['1', '3']);
  });

  test('what was recorded in a transaction that was rolled back is never sent', async () => {
    const failing = database.db.transaction().execute(async (trx) => {
      await recordMessages(trx, [message('a', 'never')], NOW);
      throw new Error('killed');
    });
    await expect(failing).rejects.toThrow('killed');
    expect(await leaseDue(database.db, NOW, 30_000, 10)).toEqual([]);
  });
});

describe('migrations', () => {
  test('a second time there is nothing to do', async () => {
    expect(await migrate(database.db)).toEqual([]);
  });

  // One process at a time may open an embedded database: «at once» is PostgreSQL's matter.
  if (onPostgres) {
    test('replicas that start together migrate once', async () => {
      const own = await ownPostgres();
      const replicas = await Promise.all(
        [1, 2, 3].map(() => openDatabase({ databaseUrl: own.url, dataDir: '' })),
      );
      const migrated = await Promise.all(replicas.map(({ db }) => migrate(db)));
      expect(migrated.filter((names) => names.length > 0)).toHaveLength(1);
      for (const { close } of replicas) await close();
      await own.drop();
    });
  }
});
