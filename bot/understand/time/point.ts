/** One point of time as it is said: a date, a part of the day and an hour, in any order that people use. */
import type { DateValue } from './anchor.ts';
import { type Clock, readClock, readSharedHour } from './clock.ts';
import { readDate } from './dates.ts';
import { dayparts, type Part, partOf } from './dayparts.ts';
import { longest, type Read, skip } from './pattern.ts';
import { readShift, type Shift } from './shifts.ts';

export interface Point {
  date?: DateValue;
  part?: Part;
  clock?: Clock;
  shift?: Shift;
  /** A moment in full, with its own offset from Greenwich: epoch milliseconds. */
  absolute?: number;
}

const readPart = longest(dayparts);

const GLUE = /(?:\s*-\s*(?=\d{1,2}:\d\d)|t(?=\d\d:)|\s*[,的:()]?\s*(?:on |at |from |in the |of |的)?)/y;
const CLOSING = /\s*\)/y;
const INTERNET =
  /(?<date>\d{4}-\d\d-\d\d)[t ](?<time>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?<offset>z|[+-](?:0\d|1[0-4]):?[0-5]\d)(?![\d-])/y;

/** The point at this place. `bound`: an hour may stand as after a day (the end of a range). */
export function readPoint(text: string, at: number, bound = false): Read<Point> | null {
  const absolute = readAbsolute(text, at);
  if (absolute) return absolute;
  const point: Point = {};
  let to = at;
  let next = at;
  for (;;) {
    const end = readPiece(text, next, point, bound);
    if (end === null) break;
    to = end;
    const closed = skip(CLOSING, text, end);
    next = skip(GLUE, text, closed);
  }
  if (to === at) return null;
  return { to: isOpen(text, at, to) ? skip(CLOSING, text, to) : to, value: point };
}

/** Takes the next piece of the point into it; the offset after it, or null. */
function readPiece(text: string, at: number, point: Point, bound: boolean): number | null {
  return (
    readDatePiece(text, at, point) ?? readPartPiece(text, at, point) ?? readClockPiece(text, at, point, bound)
  );
}

function readDatePiece(text: string, at: number, point: Point): number | null {
  if (point.shift) return null;
  if (!point.date && !point.clock) {
    const shift = readShift(text, at);
    if (shift) return takeShift(shift, point);
  }
  const date = readDate(text, at);
  if (!date) return null;
  if (!point.date) {
    if (point.clock && !mayFollowClock(text, at)) return null;
    if (point.part && !point.clock && !mayFollowClock(text, at)) return null;
    point.date = date.value;
    return date.to;
  }
  return text.charAt(at - 1) === '(' && point.date.fixed && !point.clock ? date.to : joinDates(point, date);
}

/** «3pm tomorrow», «9:00 on Friday»: English puts the day after the hour. */
function mayFollowClock(text: string, at: number): boolean {
  return /[a-z]/.test(text.charAt(at)) || / on $/.test(text.slice(at - 4, at));
}

function takeShift({ to, value }: Read<Shift>, point: Point): number {
  point.shift = value;
  if (value.date) point.date = value.date;
  return to;
}

/** 周五(11月20日), 11月20日周五: the number says the day; a weekday beside it adds nothing. */
function joinDates(point: Point, { to, value }: Read<DateValue>): number | null {
  if (point.clock || point.part) return null;
  if (value.weekday && !point.date?.weekday) return to;
  if (!point.date?.weekday || value.weekday) return null;
  point.date = value;
  return to;
}

function readPartPiece(text: string, at: number, point: Point): number | null {
  if (point.part || point.clock || point.shift?.ms !== undefined) return null;
  const part = readPart(text, at);
  if (!part) return null;
  point.part = part.value;
  return part.to;
}

function readClockPiece(text: string, at: number, point: Point, bound: boolean): number | null {
  if (point.clock || point.shift?.ms !== undefined) return null;
  const isBound = bound || point.date !== undefined || point.part !== undefined;
  const clock = readSharedHour(text, at, isBound) ?? readClock(text, at, { bound: isBound });
  if (!clock) return null;
  point.clock = clock.value;
  return clock.to;
}

/** The part of the day that stands beside the date or in its word. */
export function partIn(point: Point): Part | null {
  return point.part ?? (point.date?.part === undefined ? null : partOf(point.date.part));
}

/** An opening bracket inside what was read, without its closing one. */
function isOpen(text: string, from: number, to: number): boolean {
  const read = text.slice(from, to);
  return read.lastIndexOf('(') > read.lastIndexOf(')');
}

function readAbsolute(text: string, at: number): Read<Point> | null {
  INTERNET.lastIndex = at;
  const match = INTERNET.exec(text);
  if (!match?.groups) return null;
  const { date, time, offset } = match.groups;
  const moment = Date.parse(`${date}T${time}${offset?.toUpperCase()}`);
  return Number.isNaN(moment) ? null : { to: at + match[0].length, value: { absolute: moment } };
}
