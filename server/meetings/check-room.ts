/** Whether a meeting can have its room and its things; whoever else wants them waits for the answer. */
import type { Alternative, RoomTrouble } from '../../bot/desk.ts';
import {
  blockOf,
  fromStock,
  type RoomFault,
  type RoomWish,
  roomFault,
  shortages,
  usedWith,
} from '../desk/room-fit.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Trx } from '../store/database.ts';
import { lockRoom, type Occupation, type Own, occupations } from '../store/occupation.ts';
import { findAlternatives } from './find-alternatives.ts';
import { isoSpan } from './iso-span.ts';
import { roomRulesOf } from './room-rules.ts';

/** A meeting that stands in the way. Moments are ISO 8601 with the desk's offset. */
export interface Conflict {
  number: string;
  room: string;
  start: string;
  end: string;
}

/** What stands in the way, and what would work. */
export interface RoomRefusal {
  trouble: RoomTrouble;
  /** Empty where no meeting is in the way. */
  conflicts: Conflict[];
  alternatives: Alternative[];
}

export type Wanted = RoomWish & Own;

/** Null where it can, and it stays so until the transaction ends. */
export async function checkRoom(trx: Trx, context: DeskContext, wanted: Wanted): Promise<RoomRefusal | null> {
  const rules = roomRulesOf(context.profile);
  const fault = roomFault(rules, wanted);
  if (fault !== null)
    return refusal(trx, context, wanted, { trouble: told(fault, context.zone), inTheWay: [] });
  const needs = fromStock(rules, wanted);
  const using = usedWith(needs);
  await lockRoom(trx, wanted.room, [...needs.keys()]);
  const block = blockOf(rules, wanted);
  const place = { rooms: [wanted.room], spans: [block], ...(using.length > 0 ? { using } : {}) };
  const found = await occupations(trx, { ...wanted, ...place, now: context.now() });
  const inTheWay = found.filter(({ room }) => room === wanted.room);
  if (inTheWay.length > 0)
    return refusal(trx, context, wanted, { trouble: { reason: 'room_taken' }, inTheWay });
  const users = found.map((other) => ({ ...other.block, needs: fromStock(rules, other), other }));
  const short = shortages(rules, { ...block, needs }, users);
  if (short.length === 0) return null;
  const having = users.filter(({ needs: others }) => short.some(({ what }) => others.has(what)));
  return refusal(trx, context, wanted, {
    trouble: { reason: 'equipment_short', short },
    inTheWay: having.map(({ other }) => other),
  });
}

async function refusal(
  trx: Trx,
  context: DeskContext,
  wanted: Wanted,
  { trouble, inTheWay }: { trouble: RoomTrouble; inTheWay: Occupation[] },
): Promise<RoomRefusal> {
  const conflicts = inTheWay.map((one) => ({
    number: one.number,
    room: one.room,
    ...isoSpan(one, context.zone),
  }));
  return { trouble, conflicts, alternatives: await findAlternatives(trx, context, wanted) };
}

function told(fault: RoomFault, zone: string): RoomTrouble {
  return fault.reason === 'room_closed'
    ? { ...fault, hours: fault.hours.map((span) => isoSpan(span, zone)) }
    : fault;
}
