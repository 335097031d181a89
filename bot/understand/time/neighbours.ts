/** What times say together: days listed one after the other, and one that is taken back for the next. */
import { dayOfIso } from './civil.ts';
import type { Grain, TimeMatch } from './types.ts';

type Point = Exclude<TimeMatch, { kind: 'duration' }>;

const LISTED = /^\s*[、,和及与]\s*$/;
/** Characters between two times of one list. */
const LIST_REACH = 3;
const DENIED = /(?:不是|并非|而不是|不要)\s*(?:在|定在|约在)?\s*$/;
const INSTEAD = /^\s*[,。!;]?\s*(?:而?是|应该?是|要|改|换)/;

/** Whether a list goes on from one time to what stands at `at`: then «11号» is of the month said before it. */
export function isListed(folded: string, from: number, at: number): boolean {
  return at - from <= LIST_REACH && LISTED.test(folded.slice(from, at));
}

/** «20号、21号» is both days; «不是三点，是四点» is the latter alone. `folded` is `text` as the rules saw it. */
export function together(text: string, folded: string, matches: readonly TimeMatch[]): TimeMatch[] {
  const kept: TimeMatch[] = [];
  matches.forEach((match, at) => {
    if (isTakenBack(folded, match, matches[at + 1])) return;
    const before = kept.at(-1);
    const both = before && listed(text, folded, before, match);
    if (both) kept[kept.length - 1] = both;
    else kept.push(match);
  });
  return kept;
}

function isTakenBack(folded: string, match: TimeMatch, next: TimeMatch | undefined): boolean {
  if (!next || match.kind === 'duration' || next.kind === 'duration') return false;
  return (
    DENIED.test(folded.slice(Math.max(0, match.from - 6), match.from)) &&
    INSTEAD.test(folded.slice(match.to, next.from))
  );
}

/** The days of both, where the second follows the first and stands beside it. */
function listed(text: string, folded: string, first: TimeMatch, second: TimeMatch): Point | null {
  if (!isDays(first) || !isDays(second) || first.grain !== second.grain) return null;
  if (!LISTED.test(folded.slice(first.to, second.from))) return null;
  const lastDay = first.kind === 'range' ? first.end : first.start;
  if (dayOfIso(second.start) !== dayOfIso(lastDay) + 1) return null;
  const span = { from: first.from, to: second.to, text: text.slice(first.from, second.to) };
  const end = second.kind === 'range' ? second.end : second.start;
  return { ...first, ...span, kind: 'range', end, role: second.role };
}

const LISTABLE: ReadonlySet<Grain> = new Set(['day', 'week', 'month', 'quarter', 'year']);

function isDays(match: TimeMatch): match is Point {
  return match.kind !== 'duration' && LISTABLE.has(match.grain) && match.start.length === 10;
}
