/**
 * China's public holidays and make-up working days, as the State Council publishes them year by year, from the tables
 * of the package chinese-days.
 *
 * Its tables are read, not its functions: those answer an unpublished year as if it had no holidays, and hand a date to
 * `Date`, so that west of Greenwich every answer is a day off.
 */
import table from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { PublicHolidays } from './holidays.ts';

/** «National Day,国庆节,3»: English name, Chinese name, days given in exchange. */
const chineseName = (entry: string): string => entry.split(',')[1] ?? entry;

const HOLIDAYS: ReadonlyMap<string, string> = named(table.holidays);
const MAKEUP_DAYS: ReadonlyMap<string, string> = named(table.workdays);

const SPOKEN_NAMES: Record<string, string> = {
  国庆: '国庆节',
  十一: '国庆节',
  五一: '劳动节',
  五一节: '劳动节',
  劳动: '劳动节',
  新年: '元旦',
  元旦节: '元旦',
  清明节: '清明',
  端午节: '端午',
  中秋节: '中秋',
};

function named(days: Record<string, string>): Map<string, string> {
  return new Map(Object.entries(days).map(([date, entry]) => [date, chineseName(entry)]));
}

/** A year counts as published when its National Day is in the table. */
function publishedYears(): { knownFrom: number; knownThrough: number } {
  const years = [...HOLIDAYS.keys()]
    .filter((date) => date.endsWith('-10-01'))
    .map((date) => +date.slice(0, 4));
  return { knownFrom: Math.min(...years), knownThrough: Math.max(...years) };
}

const { knownFrom, knownThrough } = publishedYears();

function isKnown(date: string): boolean {
  const year = Number(date.slice(0, 4));
  return year >= knownFrom && year <= knownThrough;
}

/** Days off for a New Year may begin in the last days of the old one; the others stay inside their year. */
function belongsTo(name: string, year: number, date: string): boolean {
  if (name !== '元旦') return date.startsWith(`${year}-`);
  return date >= `${year - 1}-12-20` && date <= `${year}-01-20`;
}

/** The Chinese public-holiday schedule. */
export const publicHolidaysCn: PublicHolidays = {
  knownFrom,
  knownThrough,
  day(date) {
    if (!isKnown(date)) return null;
    const holiday = HOLIDAYS.get(date);
    if (holiday !== undefined) return { kind: 'holiday', name: holiday };
    const makeup = MAKEUP_DAYS.get(date);
    return makeup === undefined ? null : { kind: 'makeup', name: makeup };
  },
  span(spokenName, year) {
    const name = SPOKEN_NAMES[spokenName] ?? spokenName;
    if (year < knownFrom || year > knownThrough) return null;
    const days = [...HOLIDAYS].filter(([date, holiday]) => holiday === name && belongsTo(name, year, date));
    const dates = days.map(([date]) => date).sort();
    const from = dates[0];
    const to = dates.at(-1);
    return from === undefined || to === undefined ? null : { from, to };
  },
};
