/**
 * Days that other calendars set: Easter, and the Muslim festivals that are public holidays in Xinjiang, Ningxia and
 * elsewhere, by the Umm al-Qura calendar that the runtime carries.
 */
import { dayOf, yearSpan } from './civil.ts';

const DAY_MS = 86_400_000;

/** Easter Sunday of a Gregorian year, by the computus of Meeus, Jones and Butcher. */
export function easter(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const leaps = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + leaps + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * shift + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

const islamic = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});
/** The day that the tabular calendar gives, which is at most a few days off. */
function tabularDay(year: number, month: number, date: number): number {
  const sinceEpoch =
    Math.floor((11 * year + 3) / 30) + 354 * year + 30 * month - Math.floor((month - 1) / 2) + date;
  return sinceEpoch + TABULAR_EPOCH;
}

/** Day 0 of the tabular count, in days since 1970-01-01. */
const TABULAR_EPOCH = 1948440 - 385 - 2440588;
const OFF_BY_AT_MOST = 3;

function monthAndDate(day: number): string {
  const parts = islamic.formatToParts(day * DAY_MS);
  const value = (type: string) => parts.find((part) => part.type === type)?.value;
  return `${value('month')}-${value('day')}`;
}

/** The day of an Islamic month and date within a Gregorian year, the earlier of two; null where the year has none. */
export function islamicDay(year: number, month: number, date: number): number | null {
  const key = `${year}-${month}-${date}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const day = findIslamicDay(year, month, date);
  found.set(key, day);
  return day;
}

/** Kept, for the runtime's calendar is slow; a few for each year that is spoken of. */
const found = new Map<string, number | null>();

function findIslamicDay(year: number, month: number, date: number): number | null {
  const { from, to } = yearSpan(year);
  const first = Math.floor(((year - 622) * 33) / 32) - 1;
  for (let islamicYear = first; islamicYear <= first + 3; islamicYear++) {
    const about = tabularDay(islamicYear, month, date);
    if (about < from - OFF_BY_AT_MOST || about > to + OFF_BY_AT_MOST) continue;
    const day = nearby(about, `${month}-${date}`);
    if (day !== null && day >= from && day <= to) return day;
  }
  return null;
}

function nearby(about: number, wanted: string): number | null {
  for (let day = about - OFF_BY_AT_MOST; day <= about + OFF_BY_AT_MOST; day++) {
    if (monthAndDate(day) === wanted) return day;
  }
  return null;
}
