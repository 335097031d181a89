import type { Meeting, MeetingStatus } from '../desk/meeting-record.ts';
import { meetingRecord } from '../desk/meeting-state.ts';
import type { Account } from '../desk/person.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Db } from '../store/database.ts';
import { listMeetings } from '../store/meetings.ts';

const TO_COME: MeetingStatus[] = ['requested', 'confirmed', 'in_progress'];

/** One person's meetings, by all of their accounts, that are still to come or under way, the next one first. */
export async function requesterMeetings(
  db: Db,
  context: Pick<DeskContext, 'zone' | 'now'>,
  { accounts, limit }: { accounts: readonly Account[]; limit: number },
): Promise<Meeting[]> {
  const stored = await listMeetings(db, {
    requesters: accounts,
    statuses: TO_COME,
    notEndedAt: context.now(),
    order: 'soonest',
    limit,
  });
  return stored.map(({ meeting, history }) => meetingRecord(meeting, history, context.zone));
}
