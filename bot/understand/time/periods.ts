/** Parts of months, quarters and years: 月底, 上旬, 第三季度, 上半年, 年底. */
import { type Anchor, choose, type DateSpan, type DateValue } from './anchor.ts';
import { civilOf, type Days, dayOf, yearSpan } from './civil.ts';
import { MONTH, monthOrThis, namesYear, STEP, stepOf, YEAR, yearOf } from './months.ts';
import { numberOf } from './numerals.ts';
import { type Groups, pattern, type Reader } from './pattern.ts';

type Grain = DateSpan['grain'];

/** A date value out of the days it stands for. */
export function period(grain: Grain, resolve: (anchor: Anchor) => Days | null, fixed = true): DateValue {
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
    const next = month.to + (edge === '中' ? 15 : 1);
    return { from: next, to: next };
  });
}

const TEN_DAYS: Record<string, (month: Days) => Days> = {
  上: ({ from }) => ({ from, to: from + 9 }),
  中: ({ from }) => ({ from: from + 10, to: from + 19 }),
  下: ({ from, to }) => ({ from: from + 20, to }),
  中上: ({ from }) => ({ from, to: from + 19 }),
  中下: ({ from, to }) => ({ from: from + 10, to }),
};

function tenDays(groups: Groups): DateValue {
  return period('week', (anchor) => {
    const month = monthOrThis(groups, anchor);
    return month && (TEN_DAYS[groups.third ?? '']?.(month) ?? null);
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

/** The year that the groups name, or the running one. */
export function yearOrThis(groups: Groups, anchor: Anchor): number {
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
    if (edge === '中') return last({ from: dayOf(year, 1, 1), to: dayOf(year, 6, 30) });
    if (edge === '底' || edge === '末' || edge === '尾' || edge === '终') return last(yearSpan(year));
    const passed = !namesYear(groups) && anchor.lean === 'future' && dayOf(year, 1, 1) < anchor.today;
    return first(yearSpan(passed ? year + 1 : year));
  });
}

/** Readers of periods. */
export const periods: readonly Reader<DateValue>[] = [
  pattern(`${MONTH}的?(?<edge>[初底末中头尾]|月[底末初尾])(?!级|间)(?!心)(?:的?时候)?`, monthEdge),
  pattern(`(?<![\\d一二三四五六七八九十个本上下这当])月(?<edge>[初底末中尾])`, monthEdge),
  pattern(`(?:${MONTH}的?)?(?<third>中上|中下|[上中下])旬`, tenDays),
  pattern(`(?:${MONTH}的?|)(?<half>[上下])半个?月`, halfMonth),
  pattern(
    `${YEAR}?的?第(?<quarter>[一二三四1-4])个?(?:季度|(?<=年的?第.)季)(?<edge>[初末底])?`,
    quarterPeriod,
  ),
  pattern(
    `${YEAR}?(?<!第)(?<quarter>[一二三四1-4首])季度?(?<edge>[初末底])?(?!稻|豆|花|如春|酒店)`,
    quarterPeriod,
  ),
  pattern(`${YEAR}?(?<![a-z\\d])q(?<quarter>[1-4])(?![\\w])(?:季度)?(?<edge>[初末底])?`, quarterPeriod),
  pattern(`(?<step>${STEP})(?:一?个)?季度?(?<edge>[初末底])?(?<!季)`, quarterPeriod),
  pattern(`${YEAR}?前(?<count>[二两三四2-4])个?季度`, firstQuarters),
  pattern(`${YEAR}?(?<half>[上下前后])(?:个)?半年度?`, halfYear),
  pattern(
    `(?:${YEAR}|(?<![\\d一二三四五六七八九十])(?=年))年?(?<edge>[初底末中终尾]|伊始)(?![级了轮期心总奖考决述盘结])`,
    yearEdge,
  ),
];
