/** Whether a room is free for a meeting; whoever else wants it waits for the answer. */
import type { Alternative } from '../../bot/desk.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Trx } from '../store/database.ts';
import { lockRoom, occupied } from '../store/meetings.ts';
import { findAlternatives, isoSpan, type Wanted } from './find-alternatives.ts';

/** A meeting that stands in the way. Moments are ISO 8601 with the desk's offset. */
export interface Conflict {
  number: string;
  room: string;
  start: string;
  end: string;
}

export interface RoomTaken {
  conflicts: Conflict[];
  alternatives: Alternative[];
}

/** Null where it is free, and it stays so until the transaction ends. */
export async function checkRoom(trx: Trx, context: DeskContext, wanted: Wanted): Promise<RoomTaken | null> {
  await lockRoom(trx, wanted.room);
  const taken = await occupied(trx, [wanted.room], wanted, wanted.except);
  if (taken.length === 0) return null;
  const conflicts = taken.map((span) => ({
    number: span.number,
    room: span.room,
    ...isoSpan(span, context.zone),
  }));
  return { conflicts, alternatives: await findAlternatives(trx, context, wanted) };
}
