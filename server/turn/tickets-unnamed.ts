/** The tickets that a command without a number can mean: what waits in this group, or what its speaker has in hand. */
import type { OrderName } from '../../bot/dispatch/command.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import { IN_WORK_STATUSES } from '../desk/ticket.ts';
import { findTicket, listTickets, type StoredTicket } from '../store/tickets.ts';
import { waitingAt } from '../store/tickets-shown.ts';
import type { EffectScope } from './effects.ts';
import { actorOf } from './group-acts.ts';

/** More are no choice that anybody reads in a group. */
const MOST_OFFERED = 6;

/** What one does to a ticket that one has. */
const IN_HAND: ReadonlySet<OrderName> = new Set([
  'transfer',
  'hold',
  'resume',
  'arrive',
  'delay',
  'send_out',
  'plan',
  'review',
  'resolve',
  'comment',
  'vendor_answer',
  'escalate',
]);

/** The newest first; none for what is never guessed: to cancel, to close, to merge. */
export async function ticketsUnnamed(scope: EffectScope, order: OrderName): Promise<StoredTicket[]> {
  if (order === 'accept') return waiting(scope);
  if (!IN_HAND.has(order)) return [];
  const mine = await inHand(scope);
  return mine.length === 0 && order === 'transfer' ? waiting(scope) : mine;
}

async function waiting({ trx, update }: EffectScope): Promise<StoredTicket[]> {
  const numbers = await waitingAt(trx, update.address, MOST_OFFERED);
  const found: StoredTicket[] = [];
  for (const number of numbers) {
    const stored = await findTicket(trx, number);
    if (stored) found.push(stored);
  }
  return found;
}

function inHand({ trx, context, update }: EffectScope): Promise<StoredTicket[]> {
  const filter = { assignee: actorOf(update), statuses: IN_WORK_STATUSES, limit: MOST_OFFERED };
  return listTickets(trx, filter, context.now());
}

/** «1. T…0001 三楼302 打印机卡纸», one a line; in two wordings. */
export function offeredWords(tickets: readonly StoredTicket[]): string[] {
  const lines = tickets.map(({ ticket }, at) => `${at + 1}. ${ticket.number} ${ticket.title}`);
  return TEXTS.zh.dispatch.whichOf.map((lead) => [lead, ...lines].join('\n'));
}
