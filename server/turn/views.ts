/** Records of the desk as a conversation sees them. */
import type { MeetingView, TicketView } from '../../bot/desk.ts';
import { Layout } from '../../bot/types.ts';
import type { Meeting } from '../desk/meeting-record.ts';
import type { Ticket } from '../desk/ticket-record.ts';

export function ticketView(ticket: Ticket): TicketView {
  const { number, kind, status, category, urgency, title, location, device, system, team, assignee } = ticket;
  return {
    number,
    kind,
    status,
    category,
    urgency,
    title,
    location,
    device,
    system,
    team,
    assignee,
    respondBy: ticket.sla.respondBy,
    resolveBy: ticket.sla.resolveBy,
    holdUntil: ticket.hold?.until ?? null,
    incident: ticket.incident,
    expectedAt: ticket.sla.expectedAt,
    ...(ticket.hold ? { holdReason: ticket.hold.reason } : {}),
    resolution: ticket.resolution?.resolution ?? null,
    rated: ticket.rating !== undefined,
    handoff: ticket.handoff,
    createdAt: ticket.createdAt,
  };
}

export function meetingView({
  number,
  status,
  title,
  start,
  end,
  room,
  attendees,
  equipment,
  quantities,
  location,
  layout,
  series,
}: Meeting): MeetingView {
  const known = Layout.safeParse(layout);
  return {
    number,
    status,
    title,
    start,
    end,
    room,
    attendees,
    equipment,
    ...(Object.keys(quantities).length > 0 ? { quantities } : {}),
    ...(series === null ? {} : { series }),
    ...(location.text !== room && location.text.includes(room) ? { place: location.text } : {}),
    ...(known.success ? { layout: known.data } : {}),
  };
}
