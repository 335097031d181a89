/** Where a range begins and ends, and what its ends lend each other: 9:00-11, 20-25号, 3月5日至8, between 2 and 4pm. */
import { NUMBERED_THING } from './absolute-dates.ts';
import type { Clock } from './clock.ts';
import { numberOf } from './numerals.ts';
import { pattern, type Read, skip } from './pattern.ts';
import { type Point, readPoint } from './point.ts';

const CONNECTOR =
  /\s*(?:(?:起|开始|断|卡|用|忙|等|坏|停|一直开?|开会?|停机(?:维护)?|维护|检修|施工|停电|断网|割接|值班|加班|培训)?\s*,?\s*(?=到|至|-))?(?:-{1,3}|~|一直到|直到|直至|到|至|through|until|till|to|thru)\s*/y;
const AND = /\s*(?:和|与|and)\s*/y;
const BETWEEN = /\s*之?间/y;
const LEAVE = /(?:从|自|由)\s*/y;

/** 三四点, 6、7点: the first hour has no sign of its own. */
const NEIGHBOUR = /^[\d一两二三四五六七八九十][、和]?[\d两二三四五六七八九十]{1,3}点/;
const LISTED = /[、和]?/y;

/** 9:00-11, 3月5日至8: the end is a bare number of what the beginning ends in. */
const BARE_END = pattern(
  '(?<number>\\d{1,2})(?![\\d:.%]|\\s*(?:[点时日号月年楼层人台个万元室岁位次天周分页级米度条份]|[a-z]))',
  ({ number = '' }) => numberOf(number),
);

/** The point that begins an expression; it may lack the sign that its end has. */
export function readStart(text: string, at: number): Read<Point> | null {
  return readPoint(text, at) ?? readBareStart(text, at) ?? readBareYear(text, at);
}

/** 20-25号, 5到8日: the sign of the day stands at the end alone. */
const BARE_START = pattern(
  `(?<![第a-z])(?:(?<month>\\d{1,2})月)?(?<number>\\d{1,2}|[一二三四五六七八九十]{1,3})(?=\\s*(?:-|~|到|至)\\s*(?:[0-2]?\\d|3[01]|[一二三四五六七八九十]{1,3})(?:日|号(?!${NUMBERED_THING})))`,
  ({ month, number = '' }) => (month === undefined ? numberOf(number) : null),
);

function readBareStart(text: string, at: number): Read<Point> | null {
  const number = BARE_START(text, at);
  if (!number) return null;
  const point = readPoint(`${number.value}日`, 0);
  return point && { to: number.to, value: point.value };
}

/** 1995-1997年, 从2016到2018. */
const BARE_YEAR = pattern(
  '(?<year>(?:19|20)\\d\\d)(?=\\s*(?:-{1,2}|~|到|至)\\s*(?:(?:19|20)\\d\\d(?![\\d./-])|\\d\\d年))',
  ({ year = '' }) => Number(year),
);

function readBareYear(text: string, at: number): Read<Point> | null {
  const year = BARE_YEAR(text, at);
  const point = year && readPoint(`${year.value}年`, 0);
  return point && { to: year.to, value: point.value };
}

const BARE_END_YEAR = pattern('(?<year>(?:19|20)\\d\\d)(?![\\d./-])', ({ year = '' }) => Number(year));

/** The point that ends a range begun by `start`, which was read from `from`. */
export function readEnding(text: string, from: number, start: Read<Point>): Read<Point> | null {
  if (start.value.shift?.ms !== undefined && !isNow(start.value)) return null;
  if (start.value.clock && NEIGHBOUR.test(text.slice(start.to - 1, start.to + 4))) {
    return readEnd(text, skip(LISTED, text, start.to), start.value);
  }
  const next = skip(CONNECTOR, text, start.to);
  if (next > start.to) return readEnd(text, skip(LEAVE, text, next), start.value);
  const and = skip(AND, text, start.to);
  const end = and > start.to ? readEnd(text, and, start.value) : null;
  if (!end) return null;
  const between = skip(BETWEEN, text, end.to);
  if (between > end.to) return { to: between, value: end.value };
  return /between\s*$/.test(text.slice(Math.max(0, from - 9), from)) ? end : null;
}

function readEnd(text: string, at: number, start: Point): Read<Point> | null {
  const point = readPoint(text, at, start.clock !== undefined);
  if (point) return point;
  const year = start.date && !start.part ? BARE_END_YEAR(text, at) : null;
  if (year) return bareYearEnd(year);
  const number = BARE_END(text, at);
  if (!number) return null;
  if (start.clock) return { to: number.to, value: { clock: hourOf(number.value) } };
  const day = start.date && !start.part ? readPoint(`${number.value}日`, 0) : null;
  return day && { to: number.to, value: day.value };
}

function bareYearEnd({ to, value }: Read<number>): Read<Point> | null {
  const point = readPoint(`${value}年`, 0);
  return point && { to, value: point.value };
}

function hourOf(hour: number): Clock {
  return { hour, minute: 0, second: 0, exact: hour > 12, grain: 'hour' };
}

/** 现在, 刚才. */
export function isNow(point: Point): boolean {
  return point.shift?.isNow === true;
}
