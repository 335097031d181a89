/** Limits how often one key may come, so that one's excess is never another's. */

export type Taken = { ok: true } | { ok: false; retryAfterS: number };

export interface Limiter {
  /** Takes one of what `key` has left. */
  take(key: string): Taken;
}

/** One that all replicas may keep together. */
export interface SharedLimiter {
  take(key: string): Promise<Taken>;
}

interface Bucket {
  tokens: number;
  /** Epoch milliseconds up to which `tokens` holds. */
  at: number;
}

const MINUTE_MS = 60_000;
/** Above so many keys, those that have their whole allowance again are forgotten. */
const MANY_KEYS = 10_000;

/**
 * A token bucket a key, in memory: half a minute's worth at once, refilled evenly.
 * `now` gives epoch milliseconds.
 */
export function tokenBuckets({ perMinute, now }: { perMinute: number; now: () => number }): Limiter {
  const capacity = Math.max(1, perMinute / 2);
  const perMs = perMinute / MINUTE_MS;
  const buckets = new Map<string, Bucket>();
  let forgetAbove = MANY_KEYS;

  const filled = (bucket: Bucket, at: number) =>
    Math.min(capacity, bucket.tokens + Math.max(0, at - bucket.at) * perMs);

  const forgetFull = (at: number) => {
    for (const [key, bucket] of buckets) if (filled(bucket, at) >= capacity) buckets.delete(key);
    forgetAbove = Math.max(MANY_KEYS, buckets.size * 2);
  };

  return {
    take(key) {
      const at = now();
      if (buckets.size > forgetAbove) forgetFull(at);
      const tokens = filled(buckets.get(key) ?? { tokens: capacity, at }, at);
      const ok = tokens >= 1;
      buckets.set(key, { tokens: ok ? tokens - 1 : tokens, at });
      return ok ? { ok } : { ok, retryAfterS: Math.ceil((1 - tokens) / perMs / 1000) };
    },
  };
}
