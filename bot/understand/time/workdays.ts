/** Working days by the public holidays. */
import type { Anchor } from './anchor.ts';
import { isoDate, weekdayOf } from './civil.ts';

/** The day `count` working days away, by the public holidays; where none are published, by weekdays. */
export function workdayAway({ today, holidays }: Anchor, count: number): number {
  const step = Math.sign(count);
  let day = today;
  for (let left = Math.ceil(Math.abs(count)); left > 0 && left < 400; ) {
    day += step;
    const special = holidays.day(isoDate(day));
    const works = special ? special.kind === 'makeup' : weekdayOf(day) <= 5;
    if (works) left -= 1;
  }
  return day;
}
