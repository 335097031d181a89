import { publicHolidaysCn } from '../../../../../bot/holidays-cn.ts';
import {
  findTimes,
  type Preference,
  readTime,
  type TimeContext,
  type TimeMatch,
} from '../../../../../bot/understand/time/index.ts';

/** A Wednesday morning, nine o'clock. */
export const WEDNESDAY = '2026-11-18T09:00:00+08:00';

export function contextAt(now = WEDNESDAY, more: Partial<TimeContext> = {}): TimeContext {
  return { now: Date.parse(now), zone: 'Asia/Shanghai', holidays: publicHolidaysCn, ...more };
}

/** Start, or «start to end», without what is the same everywhere: `2026-11-18 15:00`. */
export function read(text: string, now?: string, prefer?: Preference): string | null {
  const { start, end } = readTime(text, contextAt(now, prefer ? { prefer } : {}));
  if (start === null) return null;
  return end === undefined ? short(start) : `${short(start)} to ${short(end)}`;
}

function short(moment: string): string {
  return moment.replace('T', ' ').replace(/(?::00)?\+08:00$/, '');
}

export function find(text: string, more: Partial<TimeContext> = {}): TimeMatch[] {
  return findTimes(text, contextAt(WEDNESDAY, more));
}
