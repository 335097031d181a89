/** Lengths of time: 两个小时, 一个半小时, 一刻钟, 3天, 两个半月, 1小时20分, half an hour, 2 days. */
import { addMonths } from './civil.ts';
import { NUMBER, numberOf } from './numerals.ts';
import { type Groups, pattern, type Read, type Reader, skip } from './pattern.ts';

/** Calendar months, days, working days and milliseconds are kept apart: a month has no fixed length. */
export interface Length {
  months: number;
  days: number;
  workdays: number;
  ms: number;
  unit: Unit;
}

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const EMPTY = { months: 0, days: 0, workdays: 0, ms: 0 };

const UNITS: readonly { words: RegExp; of: (count: number) => Length }[] = [
  {
    words: /^(?:秒钟?|seconds?|secs?|s)$/,
    of: (count) => ({ ...EMPTY, ms: count * SECOND_MS, unit: 'second' }),
  },
  {
    words: /^(?:分钟?|minutes?|mins?|m)$/,
    of: (count) => ({ ...EMPTY, ms: count * MINUTE_MS, unit: 'minute' }),
  },
  { words: /^(?:刻钟?)$/, of: (count) => ({ ...EMPTY, ms: count * 15 * MINUTE_MS, unit: 'minute' }) },
  { words: /^(?:个?字)$/, of: (count) => ({ ...EMPTY, ms: count * 5 * MINUTE_MS, unit: 'minute' }) },
  {
    words: /^(?:小时|钟头|钟|时|hours?|hrs?|h)$/,
    of: (count) => ({ ...EMPTY, ms: count * HOUR_MS, unit: 'hour' }),
  },
  {
    words: /^(?:(?:工作|交易)日|working days?|business days?|workdays?)$/,
    of: (count) => ({ ...EMPTY, workdays: count, unit: 'day' }),
  },
  { words: /^(?:天|日|days?)$/, of: (count) => ({ ...EMPTY, days: count, unit: 'day' }) },
  { words: /^(?:周|星期|礼拜|weeks?|wks?)$/, of: (count) => ({ ...EMPTY, days: count * 7, unit: 'week' }) },
  { words: /^(?:月|months?)$/, of: monthsLength },
  { words: /^(?:季度)$/, of: (count) => ({ ...EMPTY, months: count * 3, unit: 'month' }) },
  { words: /^(?:年|years?)$/, of: (count) => ({ ...EMPTY, months: Math.round(count * 12), unit: 'year' }) },
];

function monthsLength(count: number): Length {
  const whole = Math.floor(count);
  return { ...EMPTY, months: whole, days: count > whole ? 15 : 0, unit: 'month' };
}

function lengthOf(count: number, word: string): Length | null {
  return UNITS.find(({ words }) => words.test(word))?.of(count) ?? null;
}

const LONG_UNITS = '小时|钟头|工作日|交易日|星期|礼拜|季度';

/** 两三, 三五: about so many, which is no number. */
function isVague(count: string | undefined): boolean {
  return count !== undefined && /^[一二两三四五六七八九]{2,}$/.test(count);
}

/** 三个小时, 一个半小时, 两天半, 半个月, 3天. */
function chinese({ count, half, unit = '', tail }: Groups): Length | null {
  const number = count === undefined ? 0 : numberOf(count);
  if (number === null || isVague(count)) return null;
  if (unit === '年' && (number > 99 || count?.startsWith('0') || count?.startsWith('零'))) return null;
  const total = number + (half === undefined ? 0 : 0.5) + (tail === undefined ? 0 : 0.5);
  return total === 0 ? null : lengthOf(total, unit);
}

const NOT_INSIDE = '(?<!第|第\\d|几)';
const COUNT = `${NOT_INSIDE}(?<count>${NUMBER})\\s*`;
/** 三个多月, 20多天: more than that, read as that. */
const MORE = '多?';

const part: readonly Reader<Length>[] = [
  pattern(`${COUNT}${MORE}个?${MORE}(?<half>半)?(?<unit>${LONG_UNITS})(?<tail>半(?![天年夜]))?`, chinese),
  pattern(
    `${COUNT}${MORE}个${MORE}(?<half>半)?(?<unit>月|钟(?!头)|字(?!母)|周(?![一二三四五六日末]))(?<tail>半(?![天年夜]))?`,
    chinese,
  ),
  pattern(`${NOT_INSIDE}(?<half>半)个?(?<unit>小时|钟头|(?<!分半)钟|月|星期|礼拜)`, chinese),
  pattern(`${NOT_INSIDE}(?<half>半)(?<unit>年)(?!工作|总结|会|报|度|终)`, chinese),
  pattern(`${COUNT}(?<unit>分)(?<half>半)钟?(?=之?[后内前]|以[后内前]|$)`, chinese),
  pattern(`${COUNT}${MORE}(?<unit>分钟)(?<tail>半)(?=之?[后内前]|以[后内前来]|$)`, chinese),
  pattern(`${COUNT}${MORE}(?<unit>秒钟?|分钟|刻钟?)(?!算)`, chinese),
  pattern(
    `${COUNT}${MORE}(?<unit>天|周|年|日(?=内|之内|以内|后|之后|以后)|(?<=[一两三四五六七八九十])(?<!十[一二三四五六七八九]|[二三]十)日(?=前|之前|以前))(?<tail>半)?多?(?!级|会|报|刊|岁|轻|度|检|假|龄|线)`,
    chinese,
  ),
  pattern(`${NOT_INSIDE}(?<count>[两俩仨])(?<unit>月)`, chinese),
  pattern(
    '(?<![a-z\\d.])(?<count>\\d{1,3}(?:\\.\\d)?)\\s?(?<unit>hours?|hrs?|h|minutes?|mins?|seconds?|secs?|days?|weeks?|wks?|months?|years?|working days?|business days?)(?![a-z\\d])',
    english,
  ),
  pattern(
    '(?<![a-z])(?<word>an?|one|two|three|four|five|six|seven|eight|nine|ten|couple of|a couple of)(?<half> and a half)? (?<unit>hours?|minutes?|days?|weeks?|months?|years?|working days?|business days?)(?![a-z])',
    english,
  ),
  pattern('(?<![a-z])half (?:an |a )?(?<unit>hour|day|month|year)(?![a-z])', ({ unit = '' }) =>
    lengthOf(0.5, unit),
  ),
];

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function english({ count, word, half, unit = '' }: Groups): Length | null {
  const named = word === undefined ? -1 : WORDS.indexOf(word);
  const spelled = word?.includes('couple') ? 2 : named > 0 ? named : 1;
  return lengthOf((count === undefined ? spelled : Number(count)) + (half === undefined ? 0 : 0.5), unit);
}

const TRAILING_MINUTES = pattern(
  `(?:又|零|余|and)?\\s*(?<count>${NUMBER})\\s*(?<unit>分)(?!之|[一-龥])`,
  chinese,
);
/** 8天20时: hours of a length, not of the clock. */
const TRAILING_HOURS = pattern(`${COUNT}(?<unit>时)(?!间|候|段)`, chinese);
const JOIN = /(?:\s*(?:又|零|加|多|余|and)\s*)?/y;

/** What a length may go on with, by its last unit, that is no length by itself. */
const TRAILING: Partial<Record<Unit, Reader<Length>>> = { hour: TRAILING_MINUTES, day: TRAILING_HOURS };

/** A length at this place, its parts added up: 一小时二十分, 三天又两小时. */
export function readLength(text: string, at: number): Read<Length> | null {
  const longer = skip(FROM_LESS, text, at);
  let total = onePart(text, at) ?? (longer > at ? onePart(text, longer) : null);
  while (total) {
    JOIN.lastIndex = total.to;
    const next = total.to + (JOIN.exec(text)?.[0].length ?? 0);
    const more: Read<Length> | null = onePart(text, next) ?? TRAILING[total.value.unit]?.(text, next) ?? null;
    if (!more) break;
    total = { to: more.to, value: sum(total.value, more.value) };
  }
  return total;
}

/** 1-2小时, 三到五天: the longer one. */
const FROM_LESS = /(?:\d{1,2}|[一二两三四五六七八九十]{1,2})个?\s*[-~到至]\s*(?=[\d一二两三四五六七八九十])/y;

function onePart(text: string, at: number): Read<Length> | null {
  for (const reader of part) {
    const read = reader(text, at);
    if (read) return read;
  }
  return null;
}

function sum(left: Length, right: Length): Length {
  return {
    months: left.months + right.months,
    days: left.days + right.days,
    workdays: left.workdays + right.workdays,
    ms: left.ms + right.ms,
    unit: right.unit,
  };
}

/** True where it counts whole days or more, so that a day plus it is a day. */
export function isOfDays(length: Length): boolean {
  return length.ms === 0 && Number.isInteger(length.days);
}

/** A nominal size, for a length that stands alone; a month is 30 days, a working day 24 hours. */
export function lengthMs(length: Length): number {
  return length.ms + (length.days + length.workdays + length.months * 30) * DAY_MS;
}

/** The day a length away in whole days and months; `sign` −1 goes back. */
export function dayAway(day: number, length: Length, sign: 1 | -1): number {
  return addMonths(day, sign * length.months) + sign * length.days;
}
