/** One expression of time in a text: a point or a range, with the words around it, resolved. */
import type { Anchor } from './anchor.ts';
import { isNow, readEnding, readStart } from './bounds.ts';
import { type Marks, readMarks } from './markers.ts';
import { type Point, partIn } from './point.ts';
import { momentAt, resolvePoint } from './resolve.ts';
import type { Setting, When } from './setting.ts';
import type { Shift } from './shifts.ts';

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
  if (!ending && start.value.clock?.shared && !isDated(start.value)) return null;
  const to = ending?.to ?? start.to;
  const marks = readMarks(text, at, to);
  const leaning = ending && isNow(ending.value) ? { ...anchor, lean: 'past' as const } : lean(anchor, marks);
  const begin = resolveBegin(start.value, ending?.value ?? null, {
    anchor: leaning,
    beginsRange: ending !== null,
    ...(carried && { carried }),
  });
  if (!begin) return { to, begin: null };
  if (start.value.shift?.stretch) return stretchTo(start.value.shift, begin, marks, to, anchor);
  const end =
    ending && resolvePoint(ending.value, { anchor: leaning, begin, beginPart: partIn(start.value) });
  if (ending && isNow(ending.value) && begin.kind === 'days' && end && isAfter(end, begin))
    return untilNow(start.value, marks, begin);
  if (ending && (!end || !isAfter(end, begin))) return withoutEnd(text, at, start.to, begin, start.value);
  const [from, until] = end && !carried ? underway(begin, end, start.value, anchor) : [begin, end];
  return {
    from: marks.from,
    to: marks.to,
    marks: end ? { ...marks, role: 'at' } : withRole(marks, start.value),
    begin: from,
    end: until,
    dated: isDated(start.value),
    isNow: isNow(start.value),
  };
}

const JUST_BEGUN = 3600;

/** «下午3点到5点» said at ten past three: the range that has just begun, not tomorrow's. */
function underway(begin: When, end: When, { date }: Point, { today, seconds }: Anchor): [When, When] {
  if (date || begin.kind !== 'moment' || end.kind !== 'moment') return [begin, end];
  const begun = begin.day === today + 1 && begin.seconds <= seconds && seconds - begin.seconds < JUST_BEGUN;
  const lasts = end.day === begin.day && end.seconds > seconds;
  return begun && lasts
    ? [
        { ...begin, day: today },
        { ...end, day: today },
      ]
    : [begin, end];
}

/** 最近十分钟, 未来两小时: from one moment to now, or from now on. */
function stretchTo(shift: Shift, far: When, marks: Marks, to: number, anchor: Anchor): Expression {
  const back = (shift.ms ?? 0) < 0;
  const unit = shift.wholeSeconds;
  const near = unit === undefined ? 0 : (back ? 0 : unit) - (anchor.seconds % unit);
  const moved = (when: When): When =>
    when.kind === 'moment' ? momentAt(when.day, when.seconds + near, when.grain) : when;
  const now = moved({ kind: 'moment', day: anchor.today, seconds: anchor.seconds, grain: 'second' });
  const [begin, end] = back ? [moved(far), now] : [now, moved(far)];
  return { from: marks.from, to, marks, begin, end, dated: true, isNow: false };
}

/** 从早上到现在: it began that day, and goes on; a day and a moment make no range. */
function untilNow(point: Point, marks: Marks, begin: When): Expression {
  return {
    from: marks.from,
    to: marks.to,
    marks: { ...marks, role: 'since' },
    begin,
    end: null,
    dated: isDated(point),
    isNow: false,
  };
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
