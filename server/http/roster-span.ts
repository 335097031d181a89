/** The days of a roster that somebody asks for. */
import { z } from 'zod';
import { CalendarDate } from '../desk/calendar-definition.ts';
import { createZoneDays, dateOfDay, dayOfDate } from '../desk/zone-days.ts';
import type { DeskContext } from '../desk-context.ts';
import { ProblemError } from '../problems.ts';

const MOST_DAYS = 400;
const A_WEEK = 7;

/** From `from` (default: today) to `to` (default: a week), both included. */
export const RosterSpan = z.object({ from: CalendarDate.optional(), to: CalendarDate.optional() });

export type RosterSpan = z.infer<typeof RosterSpan>;

/** The first day and how many; a 400 where they are none, or too many. */
export function spanOf({ profile, now }: DeskContext, { from, to }: RosterSpan) {
  const today = createZoneDays(profile.zone).dayOf(now());
  const first = from === undefined ? today : dayOfDate(from);
  const last = to === undefined ? first + A_WEEK - 1 : dayOfDate(to);
  if (last < first || last - first >= MOST_DAYS)
    throw new ProblemError('invalid', {
      errors: [{ path: 'to', message: `expected from ${dateOfDay(first)} on, at most ${MOST_DAYS} days` }],
    });
  return { from: dateOfDay(first), days: last - first + 1 };
}
