/** Numbers that no desk can mean are taken out of what was understood: they must never reach a column that is too small. */
import type { Understanding } from '../../bot/types.ts';

const MOST_PEOPLE = 100_000;
const MOST_THINGS = 1_000_000;

export function plausible(heard: Understanding): Understanding {
  const { attendees, quantity, rating, ...slots } = heard.slots;
  const inRange = (value: number | undefined, most: number) =>
    value !== undefined && Number.isInteger(value) && value >= 1 && value <= most;
  return {
    ...heard,
    slots: {
      ...slots,
      ...(inRange(attendees, MOST_PEOPLE) ? { attendees } : {}),
      ...(inRange(quantity, MOST_THINGS) ? { quantity } : {}),
      ...(inRange(rating, 5) ? { rating } : {}),
    } as Understanding['slots'],
    ...(heard.also ? { also: heard.also.map(plausible) } : {}),
  };
}
