/** Marks missed targets; called from time to time, by as many replicas as there are. */
import { markMisses, missedTargets } from '../desk/breaches.ts';
import { ticketRecord } from '../desk/ticket-state.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Trx } from '../store/database.ts';
import { lockMissed, saveTicket } from '../store/tickets.ts';
import { tellOfEntries } from './tell.ts';

const AT_ONCE = 50;

/** Gives the numbers of the tickets that were marked: where there are `AT_ONCE`, there may be more to do. */
export async function markBreaches(trx: Trx, context: DeskContext): Promise<string[]> {
  const now = context.now();
  const stored = await lockMissed(trx, now, AT_ONCE);
  for (const { id, ticket: before, history, address } of stored) {
    const { ticket, entries } = markMisses(before, missedTargets(before, now), now);
    await saveTicket(trx, id, ticket, entries);
    const record = ticketRecord(ticket, [...history, ...entries], context.zone);
    await tellOfEntries(trx, context, { entries, byRequester: false, ticket: record, address });
  }
  return stored.map(({ ticket }) => ticket.number);
}
