/** Times at which no meeting can be booked, whoever asks. */

const DAY_MS = 24 * 60 * 60 * 1000;
const FURTHEST_MS = 366 * DAY_MS;

export type TimeFault = 'past' | 'end_before_start' | 'too_far';

/** Null where nothing is wrong; a meeting that runs may still be booked. All in epoch milliseconds. */
export function timeFault({ start, end }: { start: number; end: number }, now: number): TimeFault | null {
  if (!(end > start)) return 'end_before_start';
  if (end <= now) return 'past';
  return start - now > FURTHEST_MS ? 'too_far' : null;
}
