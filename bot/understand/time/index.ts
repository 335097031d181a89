/** The grammar of times in Chinese and English messages: finds them and resolves them against a moment. Pure. */
import type { TimeContext, TimeMatch, TimeReading } from './types.ts';

export type { Grain, Preference, Role, Span, TimeContext, TimeMatch, TimeReading } from './types.ts';

/** All expressions of time in `text`, left to right, not overlapping. Bare lengths are of kind `duration`. */
export function findTimes(_text: string, _context: TimeContext): TimeMatch[] {
  return [];
}

/** The time that a text speaks of: the first moment or range, prolonged by a length said beside it. */
export function readTime(_text: string, _context: TimeContext): TimeReading {
  return { start: null };
}
