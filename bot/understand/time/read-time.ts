/** The one time that a message speaks of, out of all that are found in it. */
import { dayOfIso, isoDate } from './civil.ts';
import { findTimes } from './find.ts';
import type { TimeContext, TimeMatch, TimeReading } from './types.ts';
import { isoMoment } from './zone.ts';

const DAY_MS = 86_400_000;
/** Characters between a beginning and its length: «明天下午三点在二楼会议室开会，两个小时». */
const NEAR = 24;

type Moment = TimeMatch & { kind: 'moment' };
type Duration = TimeMatch & { kind: 'duration' };

/** The first time in `text`, with its hour where that is said later, prolonged by a length said beside it. */
export function readTime(text: string, context: TimeContext): TimeReading {
  const matches = findTimes(text, context);
  const first = matches.find((match) => match.kind !== 'duration');
  if (!first) return { start: null };
  const told = hourOfSameDay(first, matches) ?? first;
  if (told.kind === 'range') return { start: told.start, end: told.end };
  const end = endAfter(told, matches, context);
  return end === null ? { start: told.start } : { start: told.start, end };
}

/** «明天开会，下午三点»: the hour on the day that was named before. */
function hourOfSameDay(
  first: Exclude<TimeMatch, Duration>,
  matches: TimeMatch[],
): Exclude<TimeMatch, Duration> | null {
  if (first.kind !== 'moment' || first.start.length > 10 || first.role !== 'at') return null;
  const next = matches.filter((match) => match.kind !== 'duration')[1];
  return next && next.role !== 'by' && next.start.startsWith(`${first.start}T`) ? next : null;
}

function endAfter(moment: Moment, matches: TimeMatch[], context: TimeContext): string | null {
  if (moment.role === 'by') return null;
  const length = matches.find((match) => match.kind === 'duration' && isBeside(moment, match));
  if (length?.kind !== 'duration') return null;
  if (moment.start.length === 10) return lastDay(moment.start, length.durationMs);
  const start = Date.parse(moment.start);
  if (start < context.now || length.durationMs > DAY_MS) return null;
  return isoMoment(start + length.durationMs, context.zone);
}

function isBeside(moment: Moment, length: TimeMatch): boolean {
  const gap = length.from - moment.to;
  return gap >= 0 ? gap <= NEAR : moment.from - length.to <= NEAR / 2;
}

/** Whole days count the first one: two days from Monday end on Tuesday. */
function lastDay(start: string, durationMs: number): string | null {
  const days = durationMs / DAY_MS;
  return Number.isInteger(days) && days > 1 && days <= 31 ? isoDate(dayOfIso(start) + days - 1) : null;
}
