/** When a meeting begins and ends. */
import type { Intent, Slots } from '../types.ts';
import { type Analysis, timesOf, type Words } from './analysis.ts';
import { dayOf } from './day.ts';
import { after, before, COARSE, DAY_MS, isDate, isPoint, type Length, type Point } from './said-times.ts';

const DAY_WORD = /[天日号周月明今后昨晨早晚末]|礼拜|星期|tomorrow|today|day|tonight|morning|afternoon|-|\//;

/** Start and end of a meeting. On a change only what is new counts. */
export function meetingTimes(analysis: Analysis, words: Words, intent: Intent): Pick<Slots, 'start' | 'end'> {
  const text = analysis.message.plain;
  const all = timesOf(text, analysis.now, words, 'meeting');
  const points = joined(
    finest(all.filter(isPoint)).filter((match) => !analysis.phones.some((phone) => overlap(phone, match))),
  );
  const lengths = all.filter(
    (match): match is Length => match.kind === 'duration' && match.durationMs < DAY_MS,
  );
  if (intent === 'change_meeting') return changedTimes(text, points, lengths);
  const first = points[0];
  if (!first) return {};
  if (intent === 'cancel_meeting') return cancelledDay(text, points, analysis, words);
  return spanFrom(text, first, points, lengths);
}

/** The day of the meeting that is called off; when it was asked for («我上午提交的会议申请») is no such day. */
function cancelledDay(
  text: string,
  points: readonly Point[],
  { now }: Analysis,
  { zone }: Words,
): Pick<Slots, 'start'> {
  const today = dayOf(now, zone);
  const meant = points.find(
    (match) => match.start.slice(0, 10) >= today && !ASKED_FOR.test(after(text, match, 6)),
  );
  return meant ? { start: meant.start.slice(0, 10) } : {};
}

const ASKED_FOR = /^(?:我们?)?(?:刚刚?|才)?(?:提交|申请|预[订定约]|[订定报约提发])(?:了|的|过)/;

/** A quarter or a year is what a meeting is about («四季度工作会»); a month or week, where a day in it is said too. */
function finest(points: readonly Point[]): Point[] {
  const exact = points.filter(
    (match) => !COARSE.has(match.grain) && !(match.grain === 'week' && match.role === 'since'),
  );
  return exact.filter((match) => match.grain !== 'week' || exact.every((other) => other.grain === 'week'));
}

function spanFrom(
  text: string,
  first: Point,
  points: readonly Point[],
  lengths: readonly Length[],
): Pick<Slots, 'start' | 'end'> {
  if (first.kind === 'range')
    return first.start === first.end ? { start: first.start } : { start: first.start, end: first.end };
  const until = points.find(
    (match) => match.from > first.to && isUntil(text, match) && match.start > first.start,
  );
  if (until) return { start: first.start, end: until.start };
  const length = lengths[0];
  if (length && !isDate(first.start))
    return { start: first.start, end: moved(first.start, length.durationMs) };
  return { start: first.start };
}

/** «周五 …，九点到十点»: an hour with no day of its own belongs to the day named before it. */
function joined(points: readonly Point[]): Point[] {
  const [first, ...rest] = points;
  if (!first || !isDate(first.start) || (first.kind === 'range' && first.end !== first.start))
    return [...points];
  const next = rest[0];
  if (!next || isDate(next.start) || DAY_WORD.test(next.text.replace(/[上下]午|early|早上|晚上/g, '')))
    return [...points];
  const onDay = (moment: string): string => `${first.start}${moment.slice(10)}`;
  const merged: Point =
    next.kind === 'range'
      ? { ...next, start: onDay(next.start), end: onDay(next.end) }
      : { ...next, start: onDay(next.start) };
  return [merged, ...rest.slice(1)];
}

const overlap = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
  a.from < b.to && b.from < a.to;

const isUntil = (text: string, match: Point): boolean =>
  /(?:到|至|开到|-|~|until|till|to)\s*$/.test(before(text, match, 6)) ||
  /^(?:结束|散会|完)/.test(after(text, match, 3));

const LATER = /(?:往后|向后|推迟|延后|延迟|晚|顺延|后延|后推|push(?:ed)? (?:it )?back|delay)/;
const EARLIER = /(?:往前|提前|提早|早|前移|bring (?:it )?forward)/;
const TO =
  /(?:改到|改成|改为|改在|改至|改期到|推迟到|推迟至|推到|提前到|提前至|提到|延到|延期到|延至|延后到|挪到|调到|调整到|调整为|调至|换到|换成|顺延到|顺延至|变成|变为|改了|改|改咗|定在|即|也就是|to|until|延迟到|后到|早到|晚到|前提到)[^,，。]{0,6}$/;
/** «change the 10am to 11am»: from the one to the other. */
const MOVED =
  /(?:change|move|shift|push|bring|reschedule)d? (?:the |our |my |it )?(?:meeting |call )?(?:from )?$/;
const ONLY_END = /(?:延长|加长|extend|结束|开到|散会)/;

function changedTimes(
  text: string,
  points: readonly Point[],
  lengths: readonly Length[],
): Pick<Slots, 'start' | 'end'> {
  const fresh = points.find((match) => TO.test(before(text, match, 12)));
  const chosen = fresh ?? points.at(-1);
  if (chosen?.kind === 'range' && MOVED.test(before(text, chosen, 24))) return { start: chosen.end };
  const length = lengths[0];
  if (!fresh && length && chosen && !isDate(chosen.start)) {
    const shift = LATER.test(text) ? length.durationMs : EARLIER.test(text) ? -length.durationMs : 0;
    if (shift !== 0) return { start: moved(chosen.start, shift) };
  }
  if (!chosen || (!fresh && namesTheMeeting(text, chosen))) return {};
  if (ONLY_END.test(text) && chosen.kind === 'moment' && points.length === 1) return { end: chosen.start };
  return spanFrom(text, chosen, points, fresh && !EARLIER.test(text) && !LATER.test(text) ? lengths : []);
}

/** «明天下午的会», «10点那个评审»: which meeting is meant, not when it is to be. */
function namesTheMeeting(text: string, match: Point): boolean {
  return (
    /^(?:的|那个|那场|这个|这场|[^,，。]{0,6}会|'s| meeting| booking)/.test(after(text, match, 10)) ||
    /(?:名称|主题|题目)/.test(text.slice(0, match.from))
  );
}

/** A moment moved by a length, in the same offset. */
function moved(moment: string, byMs: number): string {
  const offset = /(?:[+-]\d\d:\d\d|Z)$/.exec(moment)?.[0] ?? 'Z';
  const sign = offset.startsWith('-') ? -1 : 1;
  const minutes = offset === 'Z' ? 0 : sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
  return `${new Date(Date.parse(moment) + byMs + minutes * 60_000).toISOString().slice(0, 19)}${offset}`;
}
