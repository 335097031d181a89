/** Rates that all replicas keep together, counted in Redis. With Redis away or slow each replica counts by itself. */

import type { Logger } from 'pino';
import { createClient } from 'redis';
import type { Pace, Rate } from '../bot/pace.ts';
import type { Limiter, SharedLimiter } from './limits.ts';

/** Whoever waits for a limit is a person: what Redis does not say within this is not waited for. */
const WAIT_MS = 100;

/**
 * When the key is at rest again stands in Redis, by its own clock. Gives how long to wait, in milliseconds; where
 * `reserve` is 0 and there is something to wait for, nothing is taken.
 */
const SCRIPT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local every, burst, reserve = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3] == '1'
local rest = math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0')) + every
local wait = math.max(0, math.ceil(rest - now - every * burst))
if wait > 0 and not reserve then return wait end
redis.call('SET', KEYS[1], rest, 'PX', math.ceil(rest - now) + 1000)
return wait`;

/** Of the client of the `redis` package, what is used here. */
interface RedisScripts {
  readonly isReady: boolean;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

export interface SharedRates {
  /** Like `local`, but for all replicas together. */
  limiter(perMinute: number, local: Limiter): SharedLimiter;
  pace(local: Pace, sleep: (ms: number) => Promise<void>): Pace;
  close(): void;
}

/** Connects in the background and reconnects by itself. */
export function createSharedRates(url: string, log: Logger): SharedRates {
  const client = createClient({ url, disableOfflineQueue: true });
  client.on('error', (error: Error) => log.warn({ error: error.message }, 'redis.away'));
  client.connect().catch((error: Error) => log.warn({ error: error.message }, 'redis.away'));
  return { ...sharedRates(client), close: () => client.destroy() };
}

export function sharedRates(redis: RedisScripts): Omit<SharedRates, 'close'> {
  /** Null where Redis does not say. */
  const waitOf = async (key: string, { everyMs, burst }: Rate, reserve: boolean): Promise<number | null> => {
    if (!redis.isReady) return null;
    const args = [String(everyMs), String(burst), reserve ? '1' : '0'];
    const asked = redis.eval(SCRIPT, { keys: [`desk:rate:${key}`], arguments: args });
    const late = new Promise<null>((resolve) => {
      setTimeout(() => resolve(null), WAIT_MS).unref();
    });
    const said = await Promise.race([asked.catch(() => null), late]);
    return typeof said === 'number' ? said : null;
  };
  return {
    limiter(perMinute, local) {
      const rate = { everyMs: 60_000 / perMinute, burst: Math.max(1, Math.floor(perMinute / 2)) };
      return {
        async take(key) {
          const wait = await waitOf(`sender:${key}`, rate, false);
          if (wait === null) return local.take(key);
          return wait === 0 ? { ok: true } : { ok: false, retryAfterS: Math.ceil(wait / 1000) };
        },
      };
    },
    pace(local, sleep) {
      return {
        async turn(key, rate) {
          const wait = await waitOf(`pace:${key}`, rate, true);
          if (wait === null) return local.turn(key, rate);
          if (wait > 0) await sleep(wait);
        },
      };
    },
  };
}
