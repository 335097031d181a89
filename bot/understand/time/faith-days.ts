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
const yearsDays = new Map<number, ReadonlyMap<string, number>>();

/** Every day of a Gregorian year by its Islamic month and date, the earliest where one comes twice. */
function islamicDays(year: number): ReadonlyMap<string, number> {
  const known = yearsDays.get(year);
  if (known) return known;
  const days = new Map<string, number>();
  const { from, to } = yearSpan(year);
  for (let day = to; day >= from; day--) days.set(monthAndDate(day), day);
  yearsDays.set(year, days);
  return days;
}

function monthAndDate(day: number): string {
  const parts = islamic.formatToParts(day * DAY_MS);
  const value = (type: string) => parts.find((part) => part.type === type)?.value;
  return `${value('month')}-${value('day')}`;
}

/** The day of an Islamic month and date within a Gregorian year; null where the year has none. */
export function islamicDay(year: number, month: number, date: number): number | null {
  return islamicDays(year).get(`${month}-${date}`) ?? null;
}
