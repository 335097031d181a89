/** Books a room for a meeting. */
import type { MeetingDraft } from '../../bot/desk.ts';
import type { Address } from '../../bot/types.ts';
import type { Meeting } from '../desk/meeting-record.ts';
import { type MeetingEntry, type MeetingState, meetingRecord } from '../desk/meeting-state.ts';
import { tasksFor } from '../desk/meeting-tasks.ts';
import { dayOf } from '../desk/moments.ts';
import { formatNumber } from '../desk/numbers.ts';
import { roomOf } from '../desk/rooms.ts';
import type { DeskContext } from '../desk-context.ts';
import { masked } from '../masking.ts';
import { nextCount } from '../store/counters.ts';
import type { Trx } from '../store/database.ts';
import { insertMeeting } from '../store/meetings.ts';
import { type RequesterInput, requesterRecord } from '../tickets/requester.ts';
import { checkRoom, type RoomTaken } from './check-room.ts';

export interface BookMeetingInput {
  /** Its end is after its start. */
  draft: MeetingDraft;
  requester: RequesterInput;
  /** Where the requester is told about it. */
  address: Address;
  actor: string;
}

export type BookMeetingResult = { ok: true; meeting: Meeting } | ({ ok: false } & RoomTaken);

/** Books the room and gives the crew its tasks, or says what stands in the way and what is free. Secrets are masked. */
export async function bookMeeting(
  trx: Trx,
  context: DeskContext,
  input: BookMeetingInput,
): Promise<BookMeetingResult> {
  const { address } = input;
  const actor = masked(input.actor);
  const requested = requestedMeeting(context, input);
  const taken = await checkRoom(trx, context, requested);
  if (taken !== null) return { ok: false, ...taken };
  const day = dayOf(requested.createdAt, context.zone);
  const number = formatNumber('meeting', day, await nextCount(trx, 'meeting', day));
  const meeting = { ...requested, number };
  const created: MeetingEntry = { at: meeting.createdAt, actor, action: 'created', detail: {} };
  await insertMeeting(trx, meeting, address, created);
  const record = meetingRecord(meeting, [created], context.zone);
  const byRequester = actor === input.requester.id;
  await context.tell(trx, [
    {
      subject: 'meeting',
      action: 'created',
      actor,
      byRequester,
      detail: {},
      meeting: record,
      address,
    },
  ]);
  return { ok: true, meeting: record };
}

function requestedMeeting(context: DeskContext, input: BookMeetingInput): MeetingState {
  const { title, room, location, attendees, equipment, layout, notes, start, end } = masked(input.draft);
  const now = context.now();
  const meeting: MeetingState = {
    number: '',
    status: 'requested',
    title,
    start: Date.parse(start),
    end: Date.parse(end),
    room: roomOf(context.profile, room),
    location,
    attendees: attendees ?? null,
    equipment: [...new Set(equipment)],
    layout: layout ?? null,
    requester: requesterRecord(context.profile, input.requester),
    notes: notes ?? null,
    tasks: [],
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
  return { ...meeting, tasks: tasksFor(meeting) };
}
