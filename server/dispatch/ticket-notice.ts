/** What the requester of a ticket is told of a change; nothing of their own acts, of internal notes, of what others promised. */
import type { Notice } from '../../bot/types.ts';
import { ROLES } from '../config.ts';
import type { TicketEvent } from '../desk/events.ts';

const NOTICE_EVENTS: Readonly<
  Partial<Record<TicketEvent['action'], Extract<Notice, { about: 'ticket' }>['event']>>
> = {
  accept: 'accepted',
  assign: 'assigned',
  transfer: 'transferred',
  hold: 'on_hold',
  resume: 'resumed',
  resolve: 'resolved',
  close: 'closed',
  cancel: 'cancelled',
  reopen: 'reopened',
  comment: 'commented',
  breached: 'breached',
  arrive: 'arrived',
  delay: 'delayed',
  send_out: 'send_out',
  approve_send_out: 'send_out_approved',
  reject_send_out: 'send_out_rejected',
  declare_major: 'major',
  linked: 'linked',
  merged: 'merged',
};

/** What the requester is told; nothing of their own acts, of internal notes, or of being sorted into a team. */
export function ticketNotice(event: TicketEvent): Notice | null {
  const kind = NOTICE_EVENTS[event.action];
  if (!kind || event.byRequester || event.detail.internal === true) return null;
  if (event.action === 'assign' && !event.ticket.assignee) return null;
  if (event.action === 'linked' && !isNewsOfIncident(event)) return null;
  if (event.action === 'merged' && event.detail.to === undefined) return null;
  if (event.action === 'breached' && !TOLD_TARGETS.has(String(event.detail.target))) return null;
  const { ticket } = event;
  const until = untilOf(event);
  const text = noticeText(event);
  return {
    about: 'ticket',
    number: ticket.number,
    event: kind,
    actor: shownActor(event),
    ...(text ? { text } : {}),
    ...(until ? { until } : {}),
  };
}

/** What was promised to the requester; plans and reports are between the desk and its client. */
export const TOLD_TARGETS: ReadonlySet<string> = new Set(['respond', 'on_site', 'resolve']);

/** Who reports a known fault hears so in the answer; the others hear it once, when theirs turns out to be one. */
function isNewsOfIncident({ detail, ticket }: TicketEvent): boolean {
  return detail.to !== undefined || (detail.from !== undefined && ticket.reports === 2);
}

/** Until when it waits, or by when it should be done instead. */
function untilOf({ action, ticket, detail }: TicketEvent): string | null | undefined {
  if (action === 'hold') return ticket.hold?.until;
  if (action === 'delay') return ticket.sla.expectedAt;
  if (action === 'accept') return ticket.sla.expectedAt ?? ticket.sla.resolveBy;
  return action === 'breached' && detail.target === 'resolve' ? ticket.sla.expectedAt : null;
}

/** What a caller of the API is called that gives no name. */
export const NAMELESS: ReadonlySet<string> = new Set(['system', ...ROLES]);

/** Who did it; where a program did, whose ticket it is. */
function shownActor({ actor, ticket }: TicketEvent): string {
  return NAMELESS.has(actor) ? (ticket.assignee ?? ticket.team ?? actor) : actor;
}

function noticeText({ action, detail, ticket }: TicketEvent): string | undefined {
  const said = (name: string) => (typeof detail[name] === 'string' ? (detail[name] as string) : undefined);
  switch (action) {
    case 'resolve':
      return ticket.resolution?.resolution;
    case 'comment':
      return said('text');
    case 'cancel':
    case 'delay':
    case 'reject_send_out':
      return said('reason');
    case 'send_out':
      return said('what');
    case 'merged':
      return said('to');
    case 'hold':
      return ticket.hold?.reason;
    default:
      return undefined;
  }
}
