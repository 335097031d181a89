/** Which of the times in a message is the deadline, the beginning of the trouble, or the meeting's hour. */
import type { Intent, Slots } from '../types.ts';
import { type Analysis, timesOf, type Words } from './analysis.ts';
import { dayOf } from './day.ts';
import type { Preference, TimeMatch } from './time/index.ts';

type Point = Exclude<TimeMatch, { kind: 'duration' }>;
type Length = Extract<TimeMatch, { kind: 'duration' }>;

/** Words beside a time that say that something is wanted by then. */
const NEEDED =
  /(?:要用|得用|急用|要开|开会|有会|有个|(?<!之|以)前|要交|得交|截止|要(?!不)|需要|必须|务必|等着|用|弄好|修好|搞定|上门|汇报|检查|验收|封标|开标|截标|递交|拉练|出差|接待|上课|年检|考试|培训|评审|面试|演示|答辩|直播|发出|到期|完成|装好|要上线|就要|due|need|meeting|before|by|must)/;
const SINCE_AFTER =
  /^[的,，\s]*(?:开始(?!报名|开会|考|直播|上课|培训|比赛|活动|营业|办理|施行|执行)|起(?!草|诉)|以来|就(?:不|没|打|开(?![会饭标场课])|上(?!报|岗)|连|这|是|出|坏|一直)|以后就|之后就|一直|到现在|那会|那阵|突然|忽然|又(?!要|得|有|开)|发现|开机就|来了就|来就|上班就)/;
/** «视频会九点半开始»: the event begins then, not the trouble. */
const EVENT_BEFORE =
  /(?:会议?|培训|面试|考试|直播|答辩|活动|讲座|课|汇报|评审|开标|典礼|meeting|call|training|exam)(?:是|在|于|今天|就|将|要|定在|starts? at|is at|at| )*$/;
const SINCE_BEFORE = /(?:从|自|自从|打从|打|since|from|starting)\s*(?:the )?$/;
/** What follows tells of the report, the repair or a document, not of the trouble. */
const REPORTED =
  /^(?:报的?|报修|提的?|提交|申请|发布?的?|发的|登记|反映|说的?|打电话|跟你们|已经报|修过|修的|来修|来的|装的|换的|买的|领的|刚(?:换|装|买|修|领|配)|的(?:会|通知|文件|邮件|材料|视频会|那|打卡|外勤|考勤))/;
const STILL_FINE =
  /^(?:明明)?(?:还|都还|明明还|本来还|还是|都)(?:在|有|好好的|好的|能|可以|正常|没事|没问题|用着|显示)/;
const DAY_WORD = /[天日号周月明今后昨晨早晚末]|礼拜|星期|tomorrow|today|day|tonight|morning|afternoon|-|\//;
const DAY_MS = 86_400_000;

const isPoint = (match: TimeMatch): match is Point => match.kind !== 'duration';
const isDate = (moment: string): boolean => moment.length === 10;

interface Clock {
  now: number;
  today: string;
}

const isPast = (match: Point, clock: Clock): boolean =>
  isDate(match.start) ? match.start < clock.today : Date.parse(match.start) < clock.now;

/** The same expressions, resolved for a purpose. */
function resolved(analysis: Analysis, words: Words, prefer: Preference): Point[] {
  if (analysis.times.length === 0) return [];
  const kept = new Set(analysis.times.map((match) => match.from));
  return timesOf(analysis.message.plain, analysis.now, words, prefer)
    .filter(isPoint)
    .filter((match) => kept.has(match.from));
}

const before = (text: string, match: Point, count: number): string =>
  text.slice(Math.max(0, match.from - count), match.from);
const after = (text: string, match: Point, count: number): string => text.slice(match.to, match.to + count);

function marksBeginning(text: string, match: Point, clock: Clock): boolean {
  if (EVENT_BEFORE.test(before(text, match, 8))) return false;
  if (match.role === 'since' || SINCE_BEFORE.test(before(text, match, 6))) return true;
  const over = isPast(match, clock) || match.start === clock.today;
  return over && SINCE_AFTER.test(after(text, match, 8));
}

const saysNeed = (text: string, match: Point): boolean =>
  match.role === 'by' ||
  NEEDED.test(after(text, match, 10).split(/[,，。;；]/)[0] ?? '') ||
  /(?:截止|必须|务必|要在|请在|赶在|by|before|due)\s*$/.test(before(text, match, 5));

/** «下个月也行» and «两点以后» set no limit. */
const NO_DEADLINE_AFTER = /^(?:也|都)?(?:行|成|可以)|^的(?:件|单|数据|报表)|^(?:以后|之后|后)(?!要|得)/;

const COARSE: ReadonlySet<string> = new Set(['month', 'quarter', 'year']);

/** By when it is needed: a time said as such, or an hour or a day that is still to come. */
export function deadlineOf(analysis: Analysis, words: Words): string | undefined {
  const text = analysis.message.plain;
  const clock = { now: analysis.now, today: dayOf(analysis.now, words.zone) };
  const coming = resolved(analysis, words, 'deadline').filter(
    (match) =>
      !isPast(match, clock) &&
      !marksBeginning(text, match, clock) &&
      !NO_DEADLINE_AFTER.test(after(text, match, 4)) &&
      (saysNeed(text, match) || !(COARSE.has(match.grain) || /(?:以后|之后|后)$/.test(match.text))) &&
      !/(?:等|说好的?|保修期?到?|质保到?|用到|有效期到?)$/.test(before(text, match, 5)) &&
      !(REPORTED.test(after(text, match, 8)) && !/^的(?:视频)?会/.test(after(text, match, 3))),
  );
  const best =
    coming.find((match) => match.role === 'by') ??
    coming.find((match) => !isDate(match.start)) ??
    coming.find((match) => match.start > clock.today || saysNeed(text, match));
  return best?.start;
}

/** Since when it is so: «从昨天», «今早开机就», a past day, or «已经两天了». */
export function sinceOf(analysis: Analysis, words: Words): string | undefined {
  const text = analysis.message.plain;
  const clock = { now: analysis.now, today: dayOf(analysis.now, words.zone) };
  const plainly = new Map(analysis.times.filter(isPoint).map((match) => [match.from, match]));
  const said = resolved(analysis, words, 'past').find((match) => {
    const asRead = plainly.get(match.from) ?? match;
    return marksBeginning(text, asRead, clock) && hasCome(match, clock);
  });
  if (said) return said.start;
  const pastAnyway = analysis.times.filter(isPoint).find((match) => {
    const rest = after(text, match, 10).replace(/^[的,， 我们]+/, '');
    if (
      match.role === 'by' ||
      REPORTED.test(rest) ||
      REPORTED.test(after(text, match, 10)) ||
      STILL_FINE.test(rest)
    )
      return false;
    return (
      isPast(match, clock) &&
      isNear(match, clock) &&
      match.grain !== 'week' &&
      !/(?:变回|变成|显示|回到|停留?在|卡在)$/.test(before(text, match, 4))
    );
  });
  return pastAnyway?.start ?? lastingSince(analysis, words);
}

const hasCome = (match: Point, clock: Clock): boolean =>
  isDate(match.start) ? match.start <= clock.today : Date.parse(match.start) <= clock.now;

/** A fault is told of while it is fresh: a year ago is something else. */
const isNear = (match: Point, clock: Clock): boolean => clock.now - Date.parse(match.start) < 200 * DAY_MS;

/** «坏了三天了», «已经两个小时»: that long ago. */
function lastingSince(analysis: Analysis, words: Words): string | undefined {
  const text = analysis.message.plain;
  const length = analysis.times.find(
    (match): match is Length =>
      match.kind === 'duration' &&
      (/^了/.test(text.slice(match.to)) || /(?:已经?|持续|都|快)(?:了)?\s*$/.test(text.slice(0, match.from))),
  );
  if (!length || length.durationMs < DAY_MS || /等了?$|报修?了?$/.test(text.slice(0, length.from)))
    return undefined;
  return dayOf(analysis.now - length.durationMs, words.zone);
}

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
  if (intent === 'cancel_meeting') return { start: first.start.slice(0, 10) };
  return spanFrom(text, first, points, lengths);
}

/** A quarter or a year is what a meeting is about («四季度工作会»); a month or week, where a day in it is said too. */
function finest(points: readonly Point[]): Point[] {
  const exact = points.filter((match) => !COARSE.has(match.grain));
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
  /(?:改到|改成|改为|改在|改至|改期到|推迟到|推迟至|推到|提前到|提前至|提到|延到|延期到|延至|延后到|挪到|调到|调整到|调整为|调至|换到|换成|顺延到|顺延至|变成|变为|改了|改|改咗|定在|to|until|延迟到|后到|早到|晚到|前提到)[^,，。]{0,6}$/;
const ONLY_END = /(?:延长|加长|extend|结束|开到|散会)/;

function changedTimes(
  text: string,
  points: readonly Point[],
  lengths: readonly Length[],
): Pick<Slots, 'start' | 'end'> {
  const fresh = points.find((match) => TO.test(before(text, match, 12)));
  const chosen = fresh ?? points.at(-1);
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
