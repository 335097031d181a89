/** Records of the desk as a conversation sees them. */
import type { MeetingView, TicketView } from '../../bot/desk.ts';
import { Layout } from '../../bot/types.ts';
import { isAwaited } from '../desk/meeting-approval.ts';
import type { Meeting } from '../desk/meeting-record.ts';
import type { Ticket } from '../desk/ticket-record.ts';
import { pick } from '../desk/ticket-state.ts';

const TICKET_FIELDS = [
  'number',
  'kind',
  'status',
  'category',
  'urgency',
  'title',
  'location',
  'device',
  'system',
  'team',
  'assignee',
  'incident',
  'handoff',
  'createdAt',
] as const;

export function ticketView(ticket: Ticket): TicketView {
  const { sla, hold, resolution, rating } = ticket;
  return {
    ...pick(ticket, TICKET_FIELDS),
    respondBy: sla.respondBy,
    resolveBy: sla.resolveBy,
    expectedAt: sla.expectedAt,
    holdUntil: hold?.until ?? null,
    ...(hold ? { holdReason: hold.reason } : {}),
    resolution: resolution?.resolution ?? null,
    rated: rating !== undefined,
  };
}

const MEETING_FIELDS = [
  'number',
  'status',
  'title',
  'start',
  'end',
  'room',
  'attendees',
  'equipment',
  'version',
] as const;

export function meetingView(meeting: Meeting): MeetingView {
  const { room, location, quantities, series, notes, approval } = meeting;
  const layout = Layout.safeParse(meeting.layout);
  return {
    ...pick(meeting, MEETING_FIELDS),
    ...(Object.keys(quantities).length > 0 ? { quantities } : {}),
    ...(notes ? { notes } : {}),
    ...(approval !== null && isAwaited(meeting) ? { approver: approval.approver } : {}),
    ...(series === null ? {} : { series }),
    ...(location.text !== room && location.text.includes(room) ? { place: location.text } : {}),
    ...(layout.success ? { layout: layout.data } : {}),
  };
}
