/** Leaves an endpoint alone that fails again and again; then one call at a time tries whether it is back. Pure state. */

export interface BreakerOptions {
  /** Failures in a row that open it. */
  opensAfter: number;
  /** How long it stays open at first; twice as long after each failed probe, up to `mostMs`. */
  openMs: number;
  mostMs: number;
}

export interface Breaker {
  /** True where a call may be made now; each that may has to be reported back. */
  enter(now: number): boolean;
  succeeded(): void;
  /** `untilMs`: the endpoint itself said from when on it may be called again. */
  failed(now: number, untilMs?: number): void;
  /** The call was given up for a reason of our own. */
  abandoned(): void;
  isOpen(now: number): boolean;
}

export const BREAKER: BreakerOptions = { opensAfter: 5, openMs: 30_000, mostMs: 300_000 };

export function createBreaker({ opensAfter, openMs, mostMs }: BreakerOptions = BREAKER): Breaker {
  let failures = 0;
  /** Null: closed. */
  let openUntil: number | null = null;
  let nextOpenMs = openMs;
  let probing = false;
  return {
    enter(now) {
      if (openUntil === null) return true;
      if (now < openUntil || probing) return false;
      probing = true;
      return true;
    },
    succeeded() {
      failures = 0;
      openUntil = null;
      nextOpenMs = openMs;
      probing = false;
    },
    failed(now, untilMs) {
      failures += 1;
      probing = false;
      if (untilMs !== undefined) openUntil = Math.max(openUntil ?? 0, Math.min(untilMs, now + mostMs));
      // Calls that were under way when it opened say nothing new.
      if (openUntil !== null && now < openUntil) return;
      if (openUntil === null && failures < opensAfter) return;
      openUntil = now + nextOpenMs;
      nextOpenMs = Math.min(nextOpenMs * 2, mostMs);
    },
    abandoned() {
      probing = false;
    },
    isOpen: (now) => openUntil !== null && now < openUntil,
  };
}
