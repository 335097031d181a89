/** From what was said to when it is. Hours that could be two are picked as people at work mean them. */
import type { Anchor, DateSpan } from './anchor.ts';
import type { Clock } from './clock.ts';
import { bindHour, type Part } from './dayparts.ts';
import { type Point, partIn } from './point.ts';
import type { Grain } from './types.ts';
import { momentOf, wallTimeOf } from './zone.ts';

/** Whole days, or a moment: its day and the seconds since that day's midnight (past 86400 on the next). */
export type When =
  | { kind: 'days'; from: number; to: number; grain: Grain }
  | { kind: 'moment'; day: number; seconds: number; grain: Grain };

export interface Setting {
  anchor: Anchor;
  /** The range's beginning, when its end is resolved. */
  begin?: When;
  beginPart?: Part | null;
  /** A day said earlier in the message, and the seconds into it that are already spoken for. */
  carried?: { day: number; seconds: number };
  /** It begins a range, which may have begun this very minute. */
  beginsRange?: boolean;
}

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Hours at which people at work arrange things: from 7:00 to before 20:00. */
const OPEN_FROM = 7 * HOUR;
const OPEN_UNTIL = 20 * HOUR;
/** From then on, an evening hour of the same day is as plausible. */
const OVERTIME_FROM = 17.5 * HOUR;
const OVERTIME_UNTIL = 23 * HOUR;

/** When a point is; null where there is no such day. */
export function resolvePoint(point: Point, setting: Setting): When | null {
  const { anchor } = setting;
  if (point.absolute !== undefined) return wallWhen(point.absolute, anchor, 'second');
  if (point.shift?.ms !== undefined) {
    return wallWhen(
      anchor.now + point.shift.ms,
      anchor,
      Math.abs(point.shift.ms) < 60_000 ? 'second' : 'minute',
    );
  }
  const part = partIn(point);
  const span = point.date ? resolveDate(point, setting) : null;
  if (point.date && !span) return null;
  if (point.clock) return resolveClock(point.clock, part, span, setting);
  if (part === 'noon') return noon(span, setting);
  if (span) return { kind: 'days', from: span.from, to: span.to, grain: part ? 'daypart' : span.grain };
  if (!part) return null;
  const day = dayOfPart(part, setting);
  return { kind: 'days', from: day, to: day, grain: 'daypart' };
}

function wallWhen(moment: number, anchor: Anchor, grain: Grain): When {
  return { kind: 'moment', ...wallTimeOf(moment, anchor.zone), grain };
}

function resolveDate(point: Point, { anchor, begin }: Setting): DateSpan | null {
  const after = begin ? dayOfWhen(begin) : undefined;
  const span = point.date?.resolve(after === undefined ? anchor : { ...anchor, after }) ?? null;
  if (!span || after !== undefined || !point.date?.notToday || span.from !== anchor.today) return span;
  if (point.clock && !isOver(point, anchor)) return span;
  const weeks = anchor.lean === 'past' ? -7 : 7;
  return { ...span, from: span.from + weeks, to: span.to + weeks };
}

/** The hour said beside today's weekday has passed, at work, so next week's is meant. */
function isOver({ clock, ...point }: Point, anchor: Anchor): boolean {
  if (!clock) return true;
  const part = partIn(point);
  const bound = part ? bindHour(part, clock.hour) : officeHour(clock.hour);
  return (clock.exact ? clock.hour : bound) * HOUR + clock.minute * 60 <= anchor.seconds;
}

function dayOfWhen(when: When): number {
  return when.kind === 'days' ? when.from : when.day;
}

function noon(span: DateSpan | null, setting: Setting): When {
  const day = span?.from ?? dayOfPart('noon', setting);
  return { kind: 'moment', day, seconds: 12 * HOUR, grain: 'hour' };
}

/** A part of the day alone is today's; a meeting's is the next one. */
function dayOfPart(part: Part, { anchor, begin, carried }: Setting): number {
  if (begin) return dayOfWhen(begin);
  if (carried) return carried.day;
  const ends: Partial<Record<Part, number>> = { dawn: 6, morning: 12, noon: 13, afternoon: 18 };
  const over = anchor.seconds >= (ends[part] ?? 24) * HOUR;
  return anchor.meeting && over ? anchor.today + 1 : anchor.today;
}

function resolveClock(clock: Clock, part: Part | null, span: DateSpan | null, setting: Setting): When {
  const minutes = clock.minute * 60 + clock.second;
  const at = (day: number, hour: number): When => normal(day, hour * HOUR + minutes, clock.grain);
  const { begin } = setting;
  if (begin?.kind === 'moment' && !span) return endOfRange(clock, part, begin, setting, at);
  if (part) return at(...boundHour(clock, part, span, minutes, setting));
  if (span && isMorningAfter(clock, span.from, begin)) return at(span.from, clock.hour);
  if (span) return at(span.from, hourOnDay(clock, minutes, span.from, setting.anchor));
  if (setting.carried) return at(...carriedHour(clock, minutes, setting.carried, setting.anchor));
  return at(...freeHour(clock, minutes, setting));
}

/** 22:00到次日6:00: the end of a night. */
function isMorningAfter(clock: Clock, day: number, begin: When | undefined): boolean {
  return begin?.kind === 'moment' && begin.seconds >= 18 * HOUR && day === begin.day + 1 && clock.hour < 12;
}

function normal(day: number, seconds: number, grain: Grain): When {
  const over = Math.floor(seconds / DAY);
  return { kind: 'moment', day: day + over, seconds: seconds - over * DAY, grain };
}

type DayAndHour = [day: number, hour: number];

/** 下午三点: today's, or the next day's once it has passed. */
function boundHour(
  clock: Clock,
  part: Part,
  span: DateSpan | null,
  minutes: number,
  setting: Setting,
): DayAndHour {
  const { anchor, carried } = setting;
  const hour = clock.exact && clock.hour !== 0 ? clock.hour : bindHour(part, clock.hour);
  const day = span?.from ?? carried?.day;
  if (day !== undefined) return [day, hour];
  const seconds = hour * HOUR + minutes;
  if (anchor.lean === 'past') return [seconds > anchor.seconds ? anchor.today - 1 : anchor.today, hour];
  return [seconds <= anchor.seconds ? anchor.today + 1 : anchor.today, hour];
}

/** 1 to 6 are hours of the afternoon, 7 to 12 of the morning. */
function officeHour(hour: number): number {
  return hour >= 1 && hour <= 6 ? hour + 12 : hour;
}

/** 三点 on a day that is said. */
function hourOnDay(clock: Clock, minutes: number, day: number, anchor: Anchor): number {
  if (clock.exact || day !== anchor.today) return clock.exact ? clock.hour : officeHour(clock.hour);
  const ahead = [clock.hour, clock.hour + 12].filter((hour) => hour * HOUR + minutes > anchor.seconds);
  if (anchor.lean === 'past' || ahead.length === 0) return officeHour(clock.hour);
  return ahead.find((hour) => isOpen(hour * HOUR + minutes)) ?? ahead[0] ?? clock.hour;
}

function isOpen(seconds: number, until = OPEN_UNTIL): boolean {
  return seconds >= OPEN_FROM && seconds < until;
}

/** An hour after a day that was said before it: «明天开会, 三点到五点», «三点开始, 五点结束». */
function carriedHour(
  clock: Clock,
  minutes: number,
  carried: { day: number; seconds: number },
  anchor: Anchor,
): DayAndHour {
  if (clock.exact) return [carried.day, clock.hour];
  if (carried.seconds === 0) return [carried.day, hourOnDay(clock, minutes, carried.day, anchor)];
  const later = [clock.hour, clock.hour + 12].find((hour) => hour * HOUR + minutes > carried.seconds);
  return [carried.day, later ?? officeHour(clock.hour)];
}

/** A bare hour: the next plausible one, or the last when looking back. */
function freeHour(clock: Clock, minutes: number, { anchor, beginsRange }: Setting): DayAndHour {
  const { today, lean, meeting } = anchor;
  const seconds = beginsRange ? anchor.seconds - 60 : anchor.seconds;
  if (lean === 'past') return pastHour(clock, minutes, anchor);
  const until = seconds >= OVERTIME_FROM && !meeting ? OVERTIME_UNTIL : OPEN_UNTIL;
  const hours = clock.exact ? [clock.hour] : [clock.hour, clock.hour + 12];
  const ahead = hours.find((hour) => {
    const at = hour * HOUR + minutes;
    return at > seconds && (clock.exact || isOpen(at, until));
  });
  if (ahead !== undefined) return [today, ahead];
  return [today + 1, clock.exact ? clock.hour : officeHour(clock.hour)];
}

function pastHour(clock: Clock, minutes: number, { today, seconds }: Anchor): DayAndHour {
  const hours = clock.exact ? [clock.hour] : [clock.hour + 12, clock.hour];
  const gone = hours.filter((hour) => hour * HOUR + minutes <= seconds);
  const hour = gone.find((candidate) => isOpen(candidate * HOUR + minutes)) ?? gone[0];
  return hour === undefined ? [today - 1, clock.exact ? clock.hour : officeHour(clock.hour)] : [today, hour];
}

/** The end of a range of hours: the first reading of it after the beginning. */
function endOfRange(
  clock: Clock,
  part: Part | null,
  begin: When & { kind: 'moment' },
  { beginPart }: Setting,
  at: (day: number, hour: number) => When,
): When {
  const minutes = clock.minute * 60 + clock.second;
  const bound = part
    ? [bindHour(part, clock.hour)]
    : clock.exact
      ? [clock.hour]
      : [clock.hour, clock.hour + 12];
  const night = beginPart === 'evening' || beginPart === 'midnight';
  const hours = [...bound, ...bound.map((hour) => hour + 24)];
  const ends = hours.filter((hour) => hour * HOUR + minutes > begin.seconds);
  const plausible = night ? ends[0] : (ends.find((hour) => hour <= 23) ?? ends[0]);
  return at(begin.day, plausible ?? clock.hour);
}

/** Epoch milliseconds of a moment. */
export function epochOf(when: When & { kind: 'moment' }, zone: string): number {
  return momentOf({ day: when.day, seconds: when.seconds }, zone);
}
