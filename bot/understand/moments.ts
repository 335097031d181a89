/** Which of the times in a message is the deadline, the beginning of the trouble, or the meeting's hour. */
import type { Intent, Slots } from '../types.ts';
import { type Analysis, timesOf, type Words } from './analysis.ts';
import type { Preference, TimeMatch } from './time/index.ts';

type Point = Exclude<TimeMatch, { kind: 'duration' }>;

const NEEDED =
  /(?:要用|得用|急用|要开|开会|有会|有个会|有个|前|之前|以前|内|要交|得交|截止|要|需要|得|必须|用|弄好|修好|搞定|解决|开始|来|过来|上门|使用|汇报|检查|培训|评审|面试|演示|答辩|直播|发|交|到期|完成|装好|能|可以|due|need|meeting|before|by)/;
const SINCE_AFTER =
  /^(?:开始|起|以来|就|以后就|之后就|一直|到现在|的时候就|还能|那会|那阵|下班后就|升级|更新|重启|装|换|搬|停电)/;
const SINCE_BEFORE = /(?:从|自|自从|打从|since|from|starting|打)\s*(?:the )?$/;
const REPORTED =
  /^(?:报的?|报修|提的?|提交|申报|说的?|打电话|登记|反映|申请|跟你们|就报|已经报|修过|报过|修的|来修|来的|装的|换的|买的|刚(?:换|装|买|修|领|配))/;
const STILL_FINE = /^(?:还|都还|明明还|本来还|还是)(?:好好的|好的|能|可以|正常|没事|没问题|用着)/;

function isPoint(match: TimeMatch): match is Point {
  return match.kind !== 'duration';
}

const isPast = (match: Point, analysis: Analysis): boolean => {
  if (match.start.length === 10) return match.start < today(analysis);
  return Date.parse(match.start) < analysis.now;
};

function today(analysis: Analysis): string {
  return new Date(analysis.now + 8 * 3_600_000).toISOString().slice(0, 10);
}

function again(analysis: Analysis, words: Words, prefer: Preference): Point[] {
  if (analysis.times.length === 0) return [];
  const kept = new Set(analysis.times.map((match) => match.from));
  return timesOf(analysis.message.plain, analysis.now, words, prefer)
    .filter(isPoint)
    .filter((match) => kept.has(match.from));
}

/** By when it is needed: a time said as such, or any that is still to come. */
export function deadlineOf(analysis: Analysis, words: Words, fault: boolean): string | undefined {
  const text = analysis.message.plain;
  const points = again(analysis, words, 'deadline').filter((match) => !isSince(text, match, analysis));
  const by = points.find((match) => match.role === 'by' && !isPast(match, analysis));
  if (by) return by.start;
  const coming = points.find(
    (match) => !isPast(match, analysis) && (!isToday(match, analysis) || saysNeed(text, match)),
  );
  if (!coming) return undefined;
  return fault || saysNeed(text, coming) ? coming.start : undefined;
}

function isToday(match: Point, analysis: Analysis): boolean {
  return match.start.length === 10 && match.start === today(analysis);
}

function saysNeed(text: string, match: Point): boolean {
  return (
    NEEDED.test(text.slice(match.to, match.to + 12)) ||
    NEEDED.test(text.slice(Math.max(0, match.from - 8), match.from))
  );
}

function isSince(text: string, match: Point, analysis: Analysis): boolean {
  if (match.role === 'since') return true;
  if (SINCE_BEFORE.test(text.slice(Math.max(0, match.from - 6), match.from))) return true;
  const after = text.slice(match.to, match.to + 8);
  return SINCE_AFTER.test(after) && (isPast(match, analysis) || isToday(match, analysis));
}

/** Since when it is so: «从昨天», «今早开机就», or any past time that is not about the report itself. */
export function sinceOf(analysis: Analysis, words: Words): string | undefined {
  const text = analysis.message.plain;
  const points = again(analysis, words, 'past');
  const said = points.find((match) => isSince(text, match, analysis));
  if (said) return said.start;
  const past = points.find((match) => {
    const after = text.slice(match.to, match.to + 10).replace(/^[的,， 我们]+/, '');
    if (REPORTED.test(after) || STILL_FINE.test(after)) return false;
    return (
      (isPast(match, analysis) && match.role !== 'by') || (isToday(match, analysis) && !saysNeed(text, match))
    );
  });
  return past?.start;
}

/** Start and end of a meeting. On a change only what is new counts: what stands behind «改到». */
export function meetingTimes(analysis: Analysis, words: Words, intent: Intent): Pick<Slots, 'start' | 'end'> {
  const text = analysis.message.plain;
  const all = timesOf(text, analysis.now, words, 'meeting');
  const points = all
    .filter(isPoint)
    .filter((match) => !analysis.phones.some((phone) => overlap(phone, match)));
  const first = intent === 'change_meeting' ? newPoint(text, points) : points[0];
  if (!first) return {};
  if (intent === 'cancel_meeting') return { start: first.start.slice(0, 10) };
  const length = all.find((match) => match.kind === 'duration');
  if (first.kind === 'range') return rangeOf(first);
  const until = points.find(
    (match) => match.from > first.to && match.role !== 'since' && isUntil(text, match),
  );
  if (until && until.start > first.start) return { start: first.start, end: until.start };
  if (length?.kind === 'duration' && first.start.length > 10)
    return { start: first.start, end: after(first.start, length.durationMs) };
  return { start: first.start };
}

function rangeOf(range: Extract<Point, { kind: 'range' }>): Pick<Slots, 'start' | 'end'> {
  return range.start.length === 10 && range.start === range.end
    ? { start: range.start }
    : { start: range.start, end: range.end };
}

const overlap = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
  a.from < b.to && b.from < a.to;

const isUntil = (text: string, match: Point): boolean =>
  /(?:到|至|结束|开到|-|~|until|till|to)\s*$/.test(text.slice(Math.max(0, match.from - 6), match.from)) ||
  /^(?:结束|散会|完)/.test(text.slice(match.to, match.to + 3));

/** On a change: the time behind «改到», else the last one, unless it only says which meeting is meant. */
function newPoint(text: string, points: readonly Point[]): Point | undefined {
  const behind = points.find((match) =>
    /(?:改到|改成|改为|改在|推迟到|推到|提前到|延到|延期到|延至|延后到|挪到|调到|调整到|调整为|调至|换到|换成|顺延到|顺延至|变成|变为|改|提到|to|until|延迟到)[^,，。]{0,6}$/.test(
      text.slice(Math.max(0, match.from - 12), match.from),
    ),
  );
  if (behind) return behind;
  const last = points.at(-1);
  if (!last) return undefined;
  const tail = text.slice(last.to, last.to + 10);
  return /^(?:的)?(?:那个|那场|的|这个|这场)?[^,，。]{0,6}(?:会|meeting)/.test(tail) ? undefined : last;
}

/** `start` moved on by a length, in the same offset. */
function after(start: string, lengthMs: number): string {
  const offset = /(?:[+-]\d\d:\d\d|Z)$/.exec(start)?.[0] ?? 'Z';
  const sign = offset.startsWith('-') ? -1 : 1;
  const minutes = offset === 'Z' ? 0 : sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
  const local = new Date(Date.parse(start) + lengthMs + minutes * 60_000).toISOString().slice(0, 19);
  return `${local}${offset}`;
}
