/** What a message really says: spans, numbers and moments that an answer about it may name. Pure. */
import type { PublicHolidays } from '../../bot/holidays.ts';
import { digitsOf, parseNumber } from '../../bot/understand/entities/numbers.ts';
import { type Message, normalise, original } from '../../bot/understand/normalise.ts';
import { findTimes } from '../../bot/understand/time/index.ts';

export interface Said {
  /** The person's own spelling of `words`, or null where the message does not hold them. */
  span(words: string): string | null;
  /** True where the message writes this number, in digits or in words. */
  number(value: number): boolean;
  /** True where the message writes these digits one after the other. */
  digits(value: string): boolean;
  /** The moment as the time grammar has it, or null where the grammar finds no such moment. */
  moment(value: string): string | null;
}

export interface Moments {
  now: number;
  zone: string;
  holidays: PublicHolidays;
}

export function saidIn(text: string, moments: Moments): Said {
  const message = normalise(text);
  return {
    span: (words) => spanIn(message, words),
    number: (value) => numbersIn(message.plain).has(value),
    digits: (value) => digitRuns(message.plain).has(value),
    moment: (value) => momentsIn(message.plain, moments).find((known) => sameMoment(known, value)) ?? null,
  };
}

/** One character names nothing; what is longer is a sentence, not the name of anything. */
const SHORTEST = 2;
const LONGEST = 40;

function spanIn(message: Message, words: string): string | null {
  const sought = words.trim();
  if (sought.length < SHORTEST || sought.length > LONGEST) return null;
  if (message.source.includes(sought) && standsAlone(message.source, message.source.indexOf(sought), sought))
    return sought;
  const folded = normalise(sought).plain;
  const at = message.plain.indexOf(folded);
  if (folded.length < SHORTEST || at < 0 || !standsAlone(message.plain, at, folded)) return null;
  return original(message, at, at + folded.length);
}

/** «oa» is no part of «download». */
function standsAlone(text: string, at: number, word: string): boolean {
  const joins = (a: string, b: string): boolean => /[a-z0-9]/i.test(a) && /[a-z0-9]/i.test(b);
  const end = at + word.length;
  return !joins(text[at - 1] ?? ' ', word[0] ?? ' ') && !joins(word.at(-1) ?? ' ', text[end] ?? ' ');
}

const NUMERALS = /\d{1,9}|[零〇一幺二两三四五六七八九十百千]{1,9}|[a-z]{3,8}/g;

function numbersIn(plain: string): ReadonlySet<number> {
  const values = Array.from(plain.matchAll(NUMERALS), ([word]) => parseNumber(word));
  return new Set(values.filter((value) => value !== null));
}

const RUNS = /\+?[\d零〇一幺二三四五六七八九](?:[ ()-]{0,2}[\d零〇一幺二三四五六七八九])*/g;

/** Runs of digits with the blanks and dashes inside taken out, whole and in their parts, without the country's code. */
function digitRuns(plain: string): ReadonlySet<string> {
  const runs = new Set<string>();
  for (const [run] of plain.matchAll(RUNS))
    for (const piece of [run, ...run.split(/[ ()]+/)]) {
      const digits = digitsOf(piece.replace(/[+ ()-]/g, ''));
      if (digits !== null) runs.add(digits).add(digits.replace(/^86(?=1[3-9]\d{9}$)/, ''));
    }
  return runs;
}

function momentsIn(plain: string, moments: Moments): string[] {
  const readings = [undefined, 'deadline', 'past', 'meeting'] as const;
  return readings
    .flatMap((prefer) => findTimes(plain, { ...moments, ...(prefer ? { prefer } : {}) }))
    .flatMap((match) => {
      if (match.kind === 'duration') return [];
      return match.kind === 'range' ? [match.start, match.end] : [match.start];
    });
}

const isDate = (moment: string): boolean => /^\d{4}-\d\d-\d\d$/.test(moment);

function sameMoment(known: string, value: string): boolean {
  if (isDate(known) || isDate(value)) return known === value;
  return Date.parse(known) === Date.parse(value);
}
