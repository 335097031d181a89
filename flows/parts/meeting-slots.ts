/** What is known of a meeting that is being booked, by all that was said. */
import type { Scene } from '../../bot/dialogue/flow.ts';
import type { Slots } from '../../bot/types.ts';
import { quantitiesAfter } from '../../bot/understand/entities/quantities.ts';

/** How many of each thing. */
export function quantitiesOf({ data }: Scene): NonNullable<Slots['quantities']> {
  return { ...quantitiesAfter({}, [], data.text), ...data.slots.quantities };
}

/** The slots, with what the first message says of numbers. */
export function slotsNow(scene: Scene): Slots {
  return { ...scene.data.slots, quantities: quantitiesOf(scene) };
}
