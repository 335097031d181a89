/**
 * The Chinese lunar calendar: 正月初八, 腊月廿三, 农历八月十五, 除夕. Only the lengths of its months are taken from
 * chinese-days; its functions that give dates go by the zone of the machine.
 */
import chineseDays from 'chinese-days';
import { type Anchor, choose, type DateValue, oneDay } from './anchor.ts';
import { civilOf, dayOf } from './civil.ts';
import { YEAR, yearOf } from './months.ts';
import { numberOf } from './numerals.ts';
import { type Groups, pattern, type Reader } from './pattern.ts';

const FIRST_YEAR = 1901;
const LAST_YEAR = 2099;
/** The first day of the lunar year 1901. */
const ORIGIN = dayOf(1901, 2, 19);

interface LunarMonth {
  month: number;
  leap: boolean;
  days: number;
}

function monthsOf(year: number): LunarMonth[] {
  const { leapMonth, days } = chineseDays.getYearLeapMonth(year);
  const months: LunarMonth[] = [];
  for (let month = 1; month <= 12; month++) {
    months.push({ month, leap: false, days: chineseDays.monthDays(year, month) });
    if (month === leapMonth) months.push({ month, leap: true, days });
  }
  return months;
}

const newYears = new Map<number, number>([[FIRST_YEAR, ORIGIN]]);

/** The day of a lunar year's 正月初一. */
function newYearOf(year: number): number {
  const known = newYears.get(year);
  if (known !== undefined) return known;
  const before = newYearOf(year - 1);
  const day = monthsOf(year - 1).reduce((sum, { days }) => sum + days, before);
  newYears.set(year, day);
  return day;
}

export interface LunarDate {
  year: number;
  month: number;
  date: number;
  leap?: boolean;
}

/** The day of a lunar date; date 0 is the month's last day. Null where there is none, or outside 1901 to 2099. */
export function dayOfLunar({ year, month, date, leap = false }: LunarDate): number | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  let first = newYearOf(year);
  for (const here of monthsOf(year)) {
    if (here.month === month && here.leap === leap) {
      if (date > here.days) return null;
      return first + (date === 0 ? here.days : date) - 1;
    }
    first += here.days;
  }
  return null;
}

/** The occurrence of a lunar day that is meant; `year` is the lunar year, where said. */
export function openLunarDay(
  anchor: Anchor,
  day: Omit<LunarDate, 'year'>,
  year: number | null,
): number | null {
  if (year !== null) return dayOfLunar({ ...day, year });
  const here = civilOf(anchor.today).year;
  const at = (years: number) => {
    const found = dayOfLunar({ ...day, year: here + years });
    return found === null ? null : { from: found, to: found };
  };
  return choose(anchor, { at, recentDays: 15 })?.from ?? null;
}

const MONTH_NAMES: Record<string, number> = { 正: 1, 冬: 11, 腊: 12, 元: 1 };

function lunarDate(groups: Groups): DateValue | null {
  const { month = '', date = '', leap } = groups;
  const monthNumber = MONTH_NAMES[month] ?? numberOf(month);
  const number = date === '三十' || date === '30' ? 30 : numberOf(date.replace(/^初/, ''));
  if (monthNumber === null || monthNumber > 12 || number === null || number < 1 || number > 30) return null;
  return {
    resolve: (anchor) => {
      const lunar = { month: monthNumber, date: number, leap: leap !== undefined };
      const day = openLunarDay(anchor, lunar, yearOf(groups, anchor));
      return day === null ? null : oneDay(day);
    },
    fixed: true,
  };
}

/** 初八 alone: in the first lunar month when that is near, else in the coming one. */
function dayOfComingMonth({ date = '' }: Groups): DateValue | null {
  const number = numberOf(date) ?? 0;
  if (number < 1 || number > 10) return null;
  return {
    resolve: (anchor) => {
      const year = civilOf(anchor.today).year;
      const months = [year - 1, year, year + 1].flatMap((lunarYear) =>
        monthsOf(lunarYear).map(({ month, leap }) =>
          dayOfLunar({ year: lunarYear, month, date: number, leap }),
        ),
      );
      const days = months.filter((day) => day !== null);
      const day = choose(anchor, { at: (step) => at(days, step, anchor.today), recentDays: 0 });
      return day && oneDay(day.from);
    },
  };
}

function at(days: number[], step: number, today: number) {
  const coming = days.findIndex((day) => day >= today);
  const day = days[coming + step];
  return day === undefined ? null : { from: day, to: day };
}

const ERA = '(?:农历|阴历|旧历|夏历)';
const DATE =
  '(?<date>初[一二三四五六七八九十\\d]{1,2}|[一二]?十[一二三四五六七八九]?|三十|廿[一二三四五六七八九]?|\\d{1,2}(?!\\d))';
const LEAP = '(?<leap>闰)?';

function lunarMonth({ month = '', leap, ...year }: Groups): DateValue | null {
  const number = MONTH_NAMES[month] ?? numberOf(month);
  if (number === null || number > 12) return null;
  const edge = (anchor: Anchor, date: number) =>
    openLunarDay(anchor, { month: number, date, leap: leap !== undefined }, yearOf(year, anchor));
  return {
    resolve: (anchor) => {
      const to = edge(anchor, 0);
      const from = to === null ? null : edge({ ...anchor, after: to - 29 }, 1);
      return to === null || from === null ? null : { from, to, grain: 'month' };
    },
    fixed: true,
  };
}

/** Readers of lunar dates. */
export const lunarDates: readonly Reader<DateValue>[] = [
  pattern(
    `${ERA}的?${YEAR}?${LEAP}(?<month>[一二三四五六七八九十正冬腊\\d]{1,2})月${DATE}[日号]?`,
    lunarDate,
  ),
  pattern(`${YEAR}?${ERA}${LEAP}(?<month>[一二三四五六七八九十正冬腊\\d]{1,2})月${DATE}[日号]?`, lunarDate),
  pattern(`${YEAR}?${LEAP}(?<month>[正冬腊])月${DATE}[日号]?`, lunarDate),
  pattern(
    `${YEAR}?${LEAP}(?<month>[一二三四五六七八九十\\d]{1,2})月(?<date>初[一二三四五六七八九十]|廿[一二三四五六七八九]?)`,
    lunarDate,
  ),
  pattern(`${ERA}的?${YEAR}?${LEAP}(?<month>[一二三四五六七八九十正冬腊\\d]{1,2})月`, lunarMonth),
  pattern(`${YEAR}?(?<leap>闰)(?<month>[一二三四五六七八九十\\d]{1,2})月`, lunarMonth),
  pattern(`${YEAR}?(?<month>[正腊])月(?![初末底])`, lunarMonth),
  pattern(`(?:大年|新年|年)初(?<date>[一二三四五六七八九十])`, ({ date = '' }) =>
    lunarDate({ month: '正', date }),
  ),
  pattern(
    `(?<![\\w月年最当起])初(?<date>[一二三四五六七八九十])(?![一-龥]*(?:班|中|年级|次|级))`,
    dayOfComingMonth,
  ),
];
