/** Keeps calls under the platform's limits, so that it does not have to refuse them. */

export interface Rate {
  /** One call in so many milliseconds. */
  everyMs: number;
  /** So many may come at once after a rest. */
  burst: number;
}

export interface Pace {
  /** Resolves when the call may be made, in the order in which it was asked for. */
  turn(key: string, rate: Rate): Promise<void>;
}

/** Above so many keys, those that are at rest are forgotten. */
const MANY_KEYS = 5_000;

/** `now` gives epoch milliseconds, `sleep` waits that long. */
export function createPace({ now, sleep }: { now(): number; sleep(ms: number): Promise<void> }): Pace {
  /** When a key is at rest again. */
  const restAt = new Map<string, number>();
  return {
    async turn(key, { everyMs, burst }) {
      const at = now();
      if (restAt.size > MANY_KEYS) for (const [one, rest] of restAt) if (rest <= at) restAt.delete(one);
      const rest = Math.max(at, restAt.get(key) ?? at) + everyMs;
      restAt.set(key, rest);
      const waitMs = rest - at - everyMs * burst;
      if (waitMs > 0) await sleep(waitMs);
    },
  };
}
