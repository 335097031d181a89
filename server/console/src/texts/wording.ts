/** Moments and time left in the reader's words. Pure. */
import type { Due } from '../board/time-left.ts';
import { COUNTDOWN_MS, spanOf } from '../board/time-left.ts';
import { clockOf, dayOf, daysApart } from '../moments.ts';
import type { Texts } from './zh.ts';

export interface Place {
  texts: Texts;
  /** The desk's IANA zone. */
  zone: string;
}

/** A day (`YYYY-MM-DD`) as one says it seen from `today`: 明天, 11月21日, 2027-01-04. */
export function dayWords(day: string, today: string, texts: Texts): string {
  const apart = daysApart(day, today);
  if (apart === 0) return texts.time.today;
  if (apart === 1) return texts.time.tomorrow;
  if (apart === -1) return texts.time.yesterday;
  const [year, month, date] = day.split('-');
  return year === today.slice(0, 4) ? texts.time.day(Number(month), Number(date)) : day;
}

/** A moment (ISO 8601, or a date alone) seen from `now`: today's by the clock alone. Empty where it is no moment. */
export function momentWords(moment: string, now: number, { texts, zone }: Place): string {
  const today = dayOf(now, zone);
  if (/^\d{4}-\d{2}-\d{2}$/.test(moment)) return dayWords(moment, today, texts);
  const at = Date.parse(moment);
  if (Number.isNaN(at)) return '';
  const day = dayOf(at, zone);
  const clock = clockOf(at, zone);
  return day === today ? clock : `${dayWords(day, today, texts)} ${clock}`;
}

/** What a row says about its target: «剩 25 分钟», «超 1 小时», «明天 10:30 前». */
export function dueWords(due: Due, now: number, place: Place): string {
  const { time } = place.texts;
  if (due.state === 'paused') return time.paused;
  if (due.by === null || due.leftMs === null) return time.none;
  if (due.leftMs < 0) return time.over(spanOf(due.leftMs));
  if (due.leftMs < COUNTDOWN_MS) return time.left(spanOf(due.leftMs));
  return time.before(momentWords(new Date(due.by).toISOString(), now, place));
}
