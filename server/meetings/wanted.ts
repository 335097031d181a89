import type { MeetingState } from '../desk/meeting-state.ts';
import type { RoomWish } from '../desk/room-fit.ts';

/** What a meeting wants of its room. */
export function wantedOf(meeting: MeetingState): RoomWish {
  const { room, start, end, attendees, layout, equipment, quantities, requester } = meeting;
  return {
    room,
    start,
    end,
    attendees,
    layout,
    equipment,
    quantities,
    department: requester.department ?? null,
  };
}
