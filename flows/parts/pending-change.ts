/** A change of a meeting that is put together from several messages before it is made. */
import type { MeetingChanges, MeetingView } from '../../bot/desk.ts';
import type { Understanding } from '../../bot/types.ts';
import { changesFrom, later } from './meeting-times.ts';

/** The meeting as it would be; a moved start keeps the length. */
export function asChanged(meeting: MeetingView, changes: MeetingChanges): MeetingView {
  const { start = meeting.start } = changes;
  const { end = later(start, lengthOf(meeting)) } = changes;
  const { room, attendees, equipment, quantities, layout, title } = changes;
  return {
    ...meeting,
    start,
    end,
    room: room ?? meeting.room,
    title: title ?? meeting.title,
    attendees: attendees ?? meeting.attendees,
    equipment: equipment ?? meeting.equipment,
    ...(quantities
      ? { quantities: { ...meeting.quantities, ...(quantities as Record<string, number>) } }
      : {}),
    ...(layout ? { layout } : {}),
  };
}

/** With what one more message changes of it; null where it changes nothing. `now` is epoch milliseconds. */
export function withMore(
  meeting: MeetingView,
  changes: MeetingChanges,
  heard: Pick<Understanding, 'slots' | 'text'>,
  facts: { now: number; zone: string },
): MeetingChanges | null {
  const pending = asChanged(meeting, changes);
  const more = changesFrom(heard, pending, facts);
  if (Object.keys(more).length === 0) return null;
  const moved = more.start && !more.end ? { end: later(more.start, lengthOf(pending)) } : {};
  return { ...changes, ...more, ...moved };
}

function lengthOf({ start, end }: Pick<MeetingView, 'start' | 'end'>): number {
  return Date.parse(end) - Date.parse(start);
}
