/** What the dispatch groups are told of a change: the card as it then stands, and a line where the card alone would be missed. */
import type { Channel } from '../../bot/channel.ts';
import { replyWith } from '../../bot/reply.ts';
import { groupLine, meetingLine } from '../../flows/dispatch/group-lines.ts';
import { meetingCard } from '../../flows/dispatch/meeting-card.ts';
import { type DispatchScene, dispatchCard } from '../../flows/dispatch/ticket-card.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import type { DeskEvent, MeetingEvent, TicketEvent } from '../desk/events.ts';
import type { MeetingTask } from '../desk/meeting-record.ts';
import { checkItems } from '../desk/meeting-tasks.ts';
import type { NewMessage } from '../store/outbox.ts';
import type { TellOptions } from './tell.ts';

/** `suggested`: whom the cards of new work name, by the ticket's number. */
export function groupMessages(
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
    const said: NewMessage[] = line ? [{ address, delivery, reply: { text: line, ticket: number } }] : [];
    return [...card, ...said, ...callAssignee(options, event, { address, delivery })];
  });
}

/** After these somebody has work that they did not take themselves. */
const HANDS_OVER: ReadonlySet<TicketEvent['action']> = new Set(['assign', 'transfer', 'reopen']);

/** The card changes where it is, which nobody is called by: whose account is known in the group is named with @. */
function callAssignee(
  { accountOf }: TellOptions,
  { action, actor, ticket }: TicketEvent,
  to: Pick<NewMessage, 'address' | 'delivery'>,
): NewMessage[] {
  const { number, assignee, title } = ticket;
  if (!assignee || assignee === actor || !HANDS_OVER.has(action)) return [];
  const id = accountOf?.(assignee, to.address.channel);
  if (!id) return [];
  const text = TEXTS.zh.dispatch.line.yours(assignee, number, title);
  const reply = { text, ticket: number, mentions: [{ id, name: assignee }] };
  return [{ ...to, reply, answersCard: `ticket:${number}` }];
}

function withPeople(options: TellOptions, event: MeetingEvent) {
  const asksAtOnce = event.action === 'created' || event.action === 'change';
  const duty = asksAtOnce ? options.askedAtOnce?.(event.meeting) : undefined;
  return { ...event, duty };
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
  const card = meetingCard(meeting, scene, {
    checks,
    checklist: options.checklist?.(meeting.number) ?? null,
  });
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
