/** What goes into a requester's conversation after a change: one more update for each, handled as any other. */
import type { Alternative } from '../../bot/desk.ts';
import type { MeetingWas, Notice, Update } from '../../bot/types.ts';
import type { DeskEvent, MeetingEvent, TicketEvent } from '../desk/events.ts';
import { toIso } from '../desk/moments.ts';
import { NAMELESS, TOLD_TARGETS, ticketNotice } from './ticket-notice.ts';

/** The notices of what happened in one transaction, in order. `now` in epoch milliseconds. */
export function noticesFor(events: readonly DeskEvent[], at: { now: number; zone: string }): Update[] {
  return events
    .filter((event, index) => !isOutweighed(event, events.slice(index + 1)))
    .flatMap((event) => noticesOf(event).map((notice) => noticeUpdate(at, event, notice)));
}

/** Of several targets that a ticket misses at once its requester is told the last. */
function isOutweighed(event: DeskEvent, later: readonly DeskEvent[]): boolean {
  if (event.subject !== 'ticket' || event.action !== 'breached') return false;
  return later.some(
    (other) =>
      other.subject === 'ticket' &&
      other.action === 'breached' &&
      other.ticket.number === event.ticket.number &&
      TOLD_TARGETS.has(String(other.detail.target)),
  );
}

function noticesOf(event: DeskEvent): Notice[] {
  const notice = event.subject === 'ticket' ? ticketNotice(event) : meetingNotice(event);
  const notices = notice ? [notice] : [];
  if (event.subject !== 'ticket' || !endsHandoff(event)) return notices;
  return [...notices, { about: 'handback', number: event.ticket.number, actor: event.actor }];
}

const MEETING_NOTICES: Readonly<
  Partial<Record<MeetingEvent['action'], Extract<Notice, { about: 'meeting' }>['event']>>
> = {
  confirm: 'confirmed',
  change: 'changed',
  approve: 'approved',
  refuse: 'refused',
  cancel: 'cancelled',
  start: 'started',
  finish: 'finished',
};

function meetingNotice(event: MeetingEvent): Notice | null {
  const kind = MEETING_NOTICES[event.action];
  if (!kind || event.byRequester) return null;
  const { reason, was, alternatives } = event.detail;
  return {
    about: 'meeting',
    number: event.meeting.number,
    event: kind,
    // A program that calls the API without a name is nobody to a requester.
    actor: NAMELESS.has(event.actor) ? '' : event.actor,
    ...(typeof reason === 'string' ? { text: reason } : {}),
    ...(was ? { was: was as MeetingWas } : {}),
    ...(alternatives ? { alternatives: alternatives as Alternative[] } : {}),
  };
}

/** A conversation that was left to a person comes back to the bot with the end of that person's ticket. */
function endsHandoff({ action, byRequester }: TicketEvent): boolean {
  return !byRequester && (action === 'resolve' || action === 'close' || action === 'cancel');
}

/** A notice is one more update, into the requester's conversation; its id makes it come once. */
function noticeUpdate(at: { now: number; zone: string }, event: DeskEvent, notice: Notice): Update {
  const record = event.subject === 'ticket' ? event.ticket : event.meeting;
  const { id, name, department, phone } = record.requester;
  return {
    kind: 'notice',
    updateId: `notice:${notice.about}:${record.number}:${record.version}:${event.action}`,
    at: toIso(at.now, at.zone),
    address: event.address,
    sender: {
      id,
      ...(name ? { name } : {}),
      ...(department ? { department } : {}),
      ...(phone ? { phone } : {}),
    },
    notice,
  };
}
