/** The tickets that a command names, by their whole numbers or by the last four digits. */
import { TEXTS, type Wording } from '../../flows/texts/index.ts';
import { dayOf } from '../desk/moments.ts';
import { formatNumber } from '../desk/numbers.ts';
import { IN_WORK_STATUSES } from '../desk/ticket.ts';
import { findTicket, listTickets, type StoredTicket } from '../store/tickets.ts';
import type { EffectScope } from './effects.ts';

const words = TEXTS.zh.dispatch;
/** How many that end alike are named. */
const MOST_ALIKE = 5;

export interface TicketsMeant {
  tickets: StoredTicket[];
  /** What to say of numbers that name none. */
  unknown: Wording[];
}

export async function ticketsMeant(scope: EffectScope, numbers: readonly string[]): Promise<TicketsMeant> {
  const meant: TicketsMeant = { tickets: [], unknown: [] };
  for (const number of numbers) {
    const found = /^\d{4}$/.test(number) ? await byEnding(scope, number) : await byNumber(scope, number);
    if ('ticket' in found) meant.tickets.push(found);
    else meant.unknown.push(found.unknown);
  }
  return meant;
}

type Found = StoredTicket | { unknown: Wording };

async function byNumber({ trx }: EffectScope, number: string): Promise<Found> {
  return (await findTicket(trx, number)) ?? { unknown: words.unknown(number) };
}

/** The one of today; else the only one in work that ends so. */
async function byEnding({ trx, context }: EffectScope, ending: string): Promise<Found> {
  const now = context.now();
  const today = formatNumber('ticket', dayOf(now, context.zone), Number(ending));
  const ofToday = await findTicket(trx, today);
  if (ofToday) return ofToday;
  const filter = { q: `-${ending}`, statuses: IN_WORK_STATUSES, limit: MOST_ALIKE };
  const found = await listTickets(trx, filter, now);
  const alike = found.filter(({ ticket }) => ticket.number.endsWith(`-${ending}`));
  const [only] = alike;
  if (only === undefined) return { unknown: words.unknownEnding(ending) };
  if (alike.length === 1) return only;
  return {
    unknown: words.whichEnding(
      ending,
      alike.map(({ ticket }) => ticket.number),
    ),
  };
}
