/** Books a room for a meeting. */
import type { MeetingDraft } from '../../bot/desk.ts';
import type { Address, Equipment } from '../../bot/types.ts';
import type { Meeting } from '../desk/meeting-record.ts';
import { type MeetingEntry, type MeetingState, meetingRecord } from '../desk/meeting-state.ts';
import { tasksFor } from '../desk/meeting-tasks.ts';
import { dayOf } from '../desk/moments.ts';
import { formatNumber } from '../desk/numbers.ts';
import { blockOf } from '../desk/room-fit.ts';
import { roomOf } from '../desk/rooms.ts';
import type { DeskContext } from '../desk-context.ts';
import { masked } from '../masking.ts';
import { nextCount } from '../store/counters.ts';
import type { Trx } from '../store/database.ts';
import { insertMeeting } from '../store/meetings.ts';
import { dropHold } from '../store/occupation.ts';
import { type RequesterInput, requesterRecord } from '../tickets/requester.ts';
import { withApproval } from './ask-approval.ts';
import { checkRoom, type RoomRefusal } from './check-room.ts';
import { withCrew } from './crew-of.ts';
import { roomRulesOf } from './room-rules.ts';
import { type TimeFault, timeFault } from './time-fault.ts';
import { wantedOf } from './wanted.ts';

export interface BookMeetingInput {
  /** Its end is after its start. */
  draft: MeetingDraft;
  requester: RequesterInput;
  /** Where the requester is told about it. */
  address: Address;
  actor: string;
  /** Who holds the room for it: the key of a conversation. */
  holder?: string | undefined;
  /** The number of the first of a series; `own` where it is the first. */
  series?: string | undefined;
}

export type BookMeetingResult =
  | { ok: true; meeting: Meeting }
  | { ok: false; reason: 'bad_time'; fault: TimeFault }
  | ({ ok: false; reason: 'room' } & RoomRefusal);

/** Books the room and gives the crew its tasks, or says what stands in the way and what is free. Secrets are masked. */
export async function bookMeeting(
  trx: Trx,
  context: DeskContext,
  input: BookMeetingInput,
): Promise<BookMeetingResult> {
  const { address } = input;
  const actor = masked(input.actor);
  const requested = requestedMeeting(context, input);
  const fault = timeFault(requested, context.now());
  if (fault !== null) return { ok: false, reason: 'bad_time', fault };
  const refused = await checkRoom(trx, context, { ...wantedOf(requested), holder: input.holder });
  if (refused !== null) return { ok: false, reason: 'room', ...refused };
  if (input.holder !== undefined) await dropHold(trx, input.holder);
  const day = dayOf(requested.createdAt, context.zone);
  const number = formatNumber('meeting', day, await nextCount(trx, 'meeting', day));
  const series = input.series === 'own' ? number : (input.series ?? null);
  const asked = withApproval(context, { ...requested, number, series }, address);
  const meeting = await withCrew(trx, context, asked);
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

/** A draft as the meeting that it asks for, not yet numbered. */
export function requestedMeeting(
  context: DeskContext,
  input: Pick<BookMeetingInput, 'draft' | 'requester'>,
): MeetingState {
  const { title, room, location, attendees, equipment, quantities, layout, notes, start, end } = masked(
    input.draft,
  );
  const now = context.now();
  const span = { room: roomOf(context.profile, room), start: Date.parse(start), end: Date.parse(end) };
  const meeting: MeetingState = {
    number: '',
    status: 'requested',
    title,
    ...span,
    block: blockOf(roomRulesOf(context.profile), span),
    location,
    attendees: attendees ?? null,
    equipment: [...new Set(equipment)],
    quantities: quantitiesOf(equipment, quantities),
    layout: layout ?? null,
    requester: requesterRecord(context.profile, input.requester),
    notes: notes ?? null,
    tasks: [],
    series: null,
    assurance: input.draft.assurance ?? false,
    approval: null,
    used: null,
    rating: null,
    confirmBy: null,
    reminded: 0,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
  return { ...meeting, tasks: tasksFor(meeting) };
}

/** Of what is wanted, and only where it is more than one. */
function quantitiesOf(
  equipment: readonly Equipment[],
  said: MeetingDraft['quantities'] = {},
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(said).filter(([what, count]) => equipment.includes(what as Equipment) && count > 1),
  );
}
