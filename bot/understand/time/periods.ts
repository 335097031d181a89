/** Parts of months, quarters and years: 月底, 上旬, 第三季度, 上半年, 年底, 十一月第二周, 本月最后一个周五. */
import { type Anchor, choose, type DateSpan, type DateValue, oneDay } from './anchor.ts';
import { addMonths, civilOf, type Days, dayOf, mondayOf, monthSpan, weekdayOf, yearSpan } from './civil.ts';
import { MONTH, monthOrThis, namesYear, STEP, stepOf, YEAR, yearOf } from './months.ts';
import { numberOf } from './numerals.ts';
import { type Groups, pattern, type Reader } from './pattern.ts';

type Grain = DateSpan['grain'];

function period(grain: Grain, resolve: (anchor: Anchor) => Days | null, fixed = true): DateValue {
  return {
    resolve: (anchor) => {
      const days = resolve(anchor);
      return days && { from: days.from, to: days.to, grain };
    },
    fixed,
  };
}

const last = (days: Days): Days => ({ from: days.to, to: days.to });
const first = (days: Days): Days => ({ from: days.from, to: days.from });

/** 月底 is the last day, 月初 the first, 月中 the 15th. A bare 月初 that is over means the next one when looking ahead. */
function monthEdge(groups: Groups): DateValue {
  const { edge } = groups;
  return period('day', (anchor) => {
    const month = monthOrThis(groups, anchor);
    if (!month) return null;
    if (edge !== '初' && edge !== '头' && edge !== '中') return last(month);
    const day = month.from + (edge === '中' ? 14 : 0);
    const bare = groups.month === undefined && groups.monthStep === undefined;
    if (!bare || day >= anchor.today || anchor.lean !== 'future') return { from: day, to: day };
    return first({ from: month.to + (edge === '中' ? 15 : 1), to: 0 });
  });
}

const TEN_DAYS: Record<string, (month: Days) => Days> = {
  上: ({ from }) => ({ from, to: from + 9 }),
  中: ({ from }) => ({ from: from + 10, to: from + 19 }),
  下: ({ from, to }) => ({ from: from + 20, to }),
};

function tenDays(groups: Groups): DateValue {
  return period('week', (anchor) => {
    const month = monthOrThis(groups, anchor);
    return (month && (TEN_DAYS[groups.third ?? ''] ?? TEN_DAYS.上)?.(month)) || null;
  });
}

function halfMonth(groups: Groups): DateValue {
  return period('month', (anchor) => {
    const month = monthOrThis(groups, anchor);
    if (!month) return null;
    const middle = month.from + 14;
    return groups.half === '上' ? { from: month.from, to: middle } : { from: middle + 1, to: month.to };
  });
}

function runningQuarter(anchor: Anchor): number {
  return Math.ceil(civilOf(anchor.today).month / 3);
}

function quarterSpan(year: number, quarter: number): Days {
  return { from: dayOf(year, quarter * 3 - 2, 1), to: dayOf(year, quarter * 3 + 1, 0) };
}

function quarterOf(groups: Groups, anchor: Anchor): Days | null {
  const here = civilOf(anchor.today).year;
  const step = stepOf(groups.step);
  if (step !== null) return quarterSpan(here, runningQuarter(anchor) + step);
  const quarter = groups.quarter === '首' ? 1 : numberOf(groups.quarter ?? '');
  if (quarter === null || quarter < 1 || quarter > 4) return null;
  const year = yearOf(groups, anchor);
  if (year !== null) return quarterSpan(year, quarter);
  return choose(anchor, { at: (years) => quarterSpan(here + years, quarter), recentDays: 180 });
}

function quarterPeriod(groups: Groups): DateValue {
  const { edge } = groups;
  return period(edge ? 'day' : 'quarter', (anchor) => {
    const days = quarterOf(groups, anchor);
    if (!days || !edge) return days;
    return edge === '初' ? first(days) : last(days);
  });
}

/** 前三季度: from the year's beginning. */
function firstQuarters(groups: Groups): DateValue | null {
  const count = numberOf(groups.count ?? '') ?? 0;
  if (count < 2 || count > 4) return null;
  return period('quarter', (anchor) => {
    const year = yearOf(groups, anchor) ?? civilOf(anchor.today).year;
    return { from: dayOf(year, 1, 1), to: quarterSpan(year, count).to };
  });
}

function yearOrThis(groups: Groups, anchor: Anchor): number {
  return yearOf(groups, anchor) ?? civilOf(anchor.today).year;
}

function halfYear(groups: Groups): DateValue {
  return period('quarter', (anchor) => {
    const year = yearOrThis(groups, anchor);
    return groups.half === '上' || groups.half === '前'
      ? { from: dayOf(year, 1, 1), to: dayOf(year, 6, 30) }
      : { from: dayOf(year, 7, 1), to: dayOf(year, 12, 31) };
  });
}

function yearEdge(groups: Groups): DateValue {
  const { edge = '' } = groups;
  return period('day', (anchor) => {
    const year = yearOrThis(groups, anchor);
    if (edge === '中') return last({ from: 0, to: dayOf(year, 6, 30) });
    if (edge === '底' || edge === '末' || edge === '尾' || edge === '终') return last(yearSpan(year));
    const passed = !namesYear(groups) && anchor.lean === 'future' && dayOf(year, 1, 1) < anchor.today;
    return first(yearSpan(passed ? year + 1 : year));
  });
}

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
  '(?<side>前|头|最后)\\s*(?<count>[一两二三四五六七八九十\\d]{1,3})\\s*(?<unit>天|日|周|个?星期|个?礼拜|个?月)(?![前后内])';
const NTH = '第(?<count>[一二三四五六七八九十\\d]{1,3})';
const WEEK = '(?:周|星期|礼拜)';

/** Readers of periods. */
export const periods: readonly Reader<DateValue>[] = [
  pattern(`${MONTH}的?(?<edge>[初底末中头尾]|月[底末初尾])(?!级|间)(?!心)(?:的?时候)?`, monthEdge),
  pattern(`(?<![\\d一二三四五六七八九十个本上下这当])月(?<edge>[初底末中尾])`, monthEdge),
  pattern(`(?:${MONTH}的?)?(?<third>[上中下])旬`, tenDays),
  pattern(`(?:${MONTH}的?|)(?<half>[上下])半个?月`, halfMonth),
  pattern(`${YEAR}?(?:的?第)?(?<quarter>[一二三四1-4首])个?季度?(?<edge>[初末底])?(?!稻|豆|花)`, (groups) =>
    quarterPeriod(groups),
  ),
  pattern(`${YEAR}?(?<![a-z\\d])q(?<quarter>[1-4])(?![\\w])(?:季度)?(?<edge>[初末底])?`, quarterPeriod),
  pattern(`(?<step>${STEP})(?:一?个)?季度?(?<edge>[初末底])?(?<!季)`, quarterPeriod),
  pattern(`${YEAR}?前(?<count>[二两三四2-4])个?季度`, firstQuarters),
  pattern(`${YEAR}?(?<half>[上下前后])(?:个)?半年度?`, halfYear),
  pattern(
    `(?:${YEAR}|(?<![\\d一二三四五六七八九十])(?=年))年?(?<edge>[初底末中终尾]|伊始)(?![级了轮期心总奖考决述盘])`,
    yearEdge,
  ),
  pattern(`${MONTH}的?${NTH}个?${WEEK}(?![一二三四五六日天\\d])`, weekOfMonth),
  pattern(`${MONTH}的?最后一个?${WEEK}(?![一二三四五六日天\\d])`, weekOfMonth),
  pattern(`${YEAR}的?${NTH}个?${WEEK}(?![一二三四五六日天\\d])`, weekOfYear),
  pattern(`${YEAR}的?${NTH}个月`, monthOfYear),
  pattern(`${MONTH}的?第(?<count>[一二三四五六七八九十\\d]{1,3})天`, dayOfPeriod('month')),
  pattern(`${YEAR}的?第(?<count>[一二三四五六七八九十百\\d]{1,4})天`, dayOfPeriod('year')),
  pattern('今明两年', () => twoYears),
  pattern(`${MONTH}的?${SIDE}`, edgeOf('month')),
  pattern(`${YEAR}的?${SIDE}`, edgeOf('year')),
  pattern(`${MONTH}的?${NTH}个${WEEK}(?<day>[一二三四五六日天1-7])`, weekdayOfMonth),
  pattern(`${MONTH}的?最后一个${WEEK}(?<day>[一二三四五六日天1-7])`, weekdayOfMonth),
];
