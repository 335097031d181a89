/** Putting what was said later together with what was said before. */
import type { Location, SlotName, Slots, Understanding } from '../types.ts';

/**
 * A later place with an earlier one. A correction that names a floor alone drops the room: 302 is not on the fourth
 * floor. An addition completes: «三楼» and then «302» is «三楼302».
 */
export function mergeLocation(before: Location | undefined, later: Location): Location {
  if (!before) return later;
  const building = later.building ?? before.building;
  const sameFloor = !later.floor || !before.floor || later.floor === before.floor;
  const completes = sameFloor && (!later.room || !before.room || later.room === before.room);
  if (!completes) {
    const text = later.building || !before.building ? later.text : joined(before.building, later.text);
    return { ...later, text, ...(building ? { building } : {}) };
  }
  const floor = later.floor ?? before.floor;
  const room = later.room ?? before.room;
  return {
    text: completedText(before, later),
    ...(building ? { building } : {}),
    ...(floor ? { floor } : {}),
    ...(room ? { room } : {}),
  };
}

/** English words need a space between them, Chinese ones none. */
function joined(first: string, second: string): string {
  return /[a-z\d]$/i.test(first) && /^[a-z]/i.test(second) ? `${first} ${second}` : `${first}${second}`;
}

function completedText(before: Location, later: Location): string {
  if (later.text.includes(before.text)) return later.text;
  if (before.text.includes(later.text)) return before.text;
  return before.room && !later.room ? joined(later.text, before.text) : joined(before.text, later.text);
}

/** Later values win, places are put together; only slots that the flow collects are taken. */
export function mergeSlots(before: Slots, later: Slots, collects: readonly SlotName[]): Slots {
  const merged: Slots = { ...before };
  for (const name of collects) {
    if (later[name] === undefined) continue;
    Object.assign(merged, { [name]: later[name] });
  }
  if (collects.includes('location') && later.location) {
    merged.location = mergeLocation(before.location, later.location);
  }
  if (collects.includes('equipment') && later.equipment) {
    merged.equipment = [...new Set([...(before.equipment ?? []), ...later.equipment])];
  }
  return merged;
}

/** What was told to be broken first; an answer to a question does not change it by the way. */
const TOLD_FIRST: readonly SlotName[] = ['device', 'system', 'symptom'];

/** An answer beside its question: it adds to what is known, and changes nothing of what is broken. */
export function addSlots(before: Slots, later: Slots, collects: readonly SlotName[]): Slots {
  const free = collects.filter((name) => !TOLD_FIRST.includes(name) || before[name] === undefined);
  return mergeSlots(before, later, free);
}

export function namesGiven(heard: Understanding, collects: readonly SlotName[]): SlotName[] {
  return collects.filter((name) => heard.slots[name] !== undefined);
}
