/** How many tokens a day may cost, by the desk's own day. What was spent is kept where all replicas see it. */
import { dayOf } from '../desk/moments.ts';

/** Days are `YYYYMMDD` in the desk's zone. */
export interface TokenLedger {
  spent(day: string): Promise<number>;
  /** Gives the sum of the day. */
  add(day: string, tokens: number): Promise<number>;
}

export interface Budget {
  isLeft(now: number): Promise<boolean>;
  spend(now: number, tokens: number): Promise<void>;
}

/** `daily` 0: no limit. */
export function createBudget(daily: number, zone: string, ledger: TokenLedger): Budget {
  let known: { day: string; spent: number } | null = null;
  return {
    async isLeft(now) {
      const day = dayOf(now, zone);
      if (daily === 0) return true;
      if (known?.day !== day) known = { day, spent: await ledger.spent(day) };
      return known.spent < daily;
    },
    async spend(now, tokens) {
      const day = dayOf(now, zone);
      known = { day, spent: await ledger.add(day, tokens) };
    },
  };
}
