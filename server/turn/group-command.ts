/** Carries out a command of a dispatch group. The tickets' cards themselves change by `tell`. */
import type { DispatchCommand } from '../../bot/dispatch/command.ts';
import type { OpenQuestion } from '../../bot/dispatch/question.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Update } from '../../bot/types.ts';
import { type DispatchScene, dispatchCard } from '../../flows/dispatch/ticket-card.ts';
import { waitingList } from '../../flows/dispatch/waiting-list.ts';
import { TEXTS, type Wording } from '../../flows/texts/index.ts';
import { nextStatus } from '../desk/ticket.ts';
import { ticketRecord } from '../desk/ticket-state.ts';
import { recordNotices } from '../store/inbox.ts';
import { listUrgent, type StoredTicket } from '../store/tickets.ts';
import type { EffectScope } from './effects.ts';
import { actOnEach, actorOf, first, isPast, momentIn, whomFor } from './group-acts.ts';
import { isJoining, joinTickets } from './group-joins.ts';
import { onMeetings } from './group-meetings.ts';
import { type Acting, missingWords, refusalWords, saidIn } from './group-words.ts';
import { ticketsMeant } from './tickets-meant.ts';
import { offeredWords, ticketsUnnamed } from './tickets-unnamed.ts';

const texts = TEXTS.zh;
const words = texts.dispatch;
/** How many tickets a list in the group names. */
const MOST_LISTED = 10;

/** `asks` is what the member has to answer before it can be done. */
export interface GroupAnswer {
  replies: Reply[];
  asks?: Pick<OpenQuestion, 'about' | 'numbers' | 'kept' | 'offered'>;
}

type OrderCommand = Extract<DispatchCommand, { kind: 'order' }>;

/** `asked`: how often the member was asked in a row; the second time it is said in other words. */
export async function runCommand(
  scope: EffectScope,
  command: DispatchCommand,
  asked: number,
): Promise<GroupAnswer> {
  if (command.kind === 'help') return { replies: [{ text: words.help() }] };
  if (command.kind === 'list') return { replies: [{ text: await listed(scope) }] };
  if (command.numbers.length === 0) return onUnnamed(scope, command, asked);
  const { order } = command;
  const meetings = command.numbers.filter((number) => number.startsWith('M'));
  const replies = await onMeetings(scope, order, meetings);
  const rest = await onTickets(scope, { ...command, numbers: without(command.numbers, meetings) }, asked);
  return { ...rest, replies: [...replies, ...rest.replies] };
}

/** No number: the only one that can be meant, or a choice of those that can. */
async function onUnnamed(scope: EffectScope, command: OrderCommand, asked: number): Promise<GroupAnswer> {
  const { order } = command;
  const open = { about: order.do, numbers: [], kept: saidIn(order) };
  const meant = await ticketsUnnamed(scope, order.do);
  const numbers = meant.map(({ ticket }) => ticket.number);
  if (numbers.length === 1) return onTickets(scope, { ...command, numbers }, asked);
  if (numbers.length > 1) return ask(offeredWords(meant), asked, { ...open, offered: numbers });
  // «收到» and «我来» with nothing that waits are talk.
  if (order.do === 'acknowledge') return { replies: [] };
  if (order.do === 'accept') return { replies: saysAccept(scope) ? [{ text: words.waiting.none }] : [] };
  return ask(words.needNumber(), asked, open);
}

function saysAccept({ update }: EffectScope): boolean {
  return update.kind === 'utterance' && /接单|accept/i.test(update.text);
}

function without(numbers: readonly string[], others: readonly string[]): string[] {
  return numbers.filter((number) => !others.includes(number));
}

async function listed(scope: EffectScope): Promise<string> {
  const { tickets, count } = await listUrgent(scope.trx, ['new', 'assigned'], MOST_LISTED);
  const { zone } = scope.context;
  const records = tickets.map(({ ticket, history }) => ticketRecord(ticket, history, zone));
  return waitingList(records, count, sceneOf(scope));
}

async function onTickets(scope: EffectScope, command: OrderCommand, asked: number): Promise<GroupAnswer> {
  const { order } = command;
  const { tickets, unknown } = await ticketsMeant(scope, command.numbers);
  const notFound = unknown.map((wording) => ({ text: first(wording) }));
  if (order.do === 'confirm' || order.do === 'task' || tickets.length === 0) return { replies: notFound };
  if (order.do === 'show')
    return { replies: [...notFound, ...tickets.map((stored) => shown(scope, stored))] };
  if (order.do === 'handback') {
    const replies: Reply[] = [];
    for (const stored of tickets) replies.push(await handBack(scope, stored));
    return { replies: [...notFound, ...replies] };
  }
  if (isJoining(order)) return { replies: [...notFound, ...(await joinTickets(scope, order, tickets))] };
  const allowed = tickets.filter(({ ticket }) => allows(ticket, order, scope.context.now()));
  const refused = tickets.filter((stored) => !allowed.includes(stored)).map(refusal(scope, order));
  if (allowed.length === 0) return { replies: [...notFound, ...refused] };
  const done = await act(scope, order, allowed, asked);
  return { ...done, replies: [...notFound, ...refused, ...done.replies] };
}

/** A ticket on hold may be put on hold again: for another reason, until another time. */
function allows(ticket: StoredTicket['ticket'], order: Acting, now: number): boolean {
  if (order.do === 'hold' && ticket.status === 'on_hold') return true;
  if (order.do === 'transfer' && ticket.status === 'new') return true;
  return nextStatus(ticket, order.do, now) !== null;
}

function refusal({ update }: EffectScope, order: Acting): (stored: StoredTicket) => Reply {
  return ({ ticket }) => ({
    text: first(refusalWords(order, ticket, actorOf(update))),
    ticket: ticket.number,
  });
}

async function act(
  scope: EffectScope,
  order: Acting,
  tickets: readonly StoredTicket[],
  asked: number,
): Promise<GroupAnswer> {
  const numbers = tickets.map(({ ticket }) => ticket.number);
  const about = { about: order.do, numbers };
  const missing = missingWords(order, numbers.join('、'));
  if (missing) {
    const kept = order.do === 'transfer' ? order.reason : '';
    return ask(missing, asked, { ...about, kept });
  }
  if (order.do === 'hold' && isPast(scope, order))
    return ask(words.pastUntil(numbers.join('、')), asked, {
      ...about,
      kept: texts.holdReasons[order.reason ?? 'other'],
    });
  if (order.do === 'delay' && (momentIn(scope, order.until) === null || isPast(scope, order)))
    return ask(words.needUntil(numbers.join('、')), asked, { ...about, kept: '' });
  if (order.do !== 'transfer') return { replies: await actOnEach(scope, order, null, tickets) };
  const whom = await whomFor(scope, order);
  if ('ask' in whom) return ask(whom.ask, 0, { ...about, kept: whom.why });
  const told: Acting = { ...order, reason: whom.why };
  return { replies: await actOnEach(scope, told, whom.to, tickets) };
}

function ask(wording: Wording, asked: number, asks: GroupAnswer['asks'] & object): GroupAnswer {
  const wordings = [wording].flat();
  const [number] = asks.numbers;
  const text = wordings[Math.min(asked, wordings.length - 1)] ?? '';
  return { replies: [{ text, ...(number ? { ticket: number } : {}) }], asks };
}

function sceneOf({ context, articles }: EffectScope): DispatchScene {
  return { now: context.now(), zone: context.zone, language: 'zh', articleTitle: articles.title };
}

function shown(scope: EffectScope, { ticket, history }: StoredTicket): Reply {
  return dispatchCard(ticketRecord(ticket, history, scope.context.zone), sceneOf(scope), true);
}

async function handBack(scope: EffectScope, { ticket, address }: StoredTicket): Promise<Reply> {
  const { number, requester } = ticket;
  const notice: Update = {
    kind: 'notice',
    updateId: `handback:${number}:${scope.update.updateId}`,
    at: scope.update.at,
    address,
    sender: { id: requester.id },
    notice: { about: 'handback', number, actor: actorOf(scope.update) },
  };
  await recordNotices(scope.trx, [notice], scope.context.now());
  return { text: words.done.handback(number), ticket: number };
}
