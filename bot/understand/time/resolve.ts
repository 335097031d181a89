/** From what was said to when it is. Hours that could be two are picked as people at work mean them. */
import type { Anchor, DateSpan } from './anchor.ts';
import type { Clock } from './clock.ts';
import { bindHour, type Part } from './dayparts.ts';
import { boundHour, carriedHour, freeHour, HOUR, hourOnDay, officeHour } from './hours.ts';
import { type Point, partIn } from './point.ts';
import type { Setting, When } from './setting.ts';
import type { Grain } from './types.ts';
import { momentOf, wallTimeOf } from './zone.ts';

const DAY = 24 * HOUR;

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
  const at = (day: number, hour: number): When => momentAt(day, hour * HOUR + minutes, clock.grain);
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

/** A moment of a day; seconds before its midnight or past its end belong to its neighbours. */
export function momentAt(day: number, seconds: number, grain: Grain): When {
  const over = Math.floor(seconds / DAY);
  return { kind: 'moment', day: day + over, seconds: seconds - over * DAY, grain };
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
