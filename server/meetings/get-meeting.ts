import type { Meeting } from '../desk/meeting-record.ts';
import { meetingRecord } from '../desk/meeting-state.ts';
import type { Db } from '../store/database.ts';
import { findMeeting } from '../store/meetings.ts';

/** The meeting of that number with its whole history, or null. */
export async function getMeeting(
  db: Db,
  { zone }: { zone: string },
  number: string,
): Promise<Meeting | null> {
  const stored = await findMeeting(db, number);
  return stored === null ? null : meetingRecord(stored.meeting, stored.history, zone);
}
