/** Tells the desk what was written into a ticket's history. */
import type { Address } from '../../bot/types.ts';
import type { TicketEvent } from '../desk/events.ts';
import type { Ticket } from '../desk/ticket-record.ts';
import type { Entry } from '../desk/ticket-state.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Trx } from '../store/database.ts';

interface Told {
  entries: Entry[];
  byRequester: boolean;
  ticket: Ticket;
  address: Address;
}

/** One event an entry, in order. Who hears of an escalation is the ladder's matter (alerts.ts). */
export async function tellOfEntries(
  trx: Trx,
  context: DeskContext,
  ...tickets: readonly Told[]
): Promise<void> {
  await context.tell(trx, tickets.flatMap(eventsOf));
}

function eventsOf(told: Told): TicketEvent[] {
  return told.entries.flatMap(({ action, actor, detail }): TicketEvent[] => {
    if (action === 'escalated') return [];
    const byRequester = told.byRequester && actor !== 'system';
    const { ticket, address } = told;
    return [{ subject: 'ticket', action, actor, byRequester, detail, ticket, address }];
  });
}
