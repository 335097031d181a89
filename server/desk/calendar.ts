/** The business calendar: working time in windows of the day, with holidays, make-up days and pauses. Pure. */
import type { PublicHolidays } from '../../bot/holidays.ts';
import { type CalendarDefinition, minuteOfDay, WEEKDAYS, type Window } from './calendar-definition.ts';
import { createZoneDays, dateOfDay, weekdayOfDay } from './zone-days.ts';

/** A time in which the clock stands still: from `from` to before `to`, epoch milliseconds. */
export interface Pause {
  from: number;
  to: number;
}

/** All moments are epoch milliseconds; a window is open from its beginning to before its end. */
export interface Calendar {
  /**
   * The moment at which `ms` of working time after `from` are used up. Used up exactly at a window's end (or a pause's
   * beginning) it falls there; no length while closed gives the opening moment.
   */
  addWorking(from: number, ms: number, pauses?: readonly Pause[]): number;
  /** Working time from `from` to `to`, in milliseconds; 0 where `to` is not after `from`. */
  workingBetween(from: number, to: number, pauses?: readonly Pause[]): number;
  isOpen(at: number): boolean;
  /** The windows of the local day of `at`, in order; none where it is closed that day. */
  windowsOf(at: number): { start: number; end: number }[];
  /** `at` itself while open, else when the next window opens. */
  nextOpening(at: number): number;
  /** What to tell where a year of the span has no published holiday schedule (it names the year), else null. */
  warningFor(from: number, to: number): string | null;
}

/** `zone` is an IANA name; `holidays` are used where the definition says `cn`. */
export function createCalendar(
  definition: CalendarDefinition,
  holidays: PublicHolidays,
  zone: string,
): Calendar {
  const zoneDays = createZoneDays(zone);
  const openingsOf = cachedOpenings(dayWindows(definition, holidays), zoneDays.at);

  /** Hands over each open piece after `from`, in order, until `take` says that it has enough. */
  function eachPiece(
    from: number,
    pauses: readonly Pause[],
    take: (start: number, end: number) => boolean,
  ): void {
    const gaps = mergePauses(pauses);
    for (let day = zoneDays.dayOf(from); ; day += 1) {
      const openings = openingsOf(day);
      for (let index = 0; index < openings.length; index += 2) {
        const start = Math.max(openings[index] ?? 0, from);
        const end = openings[index + 1] ?? 0;
        if (end > start && takePieces(start, end, gaps, take)) return;
      }
    }
  }

  function addWorking(from: number, ms: number, pauses: readonly Pause[] = []): number {
    let rest = ms;
    let due = from;
    eachPiece(from, pauses, (start, end) => {
      due = start + rest;
      rest -= end - start;
      return rest <= 0;
    });
    return due;
  }

  function workingBetween(from: number, to: number, pauses: readonly Pause[] = []): number {
    let sum = 0;
    if (to <= from) return sum;
    eachPiece(from, pauses, (start, end) => {
      sum += Math.max(Math.min(end, to) - start, 0);
      return end >= to;
    });
    return sum;
  }

  const nextOpening = (at: number) => addWorking(at, 0);
  const yearOf = (ms: number) => Number(dateOfDay(zoneDays.dayOf(ms)).slice(0, 4));
  return {
    addWorking,
    workingBetween,
    nextOpening,
    isOpen: (at) => nextOpening(at) === at,
    windowsOf(at) {
      const openings = openingsOf(zoneDays.dayOf(at));
      return openings.flatMap((start, index) =>
        index % 2 === 0 ? [{ start, end: openings[index + 1] ?? start }] : [],
      );
    },
    warningFor: (from, to) =>
      warnAbout(unknownYears(definition, holidays, yearOf(from), yearOf(to)), holidays),
  };
}

/** A pause cuts pieces out of a window. */
function takePieces(
  start: number,
  end: number,
  gaps: readonly Pause[],
  take: (start: number, end: number) => boolean,
): boolean {
  let from = start;
  for (const gap of gaps) {
    if (gap.to <= from) continue;
    if (gap.from >= end) break;
    if (gap.from > from && take(from, gap.from)) return true;
    from = gap.to;
  }
  return end > from && take(from, end);
}

function mergePauses(pauses: readonly Pause[]): readonly Pause[] {
  if (pauses.length < 2) return pauses;
  const merged: Pause[] = [];
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && pause.from <= last.to) last.to = Math.max(last.to, pause.to);
    else merged.push({ ...pause });
  }
  return merged;
}

const ALL_DAY: readonly Window[] = [['00:00', '24:00']];
const CLOSED: readonly Window[] = [];

/** The rules of one local day, the first that applies: special, make-up, holiday, weekday. */
function dayWindows(
  definition: CalendarDefinition,
  holidays: PublicHolidays,
): (day: number) => readonly Window[] {
  const { windows, specialDays } = definition;
  const workdays = new Set(definition.workdays);
  const listed = Array.isArray(definition.holidays) ? definition.holidays : [];
  const closedDays = new Set([...listed, ...definition.closedDays]);
  const ofWeekday = (weekday: number) =>
    windows === '7x24' ? ALL_DAY : (windows[WEEKDAYS[weekday] ?? 'mon'] ?? CLOSED);
  return (day) => {
    const date = dateOfDay(day);
    const special = specialDays[date];
    if (special !== undefined) return special;
    if (workdays.has(date)) return ofWeekday(0);
    if (closedDays.has(date)) return CLOSED;
    const published = definition.holidays === 'cn' ? holidays.day(date) : null;
    if (published?.kind === 'holiday') return CLOSED;
    return ofWeekday(published?.kind === 'makeup' ? 0 : weekdayOfDay(day));
  };
}

const MOST_CACHED_DAYS = 20_000;

/** Openings and closings of a local day as moments: even places open, odd ones close. */
function cachedOpenings(
  windowsOf: (day: number) => readonly Window[],
  at: (day: number, minute: number) => number,
): (day: number) => readonly number[] {
  const cache = new Map<number, readonly number[]>();
  return (day) => {
    const known = cache.get(day);
    if (known !== undefined) return known;
    const openings = windowsOf(day).flatMap((window) =>
      window.map((time) => at(day, minuteOfDay(time) ?? 0)),
    );
    if (cache.size >= MOST_CACHED_DAYS) cache.clear();
    cache.set(day, openings);
    return openings;
  };
}

function unknownYears(
  definition: CalendarDefinition,
  holidays: PublicHolidays,
  first: number,
  last: number,
): number[] {
  if (definition.holidays !== 'cn') return [];
  const years = Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
  return years.filter(
    (year) =>
      (year < holidays.knownFrom || year > holidays.knownThrough) && !definition.filledYears.includes(year),
  );
}

function warnAbout(years: number[], { knownFrom, knownThrough }: PublicHolidays): string | null {
  if (years.length === 0) return null;
  return `${years.join('、')}年的放假安排未收录（已收录${knownFrom}至${knownThrough}年），按平常的周末计算，请核对`;
}
