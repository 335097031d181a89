/** Answers that were given before, by a key that tells nothing of the message. Losing one costs a call, no more. */
import type { Clock } from './clock.ts';

export interface AnswerCache {
  get(key: string): Promise<string | null>;
  set(key: string, answer: string): Promise<void>;
}

export const KEPT_MS = 24 * 60 * 60 * 1000;

/** In this process; of more than `most` answers the one longest unused goes. */
export function createMemoryCache(clock: Clock, most = 2000): AnswerCache {
  const kept = new Map<string, { answer: string; until: number }>();
  return {
    async get(key) {
      const found = kept.get(key);
      kept.delete(key);
      if (found === undefined || found.until <= clock.now()) return null;
      kept.set(key, found);
      return found.answer;
    },
    async set(key, answer) {
      kept.delete(key);
      kept.set(key, { answer, until: clock.now() + KEPT_MS });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
  };
}

/** Of the client of the `redis` package, what is used here. */
export interface RedisStrings {
  readonly isReady: boolean;
  get(key: string): Promise<unknown>;
  set(key: string, value: string, options: { expiration: { type: 'PX'; value: number } }): Promise<unknown>;
}

/** A model would take seconds: what Redis does not give within this is not waited for. */
const WAIT_MS = 50;

/** Shared by all replicas; with Redis away or slow, `local` alone. */
export function createRedisCache(redis: RedisStrings, local: AnswerCache, clock: Clock): AnswerCache {
  const soon = (task: Promise<unknown>): Promise<unknown> =>
    new Promise((resolve) => {
      const callOff = clock.after(WAIT_MS, () => resolve(null));
      task.then(resolve, () => resolve(null)).finally(callOff);
    });
  return {
    async get(key) {
      const near = await local.get(key);
      if (near !== null || !redis.isReady) return near;
      const far = await soon(redis.get(`desk:model:${key}`));
      if (typeof far !== 'string') return null;
      await local.set(key, far);
      return far;
    },
    async set(key, answer) {
      await local.set(key, answer);
      if (redis.isReady)
        await soon(redis.set(`desk:model:${key}`, answer, { expiration: { type: 'PX', value: KEPT_MS } }));
    },
  };
}
