/** What a date is resolved against, and how an open one («周三», «5号») picks its occurrence. */
import type { PublicHolidays } from '../../holidays.ts';
import type { Days } from './civil.ts';
import type { Grain } from './types.ts';

/**
 * `near`: the coming one, unless one has only just passed; `future`: today or later; `past`: today or earlier.
 */
export type Lean = 'near' | 'future' | 'past';

export interface Anchor {
  today: number;
  /** Seconds since midnight. */
  seconds: number;
  zone: string;
  /** The moment itself, epoch milliseconds. */
  now: number;
  holidays: PublicHolidays;
  lean: Lean;
  /** Office hours are meant, whatever the hour is now. */
  meeting: boolean;
  /** Where the expression ends a range: the day that the range begins. */
  after?: number;
}

export interface DateSpan extends Days {
  grain: Grain;
}

/** A date as read; `part` where the word says a part of the day too (今晚). */
export interface DateValue {
  resolve: (anchor: Anchor) => DateSpan | null;
  part?: string;
  /** The day is said, not picked: «明天», «下周三», «2026年3月5日». */
  fixed?: boolean;
  /** A weekday alone, which may stand beside a full date («周五(11月20日)»). */
  weekday?: boolean;
  /** Today's weekday is next week's, unless an hour that is still ahead follows. */
  notToday?: boolean;
}

export function oneDay(day: number): DateSpan {
  return { from: day, to: day, grain: 'day' };
}

export interface Choice {
  /** The occurrence by number: 0 in the running year, month or week; null where there is none (2月29日). */
  at: (step: number) => Days | null;
  /** Days since its end within which `near` means the past one. */
  recentDays: number;
}

/** The occurrence that is meant. */
export function choose(anchor: Anchor, choice: Choice): Days | null {
  const { today, after } = anchor;
  if (after !== undefined) return firstOf(choice, (days) => days.to >= after);
  if (anchor.lean === 'past') return lastOf(choice, (days) => days.from <= today);
  const recent = anchor.lean === 'near' ? choice.recentDays : 0;
  return firstOf(choice, (days) => days.to >= today - recent);
}

const REACH = 9;

function firstOf(choice: Choice, fits: (days: Days) => boolean): Days | null {
  for (let step = -REACH; step <= REACH; step++) {
    const days = choice.at(step);
    if (days && fits(days)) return days;
  }
  return null;
}

function lastOf(choice: Choice, fits: (days: Days) => boolean): Days | null {
  for (let step = REACH; step >= -REACH; step--) {
    const days = choice.at(step);
    if (days && fits(days)) return days;
  }
  return null;
}
