/** Carries out a command of a dispatch group. The tickets' cards themselves change by `tell`. */
import type { DispatchCommand, Order } from '../../bot/dispatch/command.ts';
import type { OpenQuestion } from '../../bot/dispatch/question.ts';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Update } from '../../bot/types.ts';
import { readTime } from '../../bot/understand/time/index.ts';
import { type DispatchScene, dispatchCard } from '../../flows/dispatch/ticket-card.ts';
import { waitingList } from '../../flows/dispatch/waiting-list.ts';
import { TEXTS, type Wording } from '../../flows/texts/index.ts';
import { namedColleague } from '../desk/colleagues.ts';
import { dayOf, fromIso } from '../desk/moments.ts';
import { nextStatus } from '../desk/ticket.ts';
import type { TicketAction } from '../desk/ticket-actions.ts';
import { ticketRecord } from '../desk/ticket-state.ts';
import { actOnMeeting } from '../meetings/act-on-meeting.ts';
import { recordUpdate } from '../store/inbox.ts';
import { listTickets, listUrgent, type StoredTicket } from '../store/tickets.ts';
import { actOnTicket } from '../tickets/act-on-ticket.ts';
import type { EffectScope } from './effects.ts';
import { type Acting, doneWords, missingWords, refusalWords, saidIn } from './group-words.ts';
import { ticketsMeant } from './tickets-meant.ts';

const texts = TEXTS.zh;
const words = texts.dispatch;
/** How many tickets a list in the group names. */
const MOST_LISTED = 10;

/** `asks` is what the member has to answer before it can be done. */
export interface GroupAnswer {
  replies: Reply[];
  asks?: Pick<OpenQuestion, 'about' | 'numbers' | 'kept'>;
}

type OrderCommand = Extract<DispatchCommand, { kind: 'order' }>;
type Whom = { team: string } | { assignee: string };

/** `asked`: how often the member was asked in a row; the second time it is said in other words. */
export async function runCommand(
  scope: EffectScope,
  command: DispatchCommand,
  asked: number,
): Promise<GroupAnswer> {
  if (command.kind === 'help') return { replies: [{ text: words.help() }] };
  if (command.kind === 'list') return { replies: [{ text: await listed(scope) }] };
  const { order } = command;
  if (command.numbers.length === 0)
    return ask(words.needNumber(), asked, { about: order.do, numbers: [], kept: saidIn(order) });
  const meetings = command.numbers.filter((number) => number.startsWith('M'));
  const replies = await onMeetings(scope, order, meetings);
  const rest = await onTickets(scope, { ...command, numbers: without(command.numbers, meetings) }, asked);
  return { ...rest, replies: [...replies, ...rest.replies] };
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

async function onMeetings(scope: EffectScope, order: Order, numbers: readonly string[]): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const number of numbers) {
    const reason = order.do === 'cancel' && order.reason ? { reason: order.reason } : {};
    const action =
      order.do === 'cancel' ? { action: 'cancel' as const, ...reason } : { action: 'confirm' as const };
    const actor = actorOf(scope.update);
    const result = await actOnMeeting(scope.trx, scope.context, {
      number,
      actor,
      byRequester: false,
      action,
    });
    const done = order.do === 'cancel' ? words.done.meetingCancelled : words.done.meetingConfirmed;
    const text = result.ok ? done(number) : meetingRefusal(number, result.reason);
    replies.push({ text, ...(result.ok ? { meeting: number } : {}) });
  }
  return replies;
}

function meetingRefusal(number: string, reason: string): string {
  return first(reason === 'not_found' ? words.unknown(number) : words.meetingRefused(number));
}

async function onTickets(scope: EffectScope, command: OrderCommand, asked: number): Promise<GroupAnswer> {
  const { order } = command;
  const { tickets, unknown } = await ticketsMeant(scope, command.numbers);
  const notFound = unknown.map((wording) => ({ text: first(wording) }));
  if (order.do === 'confirm' || tickets.length === 0) return { replies: notFound };
  if (order.do === 'show')
    return { replies: [...notFound, ...tickets.map((stored) => shown(scope, stored))] };
  if (order.do === 'handback') {
    const replies: Reply[] = [];
    for (const stored of tickets) replies.push(await handBack(scope, stored));
    return { replies: [...notFound, ...replies] };
  }
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
  if (order.do !== 'transfer') return { replies: await actOnEach(scope, order, null, tickets) };
  const whom = await whomFor(scope, order);
  if ('ask' in whom) return ask(whom.ask, 0, { ...about, kept: whom.why });
  const told: Acting = { ...order, reason: whom.why };
  return { replies: await actOnEach(scope, told, whom.to, tickets) };
}

async function actOnEach(
  scope: EffectScope,
  order: Acting,
  whom: Whom | null,
  tickets: readonly StoredTicket[],
): Promise<Reply[]> {
  const actor = actorOf(scope.update);
  const replies: Reply[] = [];
  for (const { ticket } of tickets) {
    const { number } = ticket;
    if (order.do === 'hold' && ticket.status === 'on_hold') await endHoldQuietly(scope, number);
    const action = actionOf(scope, order, whom, ticket.status);
    const result = await actOnTicket(scope.trx, scope.context, {
      number,
      actor,
      byRequester: false,
      action,
    });
    const text = result.ok
      ? doneWords(order, result.ticket, actor)
      : first(refusalWords(order, result.reason === 'not_found' ? ticket : result.ticket, actor));
    replies.push({ text, ticket: number });
  }
  return replies;
}

/** The hold is put right, not ended: nobody is told that work goes on. */
async function endHoldQuietly({ trx, context, update }: EffectScope, number: string): Promise<void> {
  const quiet = { ...context, tell: async () => {} };
  const action = { action: 'resume' as const };
  await actOnTicket(trx, quiet, { number, actor: actorOf(update), byRequester: false, action });
}

function actorOf(update: Update): string {
  return update.sender.name ?? update.sender.id;
}

function first(wording: Wording): string {
  return [wording].flat()[0] ?? '';
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
  await recordUpdate(
    scope.trx,
    {
      kind: 'notice',
      updateId: `handback:${number}:${scope.update.updateId}`,
      at: scope.update.at,
      address,
      sender: { id: requester.id },
      notice: { about: 'handback', number, actor: actorOf(scope.update) },
    },
    scope.context.now(),
  );
  return { text: words.done.handback(number), ticket: number };
}

function actionOf(scope: EffectScope, order: Acting, whom: Whom | null, status: string): TicketAction {
  switch (order.do) {
    case 'accept':
      return { action: 'accept', assignee: actorOf(scope.update) };
    case 'transfer': {
      const to = whom ?? { assignee: order.to };
      // Before anybody took it there is nothing to hand over: it is assigned.
      if (status === 'new') return { action: 'assign', ...to };
      return { action: 'transfer', ...to, reason: order.reason || words.buttons.transfer };
    }
    case 'hold': {
      const until = holdUntil(scope, order);
      const note = order.note ? { note: order.note } : {};
      return { action: 'hold', reason: order.reason ?? 'other', ...note, ...(until ? { until } : {}) };
    }
    case 'resolve': {
      const { resolution, cause, parts } = order;
      return { action: 'resolve', resolution, ...(cause ? { cause } : {}), ...(parts ? { parts } : {}) };
    }
    case 'comment':
      return { action: 'comment', text: order.text };
    case 'escalate':
    case 'cancel':
      return { action: order.do, ...(order.reason ? { reason: order.reason } : {}) };
    default:
      return { action: order.do };
  }
}

type Holding = Extract<Order, { do: 'hold' }>;

/** A moment or a date alone, as it was said. */
function holdUntil({ context }: EffectScope, { until, note }: Holding): string | null {
  const said = until || note;
  if (!said) return null;
  const { now, zone } = { now: context.now(), zone: context.zone };
  return readTime(said, { now, zone, holidays: publicHolidaysCn }).start ?? null;
}

function isPast(scope: EffectScope, order: Holding): boolean {
  const until = holdUntil(scope, order);
  if (!until) return false;
  const { zone } = scope.context;
  const now = scope.context.now();
  const at = fromIso(until, zone);
  return until.includes('T') ? at <= now : dayOf(at, zone) < dayOf(now, zone);
}

const MYSELF = /^(?:我|自己|me)(?=[\s,，。]|自己|来|$)/;

/** A team or an engineer of the profile, or who has had a ticket before. */
async function whomFor(
  scope: EffectScope,
  { to, reason }: Extract<Order, { do: 'transfer' }>,
): Promise<{ to: Whom; why: string } | { ask: Wording; why: string }> {
  const { context, trx, update } = scope;
  const found = namedColleague(context.profile, to);
  const why = [found.rest, reason].filter(Boolean).join('，');
  if (found.kind === 'team') return { to: { team: found.name }, why };
  if (found.kind === 'person') return { to: { assignee: found.name }, why };
  if (found.kind === 'several') return { ask: words.whichColleague(found.names), why };
  if (MYSELF.test(found.said)) return { to: { assignee: actorOf(update) }, why };
  const had = await listTickets(trx, { assignee: found.said, limit: 1 }, context.now());
  if (had.length > 0) return { to: { assignee: found.said }, why };
  return { ask: words.unknownColleague(found.said, found.near), why };
}
