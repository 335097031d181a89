import type { Alternative } from '../../bot/desk.ts';
import type { MeetingAction } from '../desk/meeting-actions.ts';
import type { Meeting } from '../desk/meeting-record.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Trx } from '../store/database.ts';
import type { Conflict } from './book-meeting.ts';

export interface ActOnMeetingInput {
  number: string;
  actor: string;
  byRequester: boolean;
  action: MeetingAction;
  /** The version the caller saw. */
  version?: number;
}

/** A refusal that concerns a meeting gives it as it stands. */
export type ActOnMeetingResult =
  | { ok: true; meeting: Meeting }
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: 'not_allowed' | 'stale' | 'end_before_start' | 'no_such_task'; meeting: Meeting }
  | { ok: false; reason: 'room_taken'; meeting: Meeting; conflicts: Conflict[]; alternatives: Alternative[] };

/** Carries out one action under the meeting's lock. */
export async function actOnMeeting(
  _trx: Trx,
  _context: DeskContext,
  _input: ActOnMeetingInput,
): Promise<ActOnMeetingResult> {
  throw new Error('not yet');
}
