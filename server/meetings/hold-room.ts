/** Keeps a room while somebody decides. */
import { toIso } from '../desk/moments.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Trx } from '../store/database.ts';
import { saveHold } from '../store/occupation.ts';
import { type BookMeetingInput, requestedMeeting } from './book-meeting.ts';
import { checkRoom, type RoomRefusal } from './check-room.ts';
import { wantedOf } from './wanted.ts';

/** Long enough to read a card and answer it, short enough for whoever asks next. */
export const HELD_FOR_MS = 10 * 60_000;

export type HoldRoomResult = { ok: true; until: string } | ({ ok: false } & RoomRefusal);

/** `holder` is the key of the conversation; it holds one room at a time. */
export async function holdRoom(
  trx: Trx,
  context: DeskContext,
  { holder, ...input }: Pick<BookMeetingInput, 'draft' | 'requester'> & { holder: string },
): Promise<HoldRoomResult> {
  const meeting = requestedMeeting(context, input);
  const refused = await checkRoom(trx, context, { ...wantedOf(meeting), holder });
  if (refused !== null) return { ok: false, ...refused };
  const expiresAt = context.now() + HELD_FOR_MS;
  await saveHold(trx, { ...meeting, holder, expiresAt });
  return { ok: true, until: toIso(expiresAt, context.zone) };
}
