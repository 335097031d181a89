import { describe, expect, it } from 'vitest';
import {
  createMemoryCache,
  createRedisCache,
  KEPT_MS,
  type RedisStrings,
} from '../../../../server/model/cache.ts';
import { handClock } from './parts.ts';

/** Strings as Redis keeps them; `isReady` and `hangs` are set by a test. */
function strings() {
  const kept = new Map<string, string>();
  const lifetimes: number[] = [];
  const never = new Promise<never>(() => {});
  const redis: RedisStrings & { isReady: boolean; hangs: boolean } = {
    isReady: true,
    hangs: false,
    get: (key) => (redis.hangs ? never : Promise.resolve(kept.get(key) ?? null)),
    async set(key, value, { expiration }) {
      if (redis.hangs) return never;
      lifetimes.push(expiration.value);
      return kept.set(key, value);
    },
  };
  return { redis, kept, lifetimes };
}

describe('answers kept in the process', () => {
  it('are there for a day', async () => {
    const clock = handClock();
    const cache = createMemoryCache(clock);
    await cache.set('k', 'a');
    clock.pass(KEPT_MS - 1);
    expect(await cache.get('k')).toBe('a');
    clock.pass(1);
    expect(await cache.get('k')).toBeNull();
  });

  it('are so many: the one longest unused goes', async () => {
    const cache = createMemoryCache(handClock(), 2);
    await cache.set('a', '1');
    await cache.set('b', '2');
    await cache.get('a');
    await cache.set('c', '3');
    expect([await cache.get('a'), await cache.get('b'), await cache.get('c')]).toEqual(['1', null, '3']);
  });
});

describe('answers kept in Redis', () => {
  it('are seen by another replica, and kept for a day', async () => {
    const clock = handClock();
    const { redis, lifetimes } = strings();
    await createRedisCache(redis, createMemoryCache(clock), clock).set('k', 'a');
    expect(await createRedisCache(redis, createMemoryCache(clock), clock).get('k')).toBe('a');
    expect(lifetimes).toEqual([KEPT_MS]);
  });

  it('are kept in the process alone while Redis is away', async () => {
    const clock = handClock();
    const { redis, kept } = strings();
    redis.isReady = false;
    const cache = createRedisCache(redis, createMemoryCache(clock), clock);
    await cache.set('k', 'a');
    expect([await cache.get('k'), await cache.get('other'), kept.size]).toEqual(['a', null, 0]);
  });

  it('are not waited for where Redis does not answer', async () => {
    const clock = handClock();
    const { redis } = strings();
    redis.hangs = true;
    const cache = createRedisCache(redis, createMemoryCache(clock), clock);
    const asked = cache.get('k');
    await Promise.resolve().then(() => {});
    clock.pass(50);
    expect(await asked).toBeNull();
  });
});
