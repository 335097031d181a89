/** Of several replicas one receives; when it dies another does. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { poll } from '../../../../adapters/telegram/poll.ts';
import type { ReceivingTurn } from '../../../../bot/channel.ts';
import { createTurnKeeper, HELD_MS } from '../../../../server/channels/turn-keeper.ts';
import { testDatabase } from '../../../support/database.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
const clock = { now: Date.parse('2026-11-18T09:00:00+08:00') };
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.deleteFrom('lease').execute();
});

const replica = (holder: string, errors: unknown[] = []): ReceivingTurn =>
  createTurnKeeper({
    db: database.db,
    name: 'receive:telegram',
    holder,
    now: () => clock.now,
    onError: (error) => errors.push(error),
  });

test('the first has it, and keeps it while it asks for it', async () => {
  const [one, two] = [replica('one'), replica('two')];
  expect(await one.renew()).toBe(true);
  expect(await two.renew()).toBe(false);
  for (let asked = 0; asked < 10; asked += 1) {
    clock.now += HELD_MS / 2;
    expect([await one.renew(), await two.renew()]).toEqual([true, false]);
  }
});

test('one that dies loses it after a minute; one that stops gives it up at once', async () => {
  const [one, two, three] = [replica('one'), replica('two'), replica('three')];
  await one.renew();
  clock.now += HELD_MS - 1;
  expect(await two.renew()).toBe(false);
  clock.now += HELD_MS;
  expect(one.holds()).toBe(false);
  expect(await two.renew()).toBe(true);
  await two.drop();
  expect(two.holds()).toBe(false);
  expect(await three.renew()).toBe(true);
});

test('with the database away nobody believes to have it longer than was granted', async () => {
  const errors: unknown[] = [];
  const one = createTurnKeeper({
    db: {} as never,
    name: 'receive:telegram',
    holder: 'one',
    now: () => clock.now,
    onError: (error) => errors.push(error),
  });
  expect(await one.renew()).toBe(false);
  expect(errors).toHaveLength(1);
});

test('of two that poll with one token only the holder asks the platform; the other takes over', async () => {
  const asked: string[] = [];
  const stops = { one: new AbortController(), two: new AbortController() };
  const states: Record<string, string | undefined> = {};
  const polling = (name: 'one' | 'two', turn: ReceivingTurn) =>
    poll(
      {
        turn,
        prepare: async () => {},
        async getUpdates() {
          asked.push(name);
          return [];
        },
        take: async () => {},
        failureOf: () => ({ kind: 'unreachable', text: 'x' }),
        onState: (_state, detail) => {
          states[name] = detail;
        },
        // A second is as long as the database needs for a question, so that no lease lapses while one is renewed.
        sleep: async () => {
          clock.now += 1_000;
          await database.db.selectFrom('lease').select('name').execute();
          await new Promise(setImmediate);
        },
        jitter: () => 0,
      },
      stops[name].signal,
    );
  const first = replica('one');
  const one = polling('one', first);
  await expect.poll(() => asked.length).toBeGreaterThan(3);
  const two = polling('two', replica('two'));
  await expect.poll(() => states.two).toBe('another replica receives');
  expect(new Set(asked)).toEqual(new Set(['one']));
  stops.one.abort();
  await one;
  await first.drop();
  await expect.poll(() => asked.at(-1), { timeout: 5_000 }).toBe('two');
  stops.two.abort();
  await two;
});
