/** One expression of time in a text: a point or a range, with the words around it, resolved. */
import type { Anchor } from './anchor.ts';
import type { Clock } from './clock.ts';
import { type Marks, readMarks } from './markers.ts';
import { numberOf } from './numerals.ts';
import { pattern, type Read, skip } from './pattern.ts';
import { type Point, partIn, readPoint } from './point.ts';
import { resolvePoint, type Setting, type When } from './resolve.ts';

export interface Expression {
  from: number;
  to: number;
  marks: Marks;
  begin: When;
  end: When | null;
  /** A day was said, not taken from now. */
  dated: boolean;
  /** 现在, 刚才. */
  isNow: boolean;
}

/** Said, but there is no such day: 2月31日. */
export interface Nowhere {
  to: number;
  begin: null;
}

export interface Carried {
  day: number;
  seconds: number;
}

const CONNECTOR =
  /\s*(?:(?:起|开始|断|卡|用|忙|等|坏|停|开)?\s*,?\s*(?=到|至|-))?(?:-{1,3}|~|一直到|直到|直至|到|至|through|until|till|to|thru)\s*/y;
const AND = /\s*(?:和|与|and)\s*/y;
const BETWEEN = /\s*之?间/y;
const LEAVE = /(?:从|自|由)\s*/y;

/** 9:00-11, 3月5日至8: the end is a bare number of what the beginning ends in. */
const BARE_END = pattern(
  '(?<number>\\d{1,2})(?![\\d:.%]|\\s*(?:[点时日号月年楼层人台个万元室岁位次天周分页级米度条份]|[a-z]))',
  ({ number = '' }) => numberOf(number),
);

/** Reads and resolves the expression at this place; null where there is none, or no such day. */
export function readExpression(
  text: string,
  at: number,
  anchor: Anchor,
  carried?: Carried,
): Expression | Nowhere | null {
  const start = readStart(text, at);
  if (!start) return null;
  const ending = readEnding(text, at, start);
  const to = ending?.to ?? start.to;
  const marks = readMarks(text, at, to);
  const leaning = ending && isNow(ending.value) ? { ...anchor, lean: 'past' as const } : lean(anchor, marks);
  const begin = resolveBegin(start.value, ending?.value ?? null, {
    anchor: leaning,
    beginsRange: ending !== null,
    ...(carried && { carried }),
  });
  if (!begin) return { to, begin: null };
  if (start.value.shift?.stretch) return stretchTo(begin, marks, to, anchor);
  const end =
    ending && resolvePoint(ending.value, { anchor: leaning, begin, beginPart: partIn(start.value) });
  if (ending && (!end || !isAfter(end, begin))) return withoutEnd(text, at, start.to, begin, start.value);
  return {
    from: marks.from,
    to: marks.to,
    marks: end ? { ...marks, role: 'at' } : withRole(marks, start.value),
    begin,
    end,
    dated: isDated(start.value),
    isNow: isNow(start.value),
  };
}

function isNow(point: Point): boolean {
  return point.shift?.isNow === true;
}

/** 最近十分钟, 未来两小时: from one moment to now, or from now on. */
function stretchTo(far: When, marks: Marks, to: number, anchor: Anchor): Expression {
  const now: When = { kind: 'moment', day: anchor.today, seconds: anchor.seconds, grain: 'second' };
  const back = isAfter(now, far);
  const [begin, end] = back ? [far, now] : [now, far];
  return { from: marks.from, to, marks, begin, end, dated: true, isNow: false };
}

function withoutEnd(text: string, at: number, to: number, begin: When, point: Point): Expression {
  const marks = readMarks(text, at, to);
  return {
    from: marks.from,
    to: marks.to,
    marks: withRole(marks, point),
    begin,
    end: null,
    dated: isDated(point),
    isNow: false,
  };
}

function isDated(point: Point): boolean {
  return point.date !== undefined;
}

function withRole(marks: Marks, { shift }: Point): Marks {
  return shift && shift.role !== 'at' ? { ...marks, role: shift.role } : marks;
}

function lean(anchor: Anchor, { role, lean: told }: Marks): Anchor {
  if (role === 'by') return { ...anchor, lean: 'future' };
  return told === 'past' && !anchor.meeting ? { ...anchor, lean: 'past' } : anchor;
}

function readStart(text: string, at: number): Read<Point> | null {
  return readPoint(text, at) ?? readBareStart(text, at) ?? readBareYear(text, at);
}

/** 20-25号, 5到8日: the sign of the day stands at the end alone. */
const BARE_START = pattern(
  '(?<![第a-z])(?:(?<month>\\d{1,2})月)?(?<number>\\d{1,2}|[一二三四五六七八九十]{1,3})(?=\\s*(?:-|~|到|至)\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号])',
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

function readEnding(text: string, from: number, start: Read<Point>): Read<Point> | null {
  if (start.value.shift?.ms !== undefined && !isNow(start.value)) return null;
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

/** 3-5pm, 两点到16:00: an end that is certain decides the half of the day of a beginning that is not. */
function resolveBegin(point: Point, ending: Point | null, setting: Setting): When | null {
  const { clock } = point;
  if (!clock || clock.exact || partIn(point) || !ending?.clock?.exact) return resolvePoint(point, setting);
  const end = ending.clock.hour * 60 + ending.clock.minute;
  const afternoon = (clock.hour + 12) * 60 + clock.minute;
  const hour = clock.hour < 12 && afternoon < end ? clock.hour + 12 : clock.hour;
  return resolvePoint({ ...point, clock: { ...clock, hour, exact: true } }, setting);
}

function isAfter(end: When, begin: When): boolean {
  const endDay = end.kind === 'days' ? end.to : end.day;
  const beginDay = begin.kind === 'days' ? begin.from : begin.day;
  if (end.kind === 'moment' && begin.kind === 'moment' && endDay === beginDay)
    return end.seconds > begin.seconds;
  return endDay >= beginDay;
}
