/** Times by their distance from now: 半小时后, 过两个钟头, 三天前, 两周内, 3个工作日内, 最近三天, in 2 hours. */
import { type Anchor, type DateSpan, type DateValue, oneDay } from './anchor.ts';
import { civilOf, dayOf, mondayOf, monthSpan } from './civil.ts';
import { dayAway, isOfDays, type Length, readLength } from './lengths.ts';
import { NUMBER, numberOf } from './numerals.ts';
import { pattern, type Read, skip } from './pattern.ts';
import type { Role } from './types.ts';
import { workdayAway } from './workdays.ts';

/** A moment (`shift` of milliseconds from now), a day, or a stretch from or to now. */
export interface Shift {
  role: Role;
  date?: DateValue;
  /** Milliseconds from now. */
  ms?: number;
  /** From now back, or on: a range of moments. */
  stretch?: boolean;
  /** 上两个小时: the stretch is of whole units of the clock, of so many seconds each. */
  wholeSeconds?: number;
  /** 现在, 刚才. */
  isNow?: boolean;
}

const PASSING =
  /(?:再过|再等|再有|还有|(?<![超经通不路来用打看报修换试做去见错跳度])过)(?!去|来|会|期|年)\s*/y;
/** 等 and 隔 ask for what comes then: «等半小时再来», not «等一分钟，看列表». */
const WAITING = /[等隔]\s*/y;
const ENGLISH_IN = /(?:within|in|after)\s+(?:the next\s+)?/y;
const AFTER =
  /\s*(?:之后|以后|过后|后(?![台勤端面续备缀门])|later|from now|再(?=来|说|开|去|弄|修|联系|过来))/y;
const AGO = /\s*(?:之前|以前|前(?![台端面后缀门])|ago\b|earlier\b)/y;
const WITHIN = /\s*(?:之内|以内|内(?![网存部容线核科页])|时间内)/y;
const LATELY = /\s*以来/y;
const LASTING = /\s*(?:多|左右)?了(?=$|[,。!?;~\s还没都仍也吧呢啊])/y;
const DOWN_FOR = /(?:been|down|broken|offline|working|dead|out|failing)[a-z' ]* for $/;
const OWNED_FOR = /(?:用|买|工作|营业|经营|运营|成立|干|学|开|入职|年龄|过)了?(?:快|有|将近|差不多)?$/;
const NEARLY = /(?:马上|就要|快要|即将)$/;
const STILL = /(?: now| already)?/y;
const BACKWARD =
  /(?:(?<![一-龥])前|(?<=[我在是从把了就都门])前|过去|最近|近|此前|之前|past |(?:the )?last )(?:的|这)?\s*/y;
const FORWARD = /(?:未来|今后|接下来|往后|之后|(?<![之以然最今午会节])后|将来|(?:the )?next )(?:的|这)?\s*/y;
const ALIGNED = /(?:(?<back>(?<![以马晚早向])上)|(?<forth>(?<!以)下))(?=[一两二三四五六七八九十\d])/y;

/** Reads a distance from now at this place. */
const NOW = pattern<Shift>(
  '(?:现在|现时|此时此刻|此时|此刻|当前|而家|宜家|依家|刚才|刚刚|头先|啱啱)|(?<![a-z])(?:right now|now|just now)(?![a-z])',
  () => ({ role: 'at', ms: 0, isNow: true }),
);
const NEXT_WORKDAY = pattern<Shift>('(?:下一?个|隔)工作日', () => ({
  role: 'at',
  date: { resolve: (anchor) => oneDay(workdayAway(anchor, 1)), fixed: true },
}));
const HOUR_STRETCH = pattern<Shift>('(?<side>[上下])一?个(?:小时|钟头)', ({ side }) => ({
  role: 'at',
  ms: side === '上' ? -3_600_000 : 3_600_000,
  stretch: true,
}));

export function readShift(text: string, at: number): Read<Shift> | null {
  return (
    NOW(text, at) ??
    HOUR_STRETCH(text, at) ??
    NEXT_WORKDAY(text, at) ??
    readPassing(text, at) ??
    readDistance(text, at) ??
    readStretch(text, at)
  );
}

/** 过两个钟头(后), in half an hour, within 3 days. */
function readPassing(text: string, at: number): Read<Shift> | null {
  const start = Math.max(skip(PASSING, text, at), skip(ENGLISH_IN, text, at));
  if (start === at) return readWaiting(text, at);
  const length = readLength(text, start);
  if (!length) return null;
  const within = text.startsWith('within', at);
  return { to: skip(AFTER, text, length.to), value: shifted(length.value, 1, within ? 'by' : 'at') };
}

function readWaiting(text: string, at: number): Read<Shift> | null {
  const start = skip(WAITING, text, at);
  const length = start > at ? readLength(text, start) : null;
  const to = length ? skip(AFTER, text, length.to) : at;
  return length && to > length.to ? { to, value: shifted(length.value, 1, 'at') } : null;
}

/** 半小时后, 三天前, 两周内. */
function readDistance(text: string, at: number): Read<Shift> | null {
  const length = readLength(text, at);
  if (!length) return null;
  const { to, value } = length;
  const later = skip(AFTER, text, to);
  if (later > to) return { to: later, value: shifted(value, 1, 'at') };
  const within = skip(WITHIN, text, to);
  if (within > to) return { to: within, value: shifted(value, 1, 'by') };
  const ago = skip(AGO, text, to);
  if (ago > to) return { to: ago, value: shifted(value, -1, 'at') };
  const lately = skip(LATELY, text, to);
  if (lately > to) return { to: lately, value: shifted(value, -1, 'since') };
  const lasting = skipLasting(text, at, to);
  return lasting === null ? null : { to: lasting, value: shifted(value, -1, 'since') };
}

/** 断网两个小时了, been down for 3 days: since then. How old a thing is («用了五年了») says nothing of the kind. */
function skipLasting(text: string, from: number, to: number): number | null {
  const lead = text.slice(Math.max(0, from - 30), from);
  if (DOWN_FOR.test(lead)) return skip(STILL, text, to);
  const end = skip(LASTING, text, to);
  return end > to && !OWNED_FOR.test(lead) && !NEARLY.test(lead) ? end : null;
}

/** A length from now: a day for lengths of days, else a moment. */
function shifted(length: Length, sign: 1 | -1, role: Role): Shift {
  if (length.workdays > 0) {
    const resolve = (anchor: Anchor) => oneDay(workdayAway(anchor, sign * length.workdays));
    return { role, date: { resolve, fixed: true } };
  }
  if (isOfDays(length)) {
    return { role, date: { resolve: ({ today }) => oneDay(dayAway(today, length, sign)), fixed: true } };
  }
  const days = length.days + length.months * 30;
  return { role, ms: sign * (length.ms + days * 86_400_000) };
}

/** 近三月: behind such a word no month of the year is meant. */
const BARE_MONTHS = pattern(
  `(?<=[近去]的?)(?<count>${NUMBER})月(?!份|[\\d初中末底上下])`,
  ({ count = '' }): Length | null => {
    const months = numberOf(count);
    return months === null ? null : { months, days: 0, workdays: 0, ms: 0, unit: 'month' };
  },
);

/** 最近三天, 未来两小时, 上两周: a stretch before or after now; whole days do not count today. */
function readStretch(text: string, at: number): Read<Shift> | null {
  const aligned = skip(ALIGNED, text, at);
  const backward = skip(BACKWARD, text, at);
  const forward = skip(FORWARD, text, at);
  const start = Math.max(aligned, backward, forward);
  if (start === at) return null;
  const length = readLength(text, start) ?? (backward > at ? BARE_MONTHS(text, start) : null);
  if (!length || length.value.workdays > 0) return null;
  const sign = backward > at || (aligned > at && text.charAt(at) === '上') ? -1 : 1;
  const to = skip(WITHIN, text, length.to);
  const said = text.slice(at, length.to);
  if (!isOfDays(length.value)) {
    const ms = sign * length.value.ms;
    const wholeSeconds = aligned > at || COUNTED_SIDE.test(said) ? wholeUnit(length.value) : null;
    return { to, value: { role: 'at', ms, stretch: true, ...(wholeSeconds !== null && { wholeSeconds }) } };
  }
  const wholes = aligned > at || WHOLE_PERIODS.test(said);
  return {
    to,
    value: {
      role: 'at',
      date: { resolve: (anchor) => stretch(anchor, length.value, sign, wholes), fixed: true },
    },
  };
}

/** 前两分钟, 后三小时. */
const COUNTED_SIDE = /^[前后]\s*[一两二三四五六七八九十\d]/;
/** 前两个月, 前两年. */
const WHOLE_PERIODS = /^[前后]\s*[两二三四五六七八九十\d]+个?月|^前[两二三四五六七八九十\d]+年/;
const CLOCK_UNITS: Partial<Record<Length['unit'], number>> = { second: 1, minute: 60, hour: 3600 };

function wholeUnit({ ms, unit }: Length): number | null {
  const seconds = CLOCK_UNITS[unit];
  return seconds !== undefined && ms % (seconds * 1000) === 0 ? seconds : null;
}

function stretch(anchor: Anchor, length: Length, sign: 1 | -1, wholes: boolean): DateSpan {
  const { today } = anchor;
  if (wholes && length.unit === 'week') {
    const monday = mondayOf(today);
    const other = monday + sign * length.days;
    return sign > 0
      ? { from: monday + 7, to: other + 6, grain: 'week' }
      : { from: other, to: monday - 1, grain: 'week' };
  }
  if (wholes && length.unit === 'year') {
    const { year } = civilOf(today);
    const years = length.months / 12;
    return sign > 0
      ? { from: dayOf(year + 1, 1, 1), to: dayOf(year + years, 12, 31), grain: 'year' }
      : { from: dayOf(year - years, 1, 1), to: dayOf(year - 1, 12, 31), grain: 'year' };
  }
  if (wholes && length.unit === 'month') {
    const { year, month } = civilOf(today);
    return sign > 0
      ? { from: dayOf(year, month + 1, 1), to: monthSpan(year, month + length.months).to, grain: 'month' }
      : { from: dayOf(year, month - length.months, 1), to: dayOf(year, month, 0), grain: 'month' };
  }
  const far = dayAway(today, length, sign);
  return sign > 0 ? { from: today + 1, to: far, grain: 'day' } : { from: far, to: today - 1, grain: 'day' };
}
