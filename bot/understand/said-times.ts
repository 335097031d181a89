/** What the rules share that tell which time in a message is which. */
import type { TimeMatch } from './time/index.ts';

export type Point = Exclude<TimeMatch, { kind: 'duration' }>;
export type Length = Extract<TimeMatch, { kind: 'duration' }>;

export const DAY_MS = 86_400_000;
/** No day is meant by them: a quarter is what a meeting is about. */
export const COARSE: ReadonlySet<string> = new Set(['month', 'quarter', 'year']);

export const isPoint = (match: TimeMatch): match is Point => match.kind !== 'duration';
export const isDate = (moment: string): boolean => moment.length === 10;

/** So many characters of the text before a time, or after it. */
export const before = (text: string, match: Point, count: number): string =>
  text.slice(Math.max(0, match.from - count), match.from);
export const after = (text: string, match: Point, count: number): string =>
  text.slice(match.to, match.to + count);
