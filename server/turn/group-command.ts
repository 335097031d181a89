/** A member of a dispatch group acts on a ticket, by a button or in words. The card itself changes by `tell`. */
import { type DispatchCommand, readCommand, readDispatchAction } from '../../bot/dispatch/command.ts';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Update } from '../../bot/types.ts';
import { readTime } from '../../bot/understand/time/index.ts';
import { dispatchCard } from '../../flows/dispatch/ticket-card.ts';
import { TEXTS, type Wording } from '../../flows/texts/index.ts';
import type { TicketAction } from '../desk/ticket-actions.ts';
import type { Ticket } from '../desk/ticket-record.ts';
import { ticketRecord } from '../desk/ticket-state.ts';
import { recordUpdate } from '../store/inbox.ts';
import { findTicket } from '../store/tickets.ts';
import { actOnTicket } from '../tickets/act-on-ticket.ts';
import { rulesOf } from '../tickets/desk-rules.ts';
import type { EffectScope } from './effects.ts';

const texts = TEXTS.zh;
const words = texts.dispatch;

/** The command in an update of a dispatch group, or null where it is ordinary talk. */
export function commandIn(update: Update): DispatchCommand | null {
  if (update.kind === 'action') return readDispatchAction(update.action);
  if (update.kind !== 'utterance') return null;
  return readCommand(update.text, ticketOfCard(update.replyTo));
}

function ticketOfCard(cardKey: string | undefined): string | null {
  return cardKey?.startsWith('ticket:') ? cardKey.slice('ticket:'.length) : null;
}

export async function runCommand(scope: EffectScope, command: DispatchCommand): Promise<Reply[]> {
  const { number } = command;
  if (number === null) return [said(words.needNumber)];
  const stored = await findTicket(scope.trx, number);
  if (!stored) return [said(() => words.unknown(number))];
  const ticket = ticketRecord(stored.ticket, stored.history, scope.context.zone);
  if (command.do === 'show') return [showCard(scope, ticket)];
  if (command.do === 'handback') return handBack(scope, ticket, stored.address);
  const missing = whatIsMissing(command, number);
  if (missing) return [said(() => missing, number)];
  const action = actionOf(scope, command, ticket);
  const result = await actOnTicket(scope.trx, scope.context, {
    number,
    actor: actorOf(scope.update),
    byRequester: false,
    action,
  });
  if (result.ok) return [{ text: doneWords(command, result.ticket, actorOf(scope.update)), ticket: number }];
  const now = result.reason === 'not_found' ? ticket : result.ticket;
  return [said(() => words.takenBy(number, texts.statuses[now.status], now.assignee), number)];
}

function actorOf(update: Update): string {
  return update.sender.name ?? update.sender.id;
}

function said(wording: () => Wording, ticket?: string): Reply {
  const text = [wording()].flat()[0] ?? '';
  return { text, ...(ticket ? { ticket } : {}) };
}

function showCard(scope: EffectScope, ticket: Ticket): Reply {
  return dispatchCard(ticket, {
    now: scope.context.now(),
    zone: scope.context.zone,
    language: 'zh',
    articleTitle: scope.articles.title,
  });
}

async function handBack(scope: EffectScope, ticket: Ticket, address: Update['address']): Promise<Reply[]> {
  await recordUpdate(
    scope.trx,
    {
      kind: 'notice',
      updateId: `handback:${ticket.number}:${scope.update.updateId}`,
      at: scope.update.at,
      address,
      sender: { id: ticket.requester.id },
      notice: { about: 'handback', number: ticket.number, actor: actorOf(scope.update) },
    },
    scope.context.now(),
  );
  return [{ text: words.done.handback(ticket.number), ticket: ticket.number }];
}

function whatIsMissing(command: DispatchCommand, number: string): Wording | null {
  if (command.do === 'transfer' && command.to === '') return words.needTarget(number);
  if (command.do === 'resolve' && command.resolution === '') return words.needResolution(number);
  if (command.do === 'comment' && command.text === '') return words.needText(number);
  return null;
}

type Acting = Exclude<DispatchCommand, { do: 'show' | 'handback' }>;

function actionOf(scope: EffectScope, command: Acting, ticket: Ticket): TicketAction {
  switch (command.do) {
    case 'accept':
      return { action: 'accept', assignee: actorOf(scope.update) };
    case 'transfer': {
      const to = whom(scope, command.to);
      // Before anybody took it there is nothing to hand over: it is assigned.
      if (ticket.status === 'new') return { action: 'assign', ...to };
      return { action: 'transfer', ...to, reason: command.reason || words.buttons.transfer };
    }
    case 'hold': {
      const until = command.until || command.note;
      const at = until ? readTime(until, timeContext(scope)).start : null;
      const note = command.note ? { note: command.note } : {};
      return { action: 'hold', reason: command.reason, ...note, ...(at ? { until: at } : {}) };
    }
    case 'resume':
      return { action: 'resume' };
    case 'resolve': {
      const { resolution, cause, parts } = command;
      return { action: 'resolve', resolution, ...(cause ? { cause } : {}), ...(parts ? { parts } : {}) };
    }
    case 'comment':
      return { action: 'comment', text: command.text };
    case 'escalate':
      return { action: 'escalate' };
  }
}

function timeContext(scope: EffectScope) {
  return { now: scope.context.now(), zone: scope.context.zone, holidays: publicHolidaysCn };
}

/** A team of the profile by id or name, else an engineer. */
function whom(scope: EffectScope, to: string): { team: string } | { assignee: string } {
  const isTeam = scope.context.profile.teams.some((team) => team.id === to || team.name === to);
  return isTeam ? { team: to } : { assignee: rulesOf(scope.context.profile).person(to).name };
}

function doneWords(command: Acting, ticket: Ticket, who: string): string {
  const { number } = ticket;
  switch (command.do) {
    case 'accept':
      return words.done.accept(number, who);
    case 'transfer':
      return words.done.transfer(number, who, ticket.assignee ?? ticket.team ?? command.to);
    case 'hold':
      return words.done.hold(number, who, texts.holdReasons[command.reason]);
    case 'resume':
      return words.done.resume(number, who);
    case 'resolve':
      return words.done.resolve(number, who);
    case 'comment':
      return words.done.comment(number);
    case 'escalate':
      return words.done.escalate(number, who);
  }
}
