/** Orders that concern several tickets: made one incident, merged, linked, taken apart. */
import type { Order } from '../../bot/dispatch/command.ts';
import type { Reply } from '../../bot/reply.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import type { StoredTicket } from '../store/tickets.ts';
import {
  confirmIncident,
  dismissIncident,
  linkTicket,
  mergeTicket,
  unlinkTicket,
} from '../tickets/incidents.ts';
import type { EffectScope } from './effects.ts';
import { actorOf } from './group-acts.ts';
import type { Joining } from './group-words.ts';

const { incident: ofIncident, links } = TEXTS.zh.dispatch;

const JOINING: ReadonlySet<Order['do']> = new Set<Joining['do']>([
  'merge',
  'link',
  'unlink',
  'confirm_incident',
  'dismiss_incident',
]);

export function isJoining(order: Order): order is Joining {
  return JOINING.has(order.do);
}

/** The last ticket named is the one that stays. */
export async function joinTickets(
  scope: EffectScope,
  order: Joining,
  tickets: readonly StoredTicket[],
): Promise<Reply[]> {
  const { trx, context, update } = scope;
  const actor = actorOf(update);
  const numbers = tickets.map(({ ticket }) => ticket.number);
  const last = numbers.at(-1) ?? '';
  switch (order.do) {
    case 'confirm_incident': {
      const count = await confirmIncident(trx, context, last, actor);
      return [{ text: count > 1 ? ofIncident.confirmed(last, count) : links.refused(last), ticket: last }];
    }
    case 'dismiss_incident':
      await dismissIncident(trx, context, last);
      return [{ text: ofIncident.dismissed(last), ticket: last }];
    case 'unlink':
      return eachOf(numbers, async (number) => {
        const done = await unlinkTicket(trx, context, { number, actor });
        return done.ok ? links.unlinked(number) : links.refused(number);
      });
    case 'merge':
    case 'link': {
      if (numbers.length < 2) return [{ text: links.needTwo }];
      const join = order.do === 'merge' ? mergeTicket : linkTicket;
      const words = order.do === 'merge' ? links.merged : links.linked;
      return eachOf(numbers.slice(0, -1), async (number) => {
        const done = await join(trx, context, { number, to: last, actor });
        return done.ok ? words(number, last) : links.refused(number);
      });
    }
  }
}

async function eachOf(
  numbers: readonly string[],
  work: (number: string) => Promise<string>,
): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const number of numbers) replies.push({ text: await work(number), ticket: number });
  return replies;
}
