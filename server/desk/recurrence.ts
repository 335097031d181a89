/** On which days a meeting that comes again falls. Pure. */

import type { PublicHolidays } from '../../bot/holidays.ts';
import type { Recurrence } from '../../bot/types.ts';
import type { Span } from './alternatives.ts';
import { createZoneDays, dateOfDay, weekdayOfDay } from './zone-days.ts';

/** A year of weekly meetings; a longer series is begun anew. */
const MOST = 53;
const DAYS_AHEAD = 366;
const MINUTE_MS = 60_000;

/**
 * The spans of all of them, from `first` on and at its time of day, up to the day of `until` (inclusive). One that falls
 * on a public holiday is left out, or moved to the next working day; where one is there already, that one is enough.
 */
export function occurrences(
  recurrence: Recurrence,
  first: Span,
  { zone, holidays }: { zone: string; holidays: PublicHolidays },
): Span[] {
  const days = createZoneDays(zone);
  const begin = days.dayOf(first.start);
  const minute = (first.start - days.at(begin, 0)) / MINUTE_MS;
  const last = Math.min(
    begin + DAYS_AHEAD,
    recurrence.until ? dayNumber(recurrence.until) : begin + DAYS_AHEAD,
  );
  const isHoliday = (day: number) => holidays.day(dateOfDay(day))?.kind === 'holiday';
  const isWorkday = (day: number) =>
    holidays.day(dateOfDay(day))?.kind === 'makeup' || (weekdayOfDay(day) < 5 && !isHoliday(day));
  const chosen = new Set<number>();
  for (let day = begin; day <= last && chosen.size < MOST; day += 1) {
    if (!falls(recurrence, day, begin, isWorkday)) continue;
    if (!isHoliday(day)) chosen.add(day);
    else if (recurrence.holidays === 'move') {
      let moved = day + 1;
      while (!isWorkday(moved)) moved += 1;
      if (moved <= last) chosen.add(moved);
    }
  }
  const length = first.end - first.start;
  return [...chosen]
    .sort((a, b) => a - b)
    .map((day) => ({ start: days.at(day, minute), end: days.at(day, minute) + length }));
}

function falls(
  recurrence: Recurrence,
  day: number,
  begin: number,
  isWorkday: (day: number) => boolean,
): boolean {
  switch (recurrence.every) {
    case 'day':
      return true;
    case 'workday':
      return isWorkday(day);
    case 'week': {
      const weeks = Math.floor((mondayOf(day) - mondayOf(begin)) / 7);
      return weeks % recurrence.interval === 0 && recurrence.days.includes(weekdayOfDay(day));
    }
    case 'month':
      return Number(dateOfDay(day).slice(8)) === recurrence.day;
  }
}

function mondayOf(day: number): number {
  return day - weekdayOfDay(day);
}

function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}
