import type { Meeting } from '../desk/meeting-record.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Trx } from '../store/database.ts';

/** One person's meetings that have not ended, the next one first. */
export async function requesterMeetings(
  _trx: Trx,
  _context: DeskContext,
  _input: { requesterId: string; channel: string; limit: number },
): Promise<Meeting[]> {
  throw new Error('not yet');
}
