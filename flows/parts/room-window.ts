/** The time that a question about rooms is about, from what was said of it. */
import type { Slots } from '../../bot/types.ts';
import { isoMoment } from '../../bot/understand/time/zone.ts';
import { isDateOnly, later } from './meeting-times.ts';

const HOUR_MS = 3_600_000;
const PARTS: readonly [RegExp, string, string][] = [
  [/上午|早上|早晨|一早|morning/i, '08:00', '12:00'],
  [/中午|\bnoon/i, '12:00', '14:00'],
  [/下午|afternoon/i, '12:00', '18:00'],
  [/晚上|今晚|明晚|傍晚|夜里|evening|tonight/i, '18:00', '22:00'],
];
const WHOLE_DAY = ['08:00', '22:00'] as const;
const RIGHT_NOW = /现在|目前|这会儿?|此刻|当前|right now|at the moment/i;

export interface Window {
  /** ISO 8601. */
  from: string;
  to: string;
  /** Hours were said: whether it is free then has one answer. */
  exact: boolean;
}

/** `now` is epoch milliseconds. A day without hours is its working day; without a day it is today, from now on. */
export function windowOf(
  slots: Pick<Slots, 'start' | 'end'>,
  text: string,
  { now, zone }: { now: number; zone: string },
): Window {
  const { start, end } = slots;
  if (start && !isDateOnly(start)) {
    const to = end && !isDateOnly(end) && Date.parse(end) > Date.parse(start) ? end : later(start, HOUR_MS);
    return { from: start, to, exact: end !== undefined };
  }
  const moment = isoMoment(now, zone);
  if (!start && RIGHT_NOW.test(text)) return { from: moment, to: later(moment, HOUR_MS), exact: false };
  const offset = moment.slice(19);
  const [first, last] = [
    start ?? moment.slice(0, 10),
    end && isDateOnly(end) ? end : (start ?? moment.slice(0, 10)),
  ];
  const [, opens, closes] = PARTS.find(([words]) => words.test(text)) ?? [null, ...WHOLE_DAY];
  const from = `${first}T${opens}:00${offset}`;
  const to = `${last}T${closes}:00${offset}`;
  // What is over of today is of no use to anybody.
  const begins = Date.parse(from) < now && Date.parse(to) > now ? moment : from;
  return { from: begins, to, exact: false };
}
