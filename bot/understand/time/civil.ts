/** The calendar without zones: a day is the number of days since 1970-01-01. */

const DAY_MS = 86_400_000;

export interface CivilDate {
  year: number;
  month: number;
  date: number;
}

/** Whole days from `from` through `to`, inclusive. */
export interface Days {
  from: number;
  to: number;
}

/** The day's number; a date past a month's end runs over into the next. */
export function dayOf(year: number, month: number, date: number): number {
  return Math.floor(Date.UTC(year, month - 1, date) / DAY_MS);
}

/** The day's number, or null where there is no such day (2月31日). */
export function existingDay(year: number, month: number, date: number): number | null {
  if (month < 1 || month > 12 || date < 1 || date > monthLength(year, month)) return null;
  return dayOf(year, month, date);
}

export function civilOf(day: number): CivilDate {
  const at = new Date(day * DAY_MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** `YYYY-MM-DD`. */
export function isoDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day of an ISO date. */
export function dayOfIso(date: string): number {
  return Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function mondayOf(day: number): number {
  return day - weekdayOf(day) + 1;
}

export function monthLength(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The month `months` after that of (year, month): 13 is next January. */
export function monthSpan(year: number, month: number): Days {
  return { from: dayOf(year, month, 1), to: dayOf(year, month + 1, 0) };
}

export function yearSpan(year: number): Days {
  return { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
}

/** Months later (or earlier); the 31st becomes a shorter month's last day. */
export function addMonths(day: number, months: number): number {
  const { year, month, date } = civilOf(day);
  const span = monthSpan(year, month + months);
  return Math.min(span.from + date - 1, span.to);
}
