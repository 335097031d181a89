/** Which room is meant where a message names one, a floor or none; and which are free. */
import type { Alternative, RoomOffer, RoomWanted } from '../../bot/desk.ts';
import type { Equipment, Location } from '../../bot/types.ts';
import { roomOf } from '../desk/rooms.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Db } from '../store/database.ts';
import { proposeRooms } from './find-alternatives.ts';

export interface SettledRoom {
  /** The room that is meant; null where the person has to choose. */
  settled: Location | null;
  rooms: RoomOffer[];
  alternatives: Alternative[];
}

/** «会议室» alone names none. */
const NO_NAME = /^(?:个|一个|一间|间|那个|的)*(?:会议室|会场|房间|地方|meeting room|room)$/i;

export async function settleRoom(
  db: Db,
  context: DeskContext,
  wanted: RoomWanted,
  who: { department?: string | undefined; holder: string },
): Promise<SettledRoom> {
  const { profile } = context;
  const location = wanted.location && NO_NAME.test(wanted.location.text) ? undefined : wanted.location;
  const asSaid = { settled: location ?? null, rooms: [], alternatives: [] };
  if (profile.rooms.length === 0 || (location && namesRoom(context, location))) return asSaid;
  const place = placeOf(context, location);
  // A floor without a room of the list is a place like any other.
  if (location && place === null) return asSaid;
  const wish = {
    start: Date.parse(wanted.start),
    end: Date.parse(wanted.end),
    attendees: wanted.attendees ?? null,
    layout: wanted.layout ?? null,
    equipment: wanted.equipment as readonly Equipment[],
    quantities: (wanted.quantities ?? {}) as Record<string, number>,
    department: who.department ?? null,
    holder: who.holder,
  };
  const larger = wanted.largerThan === undefined ? {} : { largerThan: sizeOf(context, wanted.largerThan) };
  const found = await proposeRooms(db, context, wish, { ...place, ...larger });
  const { rooms } = found;
  const [only] = rooms;
  const isOnly =
    location !== undefined && only !== undefined && roomsThere(context, place ?? {}).length === 1;
  return { settled: isOnly ? locationOf(only) : null, rooms, alternatives: found.alternatives };
}

/** How many a room holds; one that nobody counted is smaller than any. */
function sizeOf({ profile }: DeskContext, said: string): number {
  return profile.rooms.find(({ id }) => id === roomOf(profile, said))?.capacity ?? 0;
}

function locationOf({ room, name, floor, building }: RoomOffer): Location {
  return { text: name, ...(building ? { building } : {}), ...(floor ? { floor } : {}), room };
}

function namesRoom({ profile }: DeskContext, { text, room }: Location): boolean {
  const isListed = profile.rooms.some(({ id }) => id === roomOf(profile, room ?? text));
  return isListed || (room !== undefined && !NO_NAME.test(room));
}

type Place = { floor?: string; building?: string };

/** The floor or building that is meant, where the profile lists rooms there. */
function placeOf(context: DeskContext, location: Location | undefined): Place | null {
  if (location === undefined) return {};
  const place = {
    ...(location.floor ? { floor: location.floor } : {}),
    ...(location.building ? { building: location.building } : {}),
  };
  const says = Object.keys(place).length > 0;
  return says && roomsThere(context, place).length > 0 ? place : null;
}

function roomsThere({ profile }: DeskContext, { floor, building }: Place) {
  return profile.rooms.filter(
    (room) =>
      (floor === undefined || room.floor === floor) && (building === undefined || room.building === building),
  );
}
