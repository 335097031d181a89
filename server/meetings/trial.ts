/** Finds out what would come of a change without making it. */
import type { MeetingView } from '../../bot/desk.ts';
import { toIso } from '../desk/moments.ts';
import { blockOf } from '../desk/room-fit.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Trx } from '../store/database.ts';
import { saveHold } from '../store/occupation.ts';
import { takenBack } from '../store/transaction.ts';
import { HELD_FOR_MS } from './hold-room.ts';
import { roomRulesOf } from './room-rules.ts';

/** Does the work and takes all of it back; nobody is told. What it gives is what doing it now would give. */
export async function onTrial<Result>(
  trx: Trx,
  context: DeskContext,
  work: (context: DeskContext) => Promise<Result>,
): Promise<Result> {
  return takenBack(trx, () => work({ ...context, tell: async () => {} }));
}

/** Keeps the room of a meeting as it is to become, while the person decides; gives until when (ISO 8601). */
export async function holdFor(
  trx: Trx,
  context: DeskContext,
  { meeting, holder }: { meeting: MeetingView; holder: string },
): Promise<string> {
  const { room, equipment, quantities = {} } = meeting;
  const span = { room, start: Date.parse(meeting.start), end: Date.parse(meeting.end) };
  const block = blockOf(roomRulesOf(context.profile), span);
  const expiresAt = context.now() + HELD_FOR_MS;
  await saveHold(trx, { ...span, block, equipment, quantities, holder, expiresAt });
  return toIso(expiresAt, context.zone);
}
