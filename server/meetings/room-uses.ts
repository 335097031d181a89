/** Who meets where and when, as far as whoever asks may know it. */
import type { RoomOffer, RoomQuery, RoomUse } from '../../bot/desk.ts';
import type { Account } from '../desk/person.ts';
import { suitableRooms } from '../desk/room-proposal.ts';
import { canonicalRoom, roomOf } from '../desk/rooms.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Db } from '../store/database.ts';
import { meetingsWithin, type SeenMeeting } from '../store/occupation.ts';
import { isoSpan } from './iso-span.ts';
import { roomRulesOf } from './room-rules.ts';

/** Of other people's meetings the department alone is told, of one's own the title. */
export async function roomUses(
  db: Db,
  context: DeskContext,
  query: RoomQuery,
  mine: readonly Account[],
): Promise<RoomUse[]> {
  const span = { start: Date.parse(query.from), end: Date.parse(query.to) };
  const meetings = await meetingsWithin(db, span);
  const rooms = roomsAskedFor(context, query, span);
  const asked = rooms ?? [...new Set(meetings.map(({ room }) => room))].map((room) => ({ room, name: room }));
  return asked.map((room) => ({
    room,
    busy: meetings.filter((meeting) => meeting.room === room.room).map((one) => busyOf(context, one, mine)),
  }));
}

function busyOf({ zone }: DeskContext, meeting: SeenMeeting, mine: readonly Account[]) {
  const { requester, title } = meeting;
  const isOwn = mine.some(
    ({ channel, account }) => requester.id === account && requester.channel === channel,
  );
  const { department } = requester;
  return { ...isoSpan(meeting, zone), ...(department ? { department } : {}), ...(isOwn ? { title } : {}) };
}

/** Null: all rooms that there are, where the profile lists none. */
function roomsAskedFor(
  context: DeskContext,
  { location, attendees, equipment, layout }: RoomQuery,
  span: { start: number; end: number },
): RoomOffer[] | null {
  const { profile } = context;
  const named =
    location && profile.rooms.find(({ id }) => id === roomOf(profile, location.room ?? location.text));
  if (named) return [offerOf(named)];
  const isNamed = location?.room !== undefined && !/^会议室$/.test(location.room);
  if (location && isNamed) return [{ room: canonicalRoom(location.room ?? ''), name: location.text }];
  if (profile.rooms.length === 0) return null;
  const place = {
    ...(location?.floor ? { floor: location.floor } : {}),
    ...(location?.building ? { building: location.building } : {}),
  };
  const wish = {
    ...span,
    attendees: attendees ?? null,
    layout: layout ?? null,
    equipment,
    quantities: {},
    department: null,
  };
  return suitableRooms(roomRulesOf(profile), wish, 'whenever', place).map(offerOf);
}

function offerOf({
  id,
  name,
  capacity,
  floor,
  building,
}: DeskContext['profile']['rooms'][number]): RoomOffer {
  return {
    room: id,
    name,
    ...(capacity === undefined ? {} : { capacity }),
    ...(floor === undefined ? {} : { floor }),
    ...(building === undefined ? {} : { building }),
  };
}
