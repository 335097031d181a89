/** Goes through a text and collects its times. */
import type { Anchor } from './anchor.ts';
import { dayOfIso, isoDate } from './civil.ts';
import { type Carried, type Expression, type Nowhere, readExpression } from './expression.ts';
import { lengthMs, readLength } from './lengths.ts';
import { setRight } from './mishearings.ts';
import { isListed, together } from './neighbours.ts';
import { mayHoldTime, normalise } from './normalise.ts';
import { epochOf } from './resolve.ts';
import { canStart, skipRepeated } from './scan.ts';
import type { When } from './setting.ts';
import type { Preference, TimeContext, TimeMatch } from './types.ts';
import { isoMoment, wallTimeOf } from './zone.ts';

/** All expressions of time in `text`, left to right, not overlapping. Bare lengths are of kind `duration`. */
export function findTimes(text: string, context: TimeContext): TimeMatch[] {
  const folded = setRight(normalise(text));
  if (!mayHoldTime(folded)) return [];
  const anchor = anchorOf(context);
  const matches: TimeMatch[] = [];
  let carried: Carried | undefined;
  for (let at = 0; at < folded.length; ) {
    const after = listedAfter(folded, at, matches.at(-1));
    const here = after === null ? anchor : { ...anchor, after };
    const found = findAt({ text, folded, at, anchor: here, ...(carried && { carried }) });
    if (found?.match) matches.push(found.match);
    carried = found?.carried ?? carried;
    at = found ? Math.max(found.to, at + 1) : at + 1;
  }
  return together(text, folded, matches);
}

/** The day that a list goes on from: «9月10号，11号». */
function listedAfter(folded: string, at: number, last: TimeMatch | undefined): number | null {
  if (!last || last.kind === 'duration' || last.start.length > 10) return null;
  return isListed(folded, last.to, at) ? dayOfIso(last.start) : null;
}

interface Place {
  text: string;
  folded: string;
  at: number;
  anchor: Anchor;
  carried?: Carried;
}

interface Found {
  match: TimeMatch | null;
  to: number;
  carried?: Carried;
}

function findAt(place: Place): Found | null {
  const { folded, at, anchor, carried } = place;
  if (!canStart(folded, at)) return null;
  const repeated = skipRepeated(folded, at, (from) => readExpression(folded, from, anchor)?.to ?? null);
  if (repeated > at) return { match: null, to: repeated };
  const expression = readExpression(folded, at, anchor, carried);
  return expression ? foundExpression(place, expression) : foundLength(place);
}

function foundExpression({ text, folded, anchor }: Place, expression: Expression | Nowhere): Found {
  const { to } = expression;
  if (expression.begin === null || (expression.isNow && !standsAlone(folded, expression)))
    return { match: null, to };
  const next = carriedOn(expression, anchor);
  return { match: matchOf(text, expression, anchor), to, ...(next && { carried: next }) };
}

function foundLength({ text, folded, at }: Place): Found | null {
  const length = readLength(folded, at);
  if (!length) return null;
  const { to, value } = length;
  return {
    match: { from: at, to, text: text.slice(at, to), kind: 'duration', durationMs: lengthMs(value) },
    to,
  };
}

/** «现在» and «刚才» say when only as a whole message, as an end of a range, or with 起 or 开始. */
function standsAlone(folded: string, { from, to, end, marks }: Expression): boolean {
  if (folded.charAt(to) === '就') return false;
  return end !== null || marks.role !== 'at' || folded.trim().length <= to - from + 1;
}

/** A day ahead that was said binds the hours after it: «明天开会，下午三点». */
function carriedOn({ begin, dated, marks }: Expression, { today }: Anchor): Carried | null {
  if (!dated || marks.role !== 'at') return null;
  const day = begin.kind === 'days' ? begin.from : begin.day;
  if (day < today || (begin.kind === 'days' && begin.to !== begin.from)) return null;
  return { day, seconds: begin.kind === 'moment' ? begin.seconds : 0 };
}

const LEANS: Record<Preference, Anchor['lean']> = { meeting: 'future', deadline: 'future', past: 'past' };

function anchorOf({ now, zone, holidays, prefer }: TimeContext): Anchor {
  const { day, seconds } = wallTimeOf(now, zone);
  return {
    today: day,
    seconds,
    zone,
    now,
    holidays,
    lean: prefer ? LEANS[prefer] : 'near',
    meeting: prefer === 'meeting',
  };
}

function matchOf(text: string, expression: Expression, anchor: Anchor): TimeMatch {
  const { from, to, marks, begin } = expression;
  const span = { from, to, text: text.slice(from, to), role: marks.role };
  const [start, end] = edges(expression, anchor);
  return end === null
    ? { ...span, kind: 'moment', start, grain: begin.grain }
    : { ...span, kind: 'range', start, end, grain: begin.grain };
}

/** 本周内 is due on its last day, 下周前 on the first; what lasts has a beginning and an end. */
function edges({ begin, end, marks }: Expression, anchor: Anchor): [start: string, end: string | null] {
  if (end) return [written(begin, anchor), end.kind === 'days' ? isoDate(end.to) : written(end, anchor)];
  if (begin.kind === 'moment') return [written(begin, anchor), null];
  const { from, to } = begin;
  if (marks.beyond) return [isoDate(to === from ? from : to + 1), null];
  if (marks.role === 'by') return [isoDate(marks.within ? to : from), null];
  return [isoDate(from), to === from || marks.role === 'since' ? null : isoDate(to)];
}

function written(when: When, anchor: Anchor): string {
  return when.kind === 'days' ? isoDate(when.from) : isoMoment(epochOf(when, anchor.zone), anchor.zone);
}
