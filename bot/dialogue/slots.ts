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
    const text = later.building || !before.building ? later.text : `${before.building}${later.text}`;
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

function completedText(before: Location, later: Location): string {
  if (later.text.includes(before.text)) return later.text;
  if (before.text.includes(later.text)) return before.text;
  return before.room && !later.room ? `${later.text}${before.text}` : `${before.text}${later.text}`;
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

export function namesGiven(heard: Understanding, collects: readonly SlotName[]): SlotName[] {
  return collects.filter((name) => heard.slots[name] !== undefined);
}
