/** What a room can do, whoever else has booked it: how many it holds, when it is open, for whom, with what. Pure. */
import { MADE_EQUIPMENT } from '../../bot/types.ts';
import type { Span } from './alternatives.ts';
import { WATCHED } from './meeting-tasks.ts';
import type { Profile, Room } from './profile.ts';
import type { Calendars } from './sla.ts';

/** What a meeting wants of a room. Moments are epoch milliseconds. */
export interface RoomWish extends Span {
  /** As it is kept; see rooms.ts. */
  room: string;
  attendees: number | null;
  layout: string | null;
  equipment: readonly string[];
  /** How many of a thing, where it is not one. */
  quantities: Readonly<Record<string, number>>;
  /** Whose meeting it is, where that is known. */
  department: string | null;
}

export type RoomFault =
  /** `hours` are the windows of that day; none where it is closed all day. */
  | { reason: 'room_closed'; hours: Span[] }
  | { reason: 'room_too_small'; capacity: number }
  | { reason: 'room_reserved'; departments: string[] };

/** How a profile's rooms are looked up; made once a profile. */
export interface RoomRules {
  rooms: readonly Room[];
  room(id: string): Room | undefined;
  /** Null: the room cannot be closed. */
  windowsOf(room: Room, at: number): Span[] | null;
  /** Undefined where nothing is counted. */
  stock: Readonly<Record<string, number | undefined>> | undefined;
  /** How many meetings can be watched at once; undefined where nobody counted. */
  crewAtOnce: number | undefined;
}

/** Who watches a meeting, counted like a thing of which there are only so many. */
export const CREW = 'crew';

/** What meetings have that take from the stock what `needs` names. */
export function usedWith(needs: ReadonlyMap<string, number>): string[] {
  return [...needs.keys()].flatMap((what) => (what === CREW ? WATCHED : [what]));
}

/** `calendars` are the profile's own (createCalendars in sla.ts). */
export function roomRules(profile: Profile, calendars: Calendars): RoomRules {
  const byId = new Map(profile.rooms.map((room) => [room.id, room]));
  return {
    rooms: profile.rooms,
    room: (id) => byId.get(id),
    windowsOf: (room, at) => (room.open && calendars.get(room.open)?.windowsOf(at)) || null,
    stock: profile.stock,
    crewAtOnce: profile.crewAtOnce,
  };
}

/** How many it holds; undefined where nobody said. */
export function capacityOf(room: Room, layout: string | null): number | undefined {
  const laidOut = layout === null ? undefined : (room.layouts as Record<string, number | undefined>)[layout];
  return laidOut ?? room.capacity;
}

/** Why the room cannot take the meeting; null where it can, and for a room that the profile does not list. */
export function roomFault(rules: RoomRules, wish: RoomWish): RoomFault | null {
  const room = rules.room(wish.room);
  if (room === undefined) return null;
  const { bookableBy } = room;
  if (bookableBy !== undefined && (wish.department === null || !bookableBy.includes(wish.department)))
    return { reason: 'room_reserved', departments: bookableBy };
  const capacity = capacityOf(room, wish.layout);
  if (capacity !== undefined && wish.attendees !== null && wish.attendees > capacity)
    return { reason: 'room_too_small', capacity };
  const hours = rules.windowsOf(room, wish.start);
  if (hours !== null && !hours.some(({ start, end }) => start <= wish.start && wish.end <= end))
    return { reason: 'room_closed', hours };
  return null;
}

/** The meeting with the time to prepare its room and to clear it. */
export function blockOf(rules: RoomRules, { room, start, end }: Span & { room: string }): Span {
  const { prepare = 0, clear = 0 } = rules.room(room) ?? {};
  return { start: start - prepare, end: end + clear };
}

/** When the room is closed within `window`. */
export function closedSpans(rules: RoomRules, id: string, window: Span): Span[] {
  const room = rules.room(id);
  if (room === undefined || rules.windowsOf(room, window.start) === null) return [];
  const closed: Span[] = [];
  let from = window.start;
  for (let at = window.start; at < window.end + DAY_MS; at += DAY_MS)
    for (const { start, end } of rules.windowsOf(room, at) ?? []) {
      if (start > from) closed.push({ start: from, end: start });
      from = Math.max(from, end);
    }
  if (from < window.end) closed.push({ start: from, end: window.end });
  return closed;
}

const DAY_MS = 86_400_000;

export type Needs = Pick<RoomWish, 'room' | 'equipment' | 'quantities'>;

/** What the meeting takes from the building's stock: what its room has is not taken from there. One of the crew, too, where it is watched. */
export function fromStock(rules: RoomRules, { room, equipment, quantities }: Needs): Map<string, number> {
  const needs = new Map<string, number>();
  const { stock, crewAtOnce } = rules;
  if (crewAtOnce !== undefined && WATCHED.some((what) => equipment.includes(what))) needs.set(CREW, 1);
  if (stock === undefined) return needs;
  const builtIn: readonly string[] = rules.room(room)?.equipment ?? [];
  for (const what of equipment)
    if (!builtIn.includes(what) && !MADE_EQUIPMENT.has(what)) needs.set(what, quantities[what] ?? 1);
  return needs;
}

export interface Shortage {
  what: string;
  wanted: number;
  free: number;
}

/** What there is too little of, `others` being what overlaps the meeting and what that takes from the stock. */
export function shortages(
  rules: RoomRules,
  wanted: Span & { needs: ReadonlyMap<string, number> },
  others: readonly (Span & { needs: ReadonlyMap<string, number> })[],
): Shortage[] {
  return [...wanted.needs].flatMap(([what, count]) => {
    const all = what === CREW ? rules.crewAtOnce : rules.stock?.[what];
    const free = (all ?? 0) - mostAtOnce(what, wanted, others);
    return free < count ? [{ what, wanted: count, free: Math.max(0, free) }] : [];
  });
}

function mostAtOnce(
  what: string,
  within: Span,
  others: readonly (Span & { needs: ReadonlyMap<string, number> })[],
): number {
  const users = others.filter(({ needs }) => needs.has(what));
  const begins = users.map(({ start }) => Math.max(start, within.start));
  const counts = begins.map((at) =>
    users.reduce(
      (sum, { start, end, needs }) => (start <= at && at < end ? sum + (needs.get(what) ?? 0) : sum),
      0,
    ),
  );
  return Math.max(0, ...counts);
}
