/** Which rooms suit a meeting best, whoever else has booked them. Pure. */
import type { Room } from './profile.ts';
import { capacityOf, fromStock, type RoomRules, type RoomWish, roomFault } from './room-fit.ts';

/** What is known of the place that is wanted; what is left out is all the same. */
export interface PlaceWish {
  floor?: string | undefined;
  building?: string | undefined;
  /** Rooms that hold more than this. */
  largerThan?: number | undefined;
}

/**
 * Rooms that can take the meeting: those with what it needs built in first, then the smallest that is large enough.
 * `whenever`: also those that are closed at that time.
 */
export function suitableRooms(
  rules: RoomRules,
  wish: Omit<RoomWish, 'room'>,
  when: 'then' | 'whenever',
  place: PlaceWish = {},
): Room[] {
  const suits = (room: Room) => {
    const fault = roomFault(rules, { ...wish, room: room.id });
    return fault === null || (fault.reason === 'room_closed' && when === 'whenever');
  };
  return rules.rooms
    .filter((room) => isThere(room, place))
    .filter((room) => (place.largerThan ?? 0) < (room.capacity ?? Infinity))
    .filter(suits)
    .map((room) => ({ room, carried: fromStock(rules, { ...wish, room: room.id }).size }))
    .sort((a, b) => a.carried - b.carried || sizeOf(a.room, wish.layout) - sizeOf(b.room, wish.layout))
    .map(({ room }) => room);
}

function sizeOf(room: Room, layout: string | null): number {
  return capacityOf(room, layout) ?? Infinity;
}

function isThere(room: Room, { floor, building }: PlaceWish): boolean {
  return (
    (floor === undefined || room.floor === floor) && (building === undefined || room.building === building)
  );
}
