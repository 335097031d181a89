/** The meeting that a fault is in the way of. */
import type { Location } from '../../bot/types.ts';
import type { Meeting } from '../desk/meeting-record.ts';
import { meetingRecord } from '../desk/meeting-state.ts';
import { roomOf } from '../desk/rooms.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Db } from '../store/database.ts';
import { listMeetings } from '../store/meetings.ts';

/** People are in the room before it begins, and find out then. */
const BEFORE_MS = 15 * 60_000;

/** The one that is held at the place now, or about to be; null where there is none, and where no room is named. */
export async function meetingUnderWay(
  db: Db,
  { profile, zone, now }: DeskContext,
  location: Location | undefined,
): Promise<Meeting | null> {
  const said = location?.room ?? location?.text;
  if (said === undefined) return null;
  const at = now();
  const [found] = await listMeetings(db, {
    from: at,
    to: at + BEFORE_MS,
    room: roomOf(profile, said),
    statuses: ['requested', 'confirmed', 'in_progress'],
    order: 'soonest',
    limit: 1,
  });
  return found ? meetingRecord(found.meeting, found.history, zone) : null;
}

/** Who stands by, else who set it up. */
export function standsBy({ tasks }: Meeting): string | null {
  const order = ['standby', 'test', 'setup'] as const;
  const task = order.map((what) => tasks.find((one) => one.what === what)).find((one) => one?.assignee);
  return task?.assignee ?? null;
}
