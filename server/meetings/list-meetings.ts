import type { Meeting } from '../desk/meeting-record.ts';
import { meetingRecord } from '../desk/meeting-state.ts';
import { roomOf } from '../desk/rooms.ts';
import type { DeskContext } from '../desk-context.ts';
import { type Page, pageOf } from '../paging.ts';
import type { Db } from '../store/database.ts';
import { listMeetings as listStored, type MeetingFilter } from '../store/meetings.ts';

/** One page, newest first. Without `from` and `to`: those that have not ended. A room is known by any of its names. */
export async function listMeetings(
  db: Db,
  { zone, now, profile }: DeskContext,
  filter: Omit<MeetingFilter, 'order' | 'notEndedAt'>,
): Promise<Page<Meeting>> {
  const anyTime = filter.from === undefined && filter.to === undefined;
  const stored = await listStored(db, {
    ...filter,
    room: filter.room === undefined ? undefined : roomOf(profile, filter.room),
    notEndedAt: anyTime ? now() : undefined,
    order: 'newest',
    limit: filter.limit + 1,
  });
  return pageOf(stored, filter.limit, ({ meeting, history }) => meetingRecord(meeting, history, zone));
}
