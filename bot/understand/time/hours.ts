/** Which of two hours is meant, and on which day, as people at work mean it. */
import type { Anchor, DateSpan } from './anchor.ts';
import type { Clock } from './clock.ts';
import { bindHour, type Part } from './dayparts.ts';
import type { Setting } from './setting.ts';

/** In seconds. */
export const HOUR = 3600;
/** Hours at which people at work arrange things: from 7:00 to before 20:00. */
const OPEN_FROM = 7 * HOUR;
const OPEN_UNTIL = 20 * HOUR;
/** From then on, an evening hour of the same day is as plausible. */
const OVERTIME_FROM = 17.5 * HOUR;
const OVERTIME_UNTIL = 23 * HOUR;

export type DayAndHour = [day: number, hour: number];

/** 下午三点: today's, or the next day's once it has passed. */
export function boundHour(
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
export function officeHour(hour: number): number {
  return hour >= 1 && hour <= 6 ? hour + 12 : hour;
}

/** 三点 on a day that is said. */
export function hourOnDay(clock: Clock, minutes: number, day: number, anchor: Anchor): number {
  if (clock.exact || day !== anchor.today) return clock.exact ? clock.hour : officeHour(clock.hour);
  const ahead = [clock.hour, clock.hour + 12].filter((hour) => hour * HOUR + minutes > anchor.seconds);
  if (anchor.lean === 'past' || ahead.length === 0) return officeHour(clock.hour);
  return ahead.find((hour) => isOpen(hour * HOUR + minutes)) ?? ahead[0] ?? clock.hour;
}

function isOpen(seconds: number, until = OPEN_UNTIL): boolean {
  return seconds >= OPEN_FROM && seconds < until;
}

/**
 * An hour after a day that was said before it: «明天开会, 三点到五点», «三点开始, 五点结束». After one in the morning it is
 * no hour of the night: «九点半的会提前到八点四十五».
 */
export function carriedHour(
  clock: Clock,
  minutes: number,
  carried: { day: number; seconds: number },
  anchor: Anchor,
): DayAndHour {
  if (clock.exact) return [carried.day, clock.hour];
  if (carried.seconds === 0) return [carried.day, hourOnDay(clock, minutes, carried.day, anchor)];
  const later = [clock.hour, clock.hour + 12].find((hour) => hour * HOUR + minutes > carried.seconds);
  const tooLate = carried.seconds < 12 * HOUR && later !== undefined && !isOpen(later * HOUR + minutes);
  return [carried.day, tooLate ? officeHour(clock.hour) : (later ?? officeHour(clock.hour))];
}

/** A bare hour: the next plausible one, or the last when looking back. */
export function freeHour(clock: Clock, minutes: number, { anchor, beginsRange }: Setting): DayAndHour {
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
