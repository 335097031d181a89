/** Rates that several replicas keep together, over a real Redis. */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, expect, it, vi } from 'vitest';
import { createPace } from '../../bot/pace.ts';
import { tokenBuckets } from '../../server/limits.ts';
import { createSharedRates, type SharedRates } from '../../server/shared-rate.ts';

const url = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';
const log = pino({ level: 'silent' });
const opened: SharedRates[] = [];
afterEach(() => {
  for (const rates of opened.splice(0)) rates.close();
});

function replica(at = url) {
  const rates = createSharedRates(at, log);
  opened.push(rates);
  const waits: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms);
  return {
    limiter: rates.limiter(20, tokenBuckets({ perMinute: 20, now: Date.now })),
    pace: rates.pace(createPace({ now: Date.now, sleep: async () => void waits.push(-1) }), sleep),
    waits,
  };
}

/** Until Redis is asked, a replica counts by itself. */
async function connected(one: ReturnType<typeof replica>) {
  await vi.waitFor(async () => {
    one.waits.length = 0;
    const key = randomUUID();
    await one.pace.turn(key, { everyMs: 1_000, burst: 1 });
    await one.pace.turn(key, { everyMs: 1_000, burst: 1 });
    expect(one.waits[0]).toBeGreaterThan(0);
  });
  one.waits.length = 0;
}

it('one sender’s allowance is spent in all replicas together, and no other’s', async () => {
  const [one, two] = [replica(), replica()];
  await connected(one);
  await connected(two);
  const sender = randomUUID();
  const taken = [];
  for (let n = 0; n < 12; n += 1) taken.push((await [one, two][n % 2]?.limiter.take(sender))?.ok);
  expect(taken.filter(Boolean)).toHaveLength(10);
  expect(await two.limiter.take(sender)).toMatchObject({ ok: false, retryAfterS: expect.any(Number) });
  expect(await two.limiter.take(randomUUID())).toEqual({ ok: true });
});

it('calls to one chat are spread over all replicas', async () => {
  const [one, two] = [replica(), replica()];
  await connected(one);
  await connected(two);
  const chat = randomUUID();
  for (const replica of [one, two, one, two]) await replica.pace.turn(chat, { everyMs: 1_000, burst: 1 });
  const waits = [...one.waits, ...two.waits].sort((a, b) => a - b);
  expect(waits).toHaveLength(3);
  expect(waits[0]).toBeGreaterThan(500);
  expect(waits[2]).toBeGreaterThan(2_500);
});

it('without Redis each counts by itself, at once', async () => {
  const alone = replica('redis://127.0.0.1:1');
  const sender = randomUUID();
  const taken = [];
  for (let n = 0; n < 11; n += 1) taken.push((await alone.limiter.take(sender)).ok);
  expect(taken.filter(Boolean)).toHaveLength(10);
});
