import type { Alternative, MeetingDraft } from '../../bot/desk.ts';
import type { Address } from '../../bot/types.ts';
import type { Meeting } from '../desk/meeting-record.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Trx } from '../store/database.ts';
import type { RequesterInput } from '../tickets/open-ticket.ts';

export interface BookMeetingInput {
  draft: MeetingDraft;
  requester: RequesterInput;
  /** Where the requester is told about it. */
  address: Address;
  actor: string;
}

/** A meeting that stands in the way. Moments are ISO 8601 with the desk's offset. */
export interface Conflict {
  number: string;
  room: string;
  start: string;
  end: string;
}

export type BookMeetingResult =
  | { ok: true; meeting: Meeting }
  | { ok: false; conflicts: Conflict[]; alternatives: Alternative[] };

/** Books a room, or says what stands in the way and what is free. */
export async function bookMeeting(
  _trx: Trx,
  _context: DeskContext,
  _input: BookMeetingInput,
): Promise<BookMeetingResult> {
  throw new Error('not yet');
}
