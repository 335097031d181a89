/** Weekdays, weeks and weekends: 周三, 下下周五, 本周, 上个周末, 周六日. Weeks begin on Monday (ISO 8601). */
import { type Anchor, choose, type DateSpan, type DateValue, oneDay } from './anchor.ts';
import { mondayOf } from './civil.ts';
import { STEP, stepOf } from './months.ts';
import { type Groups, pattern, type Reader } from './pattern.ts';

const NUMBERS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7 };
const WEEK = '(?:周|星期|礼拜)';
const WEEKDAY = '(?:[一二三四五六日天]|[1-7](?![\\d点:.]))';
const PREFIX = `(?:(?<step>${STEP})(?:一个|[个一])?)`;
/** 每周三 and 一周三次 name no day. */
const NOT_REPEATED = '(?:(?<![各两几数\\d一二三四五六七八九十])(?<![两几数一二三]个)|(?<=\\d[./-]\\d{1,2}))';

function weekdayNumber(word: string): number {
  return NUMBERS[word] ?? Number(word);
}

/** The day of the week that a prefix names, or the coming one. */
export function resolveWeekday(anchor: Anchor, weekday: number, step: number | null): DateSpan | null {
  const monday = mondayOf(anchor.today);
  if (step !== null) return oneDay(monday + 7 * step + weekday - 1);
  const at = (weeks: number) => oneDay(monday + 7 * weeks + weekday - 1);
  const day = choose(anchor, { at, recentDays: 0 });
  return day && oneDay(day.from);
}

function single({ step, day = '' }: Groups): DateValue {
  const weekday = weekdayNumber(day);
  const weeks = stepOf(step);
  return {
    resolve: (anchor) => resolveWeekday(anchor, weekday, weeks),
    weekday: true,
    ...(weeks === null ? { notToday: true } : { fixed: true }),
  };
}

function pair({ step, day = '', last, listed = '' }: Groups): DateValue | null {
  const [first, second] = [weekdayNumber(day), weekdayNumber(last ?? listed)];
  if (second !== first + 1) return null;
  return {
    resolve: (anchor) => {
      const from = resolveWeekday(anchor, first, stepOf(step));
      return from && { from: from.from, to: from.from + second - first, grain: 'day' };
    },
    fixed: step !== undefined,
  };
}

function weekend({ step }: Groups): DateValue {
  return {
    resolve: (anchor) => {
      const at = (weeks: number) => ({
        from: mondayOf(anchor.today) + 7 * weeks + 5,
        to: mondayOf(anchor.today) + 7 * weeks + 6,
      });
      const weeks = stepOf(step);
      const days = weeks === null ? choose(anchor, { at, recentDays: 0 }) : at(weeks);
      return days && { ...days, grain: 'day' };
    },
    fixed: step !== undefined,
  };
}

function wholeWeek({ step, edge }: Groups): DateValue {
  return {
    resolve: (anchor) => {
      const from = mondayOf(anchor.today) + 7 * (stepOf(step) ?? 0);
      if (edge === '初') return oneDay(from);
      if (edge === '中') return oneDay(from + 2);
      return { from, to: from + 6, grain: 'week' };
    },
    fixed: true,
  };
}

/** 上半周 is Monday to Wednesday, 下半周 Thursday to Sunday. */
function halfWeek({ step, half }: Groups): DateValue {
  return {
    resolve: (anchor) => {
      const from = mondayOf(anchor.today) + 7 * (stepOf(step) ?? 0);
      return half === '下' || half === '后'
        ? { from: from + 3, to: from + 6, grain: 'day' }
        : { from, to: from + 2, grain: 'day' };
    },
    fixed: true,
  };
}

/** Readers of weekdays, weeks and weekends. */
export const weekdays: readonly Reader<DateValue>[] = [
  pattern(
    `${NOT_REPEATED}(?:${PREFIX}${WEEK}的?\\s*)?${WEEK}\\s*(?<day>${WEEKDAY})(?!年|个月|[一二三四五六七八九十]?[次遍圈]|到\\d+[次])`,
    single,
  ),
  pattern(
    `${NOT_REPEATED}${PREFIX}${WEEK}\\s*(?<day>${WEEKDAY})(?!年|个月|[一二三四五六七八九十]?[次遍])`,
    single,
  ),
  pattern(
    `${NOT_REPEATED}${PREFIX}?${WEEK}(?<day>${WEEKDAY})(?:${WEEK}?(?<last>[二三四五六日天])(?:两天)?|[、,和及]${WEEK}?(?<listed>[二三四五六日天])两天)(?![次遍])`,
    pair,
  ),
  pattern(`${NOT_REPEATED}${PREFIX}?(?:周末|星期末|礼拜末|双休日?)`, weekend),
  pattern(`(?:${PREFIX}${WEEK}的?)?(?<half>[上下前后])半个?${WEEK}`, halfWeek),
  pattern(`(?<!一)${PREFIX}周(?<edge>[初中](?!级|间))?(?!围|边|报|期|年|刊|例|岁)`, wholeWeek),
  pattern(`(?<!一)${PREFIX}(?:星期|礼拜)`, wholeWeek),
];
