/** Who is told what of a change: cards and lines for the dispatch groups, notices for the requester's conversation. */
import type { Channel } from '../../bot/channel.ts';
import type { OnDuty } from '../../bot/desk.ts';
import { replyWith } from '../../bot/reply.ts';
import type { Address, Notice, Update } from '../../bot/types.ts';
import { approvalCard } from '../../flows/dispatch/approval-card.ts';
import { groupLine, meetingLine } from '../../flows/dispatch/group-lines.ts';
import { meetingCard } from '../../flows/dispatch/meeting-card.ts';
import { type DispatchScene, dispatchCard } from '../../flows/dispatch/ticket-card.ts';
import { ROLES } from '../config.ts';
import type { DeskEvent, MeetingEvent, TicketEvent } from '../desk/events.ts';
import type { Meeting, MeetingTask } from '../desk/meeting-record.ts';
import { checkItems } from '../desk/meeting-tasks.ts';
import { toIso } from '../desk/moments.ts';
import type { Ticket } from '../desk/ticket-record.ts';
import type { Trx } from '../store/database.ts';
import { recordNotices } from '../store/inbox.ts';
import { type NewMessage, recordMessages } from '../store/outbox.ts';
import { queueDeliveries } from '../store/webhooks.ts';

export interface TellOptions {
  groups: readonly Address[];
  channels: ReadonlyMap<string, Channel>;
  zone: string;
  now(): number;
  articleTitle(id: string): string | undefined;
  /** Who is reached for a team, by its name, while it is not at work; `at` in epoch milliseconds. */
  duty?(team: string | null, at: number): OnDuty | null;
  /** Whose agreement a booking of the room needs, where the profile says so. */
  approver?(room: string): string | undefined;
  /** Whom a card suggests for a ticket that nobody has taken. */
  suggest?(trx: Trx, ticket: Ticket): Promise<string | null>;
  /** Who decides for a department, where the profile says so. */
  departmentApprover?(department: string | undefined): { name: string; reach?: Address | undefined } | null;
  /** Who has to say at once that a meeting can be done: something is due before the crew is at work again. */
  askedAtOnce?(meeting: Meeting): string | undefined;
}

/** The function that use cases call after each change, inside its transaction. */
export function createTell(options: TellOptions): (trx: Trx, events: readonly DeskEvent[]) => Promise<void> {
  return async (trx, events) => {
    const now = options.now();
    const suggested = await suggestions(options, trx, events);
    await recordMessages(
      trx,
      events.flatMap((event) => [
        ...groupMessages(options, event, suggested),
        ...approvalMessages(options, event),
      ]),
      now,
    );
    await queueDeliveries(trx, events.flatMap(changeOf), now);
    await recordNotices(
      trx,
      events
        .filter((event, index) => !isOutweighed(event, events.slice(index + 1)))
        .flatMap((event) => noticesOf(event).map((notice) => noticeUpdate(options, event, notice))),
      now,
    );
  };
}

/** A change as other programs hear of it. */
function changeOf(event: DeskEvent): object[] {
  if (event.subject !== 'ticket') return [];
  const { action, actor, detail, ticket } = event;
  return [{ event: `ticket.${action}`, at: ticket.updatedAt, actor, detail, ticket }];
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

/** Whom the cards of new work suggest, by the ticket's number. */
async function suggestions(
  { suggest, groups }: TellOptions,
  trx: Trx,
  events: readonly DeskEvent[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (!suggest || groups.length === 0) return found;
  for (const event of events) {
    if (event.subject !== 'ticket' || !OFFERS.has(event.action) || event.ticket.assignee) continue;
    const name = await suggest(trx, event.ticket);
    if (name) found.set(event.ticket.number, name);
  }
  return found;
}

/** After these a crew looks for somebody. */
const OFFERS: ReadonlySet<TicketEvent['action']> = new Set(['created', 'assign', 'transfer', 'reopen']);

function groupMessages(
  options: TellOptions,
  event: DeskEvent,
  suggested: ReadonlyMap<string, string>,
): NewMessage[] {
  const now = options.now();
  const scene: DispatchScene = {
    now,
    zone: options.zone,
    language: 'zh',
    articleTitle: options.articleTitle,
    duty: (ticket) => options.duty?.(ticket.team, now) ?? null,
    suggested: (ticket) => suggested.get(ticket.number) ?? null,
  };
  return options.groups.flatMap((address) => {
    const delivery = options.channels.get(address.channel)?.capabilities.delivery ?? 'push';
    const line =
      event.subject === 'ticket' ? groupLine(event) : meetingLine(withPeople(options, event), scene);
    if (event.subject === 'meeting')
      return meetingMessages(options, event, { address, delivery, line, scene });
    const { number } = event.ticket;
    const card: NewMessage[] = showsCard(event, options.channels.get(address.channel))
      ? [{ address, delivery, reply: dispatchCard(event.ticket, scene), cardKey: `ticket:${number}` }]
      : [];
    return line ? [...card, { address, delivery, reply: { text: line, ticket: number } }] : card;
  });
}

function withPeople(options: TellOptions, event: MeetingEvent) {
  const asksAtOnce = event.action === 'created' || event.action === 'change';
  const duty = asksAtOnce ? options.askedAtOnce?.(event.meeting) : undefined;
  return { ...event, approver: options.approver?.(event.meeting.room), duty };
}

/** A new meeting's line leads its card; later the card changes where it is, and a line says what must not be missed. */
function meetingMessages(
  options: TellOptions,
  event: MeetingEvent,
  to: Pick<NewMessage, 'address' | 'delivery'> & { line: string | null; scene: DispatchScene },
): NewMessage[] {
  const { address, delivery, line, scene } = to;
  const { meeting, action } = event;
  const ref = { meeting: meeting.number };
  const checks = (task: { id: string; what: MeetingTask['what'] }) => checkItems(timesOf(meeting), task);
  const card = meetingCard(meeting, scene, checks);
  const cardKey = `meeting:${meeting.number}`;
  if (action === 'created') return [{ address, delivery, reply: replyWith(line ?? '', card, ref), cardKey }];
  const editing = options.channels.get(address.channel)?.capabilities.editing === true;
  const shown = replyWith('', card, ref);
  const said = line ? [{ address, delivery, reply: { text: line, ...ref } }] : [];
  return editing || action === 'change' ? [{ address, delivery, reply: shown, cardKey }, ...said] : said;
}

function timesOf(meeting: MeetingEvent['meeting']) {
  return { ...meeting, start: Date.parse(meeting.start), end: Date.parse(meeting.end), tasks: [] };
}

/** Who has heard of it is no matter of the card. A missed target changes the card where it is; where cards can't be changed, what the ladder tells is enough. */
function showsCard({ action, ticket }: TicketEvent, channel: Channel | undefined): boolean {
  // The reports of an incident stand behind its one card; theirs says once that it went there.
  if (ticket.incident !== null && ticket.incident !== ticket.number) return action === 'linked';
  if (action === 'acknowledge') return false;
  return action !== 'breached' || channel?.capabilities.editing === true;
}

/** The card by which a department decides; without a chat of theirs the groups ask and record the answer. */
function approvalMessages(options: TellOptions, event: DeskEvent): NewMessage[] {
  if (event.subject !== 'ticket' || event.action !== 'send_out') return [];
  const { ticket } = event;
  const approver = options.departmentApprover?.(ticket.requester.department) ?? null;
  const reply = approvalCard(ticket, approver, event.actor);
  const cardKey = `send_out:${ticket.number}:${ticket.version}`;
  return (approver?.reach ? [approver.reach] : options.groups).map((address) => {
    const delivery = options.channels.get(address.channel)?.capabilities.delivery ?? 'push';
    return { address, delivery, reply, cardKey };
  });
}

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
function ticketNotice(event: TicketEvent): Notice | null {
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
const TOLD_TARGETS: ReadonlySet<string> = new Set(['respond', 'on_site', 'resolve']);

/** Who reports a known fault hears so in the answer; the others hear it once, when theirs turns out to be one. */
function isNewsOfIncident({ detail, ticket }: TicketEvent): boolean {
  return detail.to !== undefined || (detail.from !== undefined && ticket.reports === 2);
}

/** Until when it waits, or by when it should be done instead. */
function untilOf({ action, ticket, detail }: TicketEvent): string | null | undefined {
  if (action === 'hold') return ticket.hold?.until;
  if (action === 'delay') return ticket.sla.expectedAt;
  return action === 'breached' && detail.target === 'resolve' ? ticket.sla.expectedAt : null;
}

/** What a caller of the API is called that gives no name. */
const NAMELESS: ReadonlySet<string> = new Set(['system', ...ROLES]);

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

const MEETING_NOTICES: Readonly<
  Partial<Record<MeetingEvent['action'], Extract<Notice, { about: 'meeting' }>['event']>>
> = {
  confirm: 'confirmed',
  change: 'changed',
  cancel: 'cancelled',
  start: 'started',
  finish: 'finished',
};

function meetingNotice(event: MeetingEvent): Notice | null {
  const kind = MEETING_NOTICES[event.action];
  if (!kind || event.byRequester) return null;
  const reason = typeof event.detail.reason === 'string' ? { text: event.detail.reason } : {};
  return { about: 'meeting', number: event.meeting.number, event: kind, actor: event.actor, ...reason };
}

/** A conversation that was left to a person comes back to the bot with the end of that person's ticket. */
function endsHandoff({ action, byRequester }: TicketEvent): boolean {
  return !byRequester && (action === 'resolve' || action === 'close' || action === 'cancel');
}

/** A notice is one more update, into the requester's conversation; its id makes it come once. */
function noticeUpdate(options: TellOptions, event: DeskEvent, notice: Notice): Update {
  const record = event.subject === 'ticket' ? event.ticket : event.meeting;
  const { id, name, department, phone } = record.requester;
  return {
    kind: 'notice',
    updateId: `notice:${notice.about}:${record.number}:${record.version}:${event.action}`,
    at: toIso(options.now(), options.zone),
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
