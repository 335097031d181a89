/** Days of the calendar, `YYYY-MM-DD` in the desk's zone. Pure. */
import { instantOf } from '../moments.ts';

const DAY_MS = 86_400_000;

const utcOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The day `count` days later; earlier where `count` is negative. */
export const dayAfter = (day: string, count: number): string =>
  new Date(utcOf(day) + count * DAY_MS).toISOString().slice(0, 10);

/** 0 (Monday) to 6 (Sunday). */
export const weekdayOf = (day: string): number => (new Date(utcOf(day)).getUTCDay() + 6) % 7;

/** The seven days of the week that `day` falls in, Monday first. */
export function weekOf(day: string): string[] {
  const monday = dayAfter(day, -weekdayOf(day));
  return Array.from({ length: 7 }, (_, index) => dayAfter(monday, index));
}

/** Where a day begins and ends in the zone (epoch ms, the end excluded); 23 or 25 hours where the clocks change. */
export function spanOfDay(day: string, zone: string): { from: number; to: number } {
  const beginOf = (one: string) => Date.parse(instantOf(`${one}T00:00`, zone) ?? '');
  return { from: beginOf(day), to: beginOf(dayAfter(day, 1)) };
}
