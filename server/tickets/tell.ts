/** Tells the desk what was written into a ticket's history. */
import type { Address } from '../../bot/types.ts';
import type { Ticket } from '../desk/ticket-record.ts';
import type { Entry } from '../desk/ticket-state.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Trx } from '../store/database.ts';

/** One event an entry, in order. A level that was raised by a missed target is part of that event. */
export async function tellOfEntries(
  trx: Trx,
  context: DeskContext,
  told: { entries: Entry[]; byRequester: boolean; ticket: Ticket; address: Address },
): Promise<void> {
  for (const { action, actor, detail } of told.entries) {
    if (action === 'escalated') continue;
    const byRequester = told.byRequester && actor !== 'system';
    const { ticket, address } = told;
    await context.tell(trx, { subject: 'ticket', action, actor, byRequester, detail, ticket, address });
  }
}
