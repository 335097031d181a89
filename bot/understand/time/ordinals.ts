/** What is counted within a month or a year: 十一月第二周, 本月最后一个周五, 去年前十天, 明年第三个月. */
import { type DateValue, oneDay } from './anchor.ts';
import { addMonths, civilOf, type Days, dayOf, mondayOf, monthSpan, weekdayOf, yearSpan } from './civil.ts';
import { MONTH, monthOrThis, RELATIVE_YEAR, STEP, stepOf, YEAR } from './months.ts';
import { numberOf, WHOLE } from './numerals.ts';
import { type Groups, pattern, type Reader } from './pattern.ts';
import { period, yearOrThis } from './periods.ts';
import { workdayAway } from './workdays.ts';

/** The first week of a month begins with its first Monday. */
function weekOfMonth(groups: Groups): DateValue | null {
  const number = groups.count === undefined ? null : numberOf(groups.count);
  if (number !== null && (number < 1 || number > 5)) return null;
  return period('week', (anchor) => {
    const month = monthOrThis(groups, anchor);
    if (!month) return null;
    const from = number === null ? mondayOf(month.to) : mondayOf(month.from + 6) + 7 * (number - 1);
    return from > month.to ? null : { from, to: from + 6 };
  });
}

/** Weeks of a year are numbered as in ISO 8601. */
function weekOfYear(groups: Groups): DateValue | null {
  const number = numberOf(groups.count ?? '') ?? 0;
  if (number < 1 || number > 53) return null;
  return period('week', (anchor) => {
    const from = mondayOf(dayOf(yearOrThis(groups, anchor), 1, 4)) + 7 * (number - 1);
    return { from, to: from + 6 };
  });
}

const WEEKDAYS = '一二三四五六日';

function weekdayOfMonth(groups: Groups): DateValue | null {
  const weekday = groups.day === '天' ? 7 : WEEKDAYS.indexOf(groups.day ?? '') + 1 || Number(groups.day);
  const number = groups.count === undefined ? null : numberOf(groups.count);
  return period('day', (anchor) => {
    const month = monthOrThis(groups, anchor);
    if (!month) return null;
    const day =
      number === null
        ? month.to - ((weekdayOf(month.to) - weekday + 7) % 7)
        : month.from + ((weekday - weekdayOf(month.from) + 7) % 7) + 7 * (number - 1);
    return day > month.to ? null : oneDay(day);
  });
}

/** 本月最后一个工作日, 下个月第三个工作日. */
function workdayOfMonth(groups: Groups): DateValue | null {
  const count = groups.count === undefined ? 1 : numberOf(groups.count);
  if (count === null || count < 1) return null;
  return period('day', (anchor) => {
    const month = monthOrThis(groups, anchor);
    if (!month) return null;
    return groups.last === undefined
      ? oneDay(workdayAway({ ...anchor, today: month.from - 1 }, count))
      : oneDay(workdayAway({ ...anchor, today: month.to + 1 }, -1));
  });
}

/** 今年第三个月. */
function monthOfYear(groups: Groups): DateValue | null {
  const month = numberOf(groups.count ?? '') ?? 0;
  if (month < 1 || month > 12) return null;
  return period('month', (anchor) => monthSpan(yearOrThis(groups, anchor), month));
}

/** 本月前三天, 去年最后两周: the first or last of a month or year; weeks are whole ones. */
function edgeOf(grain: 'month' | 'year') {
  return (groups: Groups): DateValue | null => {
    const count = numberOf(groups.count ?? '') ?? 0;
    if (count < 1) return null;
    return period('day', (anchor) => {
      const whole = grain === 'year' ? yearSpan(yearOrThis(groups, anchor)) : monthOrThis(groups, anchor);
      return whole && sideOf(whole, groups.side === '前' || groups.side === '头', count, groups.unit ?? '天');
    });
  };
}

function sideOf(whole: Days, atStart: boolean, count: number, unit: string): Days {
  if (unit === '天' || unit === '日') {
    return atStart
      ? { from: whole.from, to: whole.from + count - 1 }
      : { from: whole.to - count + 1, to: whole.to };
  }
  if (unit.endsWith('月')) {
    return atStart
      ? { from: whole.from, to: addMonths(whole.from, count) - 1 }
      : { from: addMonths(whole.to + 1, -count), to: whole.to };
  }
  const monday = atStart ? mondayOf(whole.from + 6) : mondayOf(whole.to + 1) - 7 * count;
  return { from: monday, to: monday + 7 * count - 1 };
}

function dayOfPeriod(grain: 'month' | 'year') {
  return (groups: Groups): DateValue | null => {
    const count = numberOf(groups.count ?? '') ?? 0;
    if (count < 1) return null;
    return period('day', (anchor) => {
      const whole = grain === 'year' ? yearSpan(yearOrThis(groups, anchor)) : monthOrThis(groups, anchor);
      return whole && whole.from + count - 1 <= whole.to ? oneDay(whole.from + count - 1) : null;
    });
  };
}

const twoYears = period('year', ({ today }) => {
  const { year } = civilOf(today);
  return { from: dayOf(year, 1, 1), to: dayOf(year + 1, 12, 31) };
});

const SIDE =
  '(?<side>前|头|最后|后(?=[两二三四五六七八九十\\d]+个?月))\\s*(?<count>[一两二三四五六七八九十\\d]{1,3})\\s*(?<unit>天|日|周|个?星期|个?礼拜|个?月)(?![前后内号\\d])';
const NTH = '第(?<count>[一二三四五六七八九十\\d]{1,3})';
const WEEK = '(?:周|星期|礼拜)';

/** 去年今天, 下周今天: as far into it as today is. */
function sameDay({ step, unit }: Groups): DateValue {
  const steps = stepOf(step) ?? 0;
  return period('day', ({ today }) => oneDay(unit === '月' ? addMonths(today, steps) : today + 7 * steps));
}

function sameDayOfYear(groups: Groups): DateValue {
  return period('day', (anchor) => {
    const years = yearOrThis(groups, anchor) - civilOf(anchor.today).year;
    return oneDay(addMonths(anchor.today, 12 * years));
  });
}

/** 三年前的今天. */
function yearsAgoToday({ count = '' }: Groups): DateValue | null {
  const years = numberOf(count);
  return years === null || years > 99
    ? null
    : period('day', ({ today }) => oneDay(addMonths(today, -12 * years)));
}

/** 去年本月, 去年本月十日. */
function sameMonthOfYear(groups: Groups): DateValue {
  const date = groups.date === undefined ? null : numberOf(groups.date);
  return period(date === null ? 'month' : 'day', (anchor) => {
    const month = monthSpan(yearOrThis(groups, anchor), civilOf(anchor.today).month);
    if (date === null) return month;
    const day = month.from + date - 1;
    return date < 1 || day > month.to ? null : oneDay(day);
  });
}

/** Readers of what is counted within a month or year. */
export const ordinals: readonly Reader<DateValue>[] = [
  pattern(`${MONTH}的?${NTH}个?${WEEK}(?![一二三四五六日天\\d])`, weekOfMonth),
  pattern(`${MONTH}的?最后一个?${WEEK}(?![一二三四五六日天\\d])`, weekOfMonth),
  pattern(`${YEAR}的?${NTH}个?${WEEK}(?![一二三四五六日天\\d])`, weekOfYear),
  pattern(`${YEAR}的?${NTH}个月`, monthOfYear),
  pattern(
    `${MONTH}的?(?:第(?<count>[一二三四五六七八九十\\d]{1,2})个|(?<last>最后)一?个|首个)工作日`,
    workdayOfMonth,
  ),
  pattern(`${MONTH}的?第(?<count>[一二三四五六七八九十\\d]{1,3})天`, dayOfPeriod('month')),
  pattern(`${YEAR}的?第(?<count>[一二三四五六七八九十百\\d]{1,4})天`, dayOfPeriod('year')),
  pattern(`${YEAR}的?首个?月`, (groups) => monthOfYear({ ...groups, count: '1' })),
  pattern('今明两年', () => twoYears),
  pattern(`(?<step>${STEP})个?(?<unit>周|星期|礼拜|月)的?(?:今天|今日)`, sameDay),
  pattern(`(?<count>${WHOLE})年前的?(?:今天|今日)`, yearsAgoToday),
  pattern(`${RELATIVE_YEAR}(?:本月|这个月|同月|当月)(?:(?<date>${WHOLE})[日号])?`, sameMonthOfYear),
  pattern(`${RELATIVE_YEAR}(?:今天|今日)`, sameDayOfYear),
  pattern(`${MONTH}的?${SIDE}`, edgeOf('month')),
  pattern(`${YEAR}的?${SIDE}`, edgeOf('year')),
  pattern(`${MONTH}的?${NTH}个${WEEK}(?<day>[一二三四五六日天1-7])`, weekdayOfMonth),
  pattern(`${MONTH}的?最后一个${WEEK}(?<day>[一二三四五六日天1-7])`, weekdayOfMonth),
];
