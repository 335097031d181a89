/** Years and months as they stand before a day: 2026年, 明年, 26年, 3月, 下个月. Shared by the rules of dates. */
import { type Anchor, choose } from './anchor.ts';
import { civilOf, type Days, monthSpan } from './civil.ts';
import { numberOf, WHOLE } from './numerals.ts';
import type { Groups } from './pattern.ts';

const RELATIVE_YEARS: Record<string, number> = {
  大前年: -3,
  前年: -2,
  去年: -1,
  上年: -1,
  旧年: -1,
  今年: 0,
  本年: 0,
  这一年: 0,
  上一年: -1,
  下一年: 1,
  明年: 1,
  下年: 1,
  来年: 1,
  次年: 1,
  出年: 1,
  后年: 2,
  大后年: 3,
};

const SPELLED = '[零〇○一二三四五六七八九]';
/** 去年, 明年: group `yearWord`. */
export const RELATIVE_YEAR = `(?<yearWord>${Object.keys(RELATIVE_YEARS).join('|')})(?:度)?\\s*的?`;
/** A year that is said: groups `year4`, `year2`, `yearWord`. */
export const YEAR = `(?:(?<year4>[12]\\d{3}|[一二]${SPELLED}{3})\\s*年(?:度)?\\s*(?:的|,\\s*(?=[\\d一二三四五六七八九十]{1,2}月))?|(?<year2>(?<!\\d)\\d{2}|(?<!${SPELLED})${SPELLED}{2})年\\s*|${RELATIVE_YEAR})`;

const STEPS: Record<string, number> = {
  上上上: -3,
  上上: -2,
  上: -1,
  这: 0,
  本: 0,
  当: 0,
  今: 0,
  同: 0,
  呢: 0,
  下: 1,
  下下: 2,
  下下下: 3,
};
/** 上, 下下, 这, 本: which one, counted from the running one. */
export const STEP = '上上上|下下下|上上|下下|上|下|这|本|当|今|同|呢(?=个)';

export function stepOf(word: string | undefined): number | null {
  return word === undefined ? null : (STEPS[word] ?? null);
}

/** A month that is said: groups of `YEAR`, `month`, `monthStep`. */
export const MONTH = `(?:${YEAR}?(?<month>${WHOLE}|元|正(?!月))\\s*月(?:份)?|(?<monthStep>${STEP})(?:一?个)?月(?:份)?)`;

/** A year of two digits lies at most so far ahead: in 2026 «35年» is to come, «58年» was in the last century. */
const YEARS_AHEAD = 10;

/** The year that the groups name; null where they name none. */
export function yearOf(groups: Groups, anchor: Anchor): number | null {
  const { year4, year2, yearWord } = groups;
  if (year4 !== undefined) return numberOf(year4);
  if (yearWord !== undefined) return civilOf(anchor.today).year + (RELATIVE_YEARS[yearWord] ?? 0);
  if (year2 === undefined) return null;
  const short = numberOf(year2) ?? 0;
  const latest = civilOf(anchor.today).year + YEARS_AHEAD;
  return latest - ((latest - short) % 100);
}

/** True where the groups say which year or month it is. */
export function namesYear(groups: Groups): boolean {
  return (groups.year4 ?? groups.year2 ?? groups.yearWord ?? groups.monthStep) !== undefined;
}

export function monthNumberOf(groups: Groups): number | null {
  if (groups.month === undefined) return null;
  const month = groups.month === '元' ? 1 : numberOf(groups.month);
  return month !== null && month >= 1 && month <= 12 ? month : null;
}

/** Days back within which a bare month still means the past one. */
const RECENT_MONTH = 62;

/** The month that the groups name. */
export function monthOf(groups: Groups, anchor: Anchor): Days | null {
  const here = civilOf(anchor.today);
  const step = stepOf(groups.monthStep);
  if (step !== null) return monthSpan(here.year, here.month + step);
  const month = monthNumberOf(groups);
  if (month === null) return null;
  const year = yearOf(groups, anchor);
  if (year !== null) return monthSpan(year, month);
  return choose(anchor, { at: (years) => monthSpan(here.year + years, month), recentDays: RECENT_MONTH });
}

/** A month that is named, or else the running one (月底, 上旬); at the end of a range that of its beginning. */
export function monthOrThis(groups: Groups, anchor: Anchor): Days | null {
  if (groups.month === undefined && groups.monthStep === undefined) {
    const here = civilOf(anchor.after ?? anchor.today);
    return monthSpan(here.year, here.month);
  }
  return monthOf(groups, anchor);
}
