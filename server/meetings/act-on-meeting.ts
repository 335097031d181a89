/** Carries out one action on a meeting. */

import type { Address } from '../../bot/types.ts';
import { changeMeeting, type MeetingFault } from '../desk/meeting.ts';
import type { MeetingAction } from '../desk/meeting-actions.ts';
import { isAwaited } from '../desk/meeting-approval.ts';
import type { Meeting } from '../desk/meeting-record.ts';
import { type MeetingEntry, type MeetingState, meetingRecord } from '../desk/meeting-state.ts';
import { blockOf } from '../desk/room-fit.ts';
import { roomOf } from '../desk/rooms.ts';
import type { DeskContext } from '../desk-context.ts';
import { masked } from '../masking.ts';
import type { Trx } from '../store/database.ts';
import { lockMeeting, type StoredMeeting, saveMeeting } from '../store/meetings.ts';
import { dropHold } from '../store/occupation.ts';
import { withApproval } from './ask-approval.ts';
import { checkRoom, type RoomRefusal } from './check-room.ts';
import { withCrew } from './crew-of.ts';
import { findAlternatives } from './find-alternatives.ts';
import { roomRulesOf } from './room-rules.ts';
import { type TimeFault, timeFault } from './time-fault.ts';
import { wantedOf } from './wanted.ts';

export interface ActOnMeetingInput {
  number: string;
  actor: string;
  byRequester: boolean;
  action: MeetingAction;
  /** The version the caller saw. */
  version?: number | undefined;
  /** Who holds a room for the change: the key of a conversation. */
  holder?: string | undefined;
}

/** A refusal that concerns a meeting gives it as it stands. */
export type ActOnMeetingResult =
  | { ok: true; meeting: Meeting }
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: MeetingFault | 'stale'; meeting: Meeting }
  | { ok: false; reason: 'bad_time'; fault: TimeFault; meeting: Meeting }
  | ({ ok: false; reason: 'room'; meeting: Meeting } & RoomRefusal);

/** Carries out one action under the meeting's lock; one that moves it asks for the room first. Secrets are masked. */
export async function actOnMeeting(
  trx: Trx,
  context: DeskContext,
  input: ActOnMeetingInput,
): Promise<ActOnMeetingResult> {
  const { zone, profile } = context;
  const stored = await lockMeeting(trx, input.number);
  if (stored === null) return { ok: false, reason: 'not_found' };
  const before = stored.meeting;
  const asItStands = () => meetingRecord(before, stored.history, zone);
  if (input.version !== undefined && input.version !== before.version)
    return { ok: false, reason: 'stale', meeting: asItStands() };
  const { action, actor } = masked({ action: input.action, actor: input.actor });
  const now = context.now();
  const toRoom = (said: string) => roomOf(profile, said);
  const changed = changeMeeting(before, { action, actor, now, zone, roomOf: toRoom });
  if (!changed.ok) return { ok: false, reason: changed.reason, meeting: asItStands() };
  const after = { ...changed.meeting, block: blockOf(roomRulesOf(profile), changed.meeting) };
  if (action.action === 'change' && wantsMore(before, after)) {
    const fault = isMoved(before, after) ? timeFault(after, now) : null;
    if (fault !== null) return { ok: false, reason: 'bad_time', fault, meeting: asItStands() };
    const refused = await checkRoom(trx, context, {
      ...wantedOf(after),
      except: before.number,
      holder: input.holder,
    });
    if (refused !== null) return { ok: false, reason: 'room', meeting: asItStands(), ...refused };
    if (input.holder !== undefined) await dropHold(trx, input.holder);
  }
  const asked = action.action === 'change' ? askedAnew(context, before, after, stored.address) : after;
  const isWork = action.action === 'change' && touchesCrew(before, asked);
  const manned = isWork || action.action === 'approve' ? await withCrew(trx, context, asked) : asked;
  const offered = action.action === 'refuse' ? await instead(trx, context, after) : {};
  const entry = { at: now, actor, action: action.action, detail: { ...changed.detail, ...offered } };
  return { ok: true, meeting: await saveAndTell(trx, context, { ...input, stored, entry }, manned) };
}

/** Another room or another time is agreed to anew. */
function askedAnew(
  context: DeskContext,
  before: MeetingState,
  after: MeetingState,
  address: Address,
): MeetingState {
  if (after.room === before.room && after.start === before.start && after.end === before.end) return after;
  const asked = withApproval(context, after, address);
  return isAwaited(asked) && asked.status === 'confirmed' ? { ...asked, status: 'requested' } : asked;
}

/** What would work in the place of a room that was refused. */
async function instead(trx: Trx, context: DeskContext, meeting: MeetingState) {
  const alternatives = await findAlternatives(trx, context, { ...wantedOf(meeting), except: meeting.number });
  return { alternatives: alternatives.filter(({ room }) => room !== meeting.room) };
}

/** A title says nothing to who lays the room out. */
function touchesCrew(before: MeetingState, after: MeetingState): boolean {
  const laidOut = ({ room, start, end, attendees, layout, equipment, quantities, assurance }: MeetingState) =>
    JSON.stringify([room, start, end, attendees, layout, equipment, quantities, assurance]);
  return laidOut(before) !== laidOut(after);
}

/** What asks for no more than the meeting has is not asked about again: a room that is outgrown is not lost by it. */
function wantsMore(before: MeetingState, after: MeetingState): boolean {
  const more = (after.attendees ?? 0) > (before.attendees ?? 0) || after.layout !== before.layout;
  return (
    more ||
    isMoved(before, after) ||
    after.equipment.some((what) => countOf(after, what) > countOf(before, what))
  );
}

function countOf({ equipment, quantities }: MeetingState, what: string): number {
  return equipment.includes(what) ? (quantities[what] ?? 1) : 0;
}

function isMoved(before: MeetingState, after: MeetingState): boolean {
  const isShorterOnly = after.start >= before.start && after.end <= before.end;
  return after.room !== before.room || !isShorterOnly;
}

async function saveAndTell(
  trx: Trx,
  context: DeskContext,
  done: ActOnMeetingInput & { stored: StoredMeeting; entry: MeetingEntry },
  meeting: MeetingState,
): Promise<Meeting> {
  const { stored, entry, byRequester } = done;
  await saveMeeting(trx, stored.id, meeting, entry);
  const record = meetingRecord(meeting, [...stored.history, entry], context.zone);
  await context.tell(trx, [
    {
      subject: 'meeting',
      action: done.action.action,
      actor: entry.actor,
      byRequester,
      detail: entry.detail,
      meeting: record,
      address: stored.address,
    },
  ]);
  return record;
}
