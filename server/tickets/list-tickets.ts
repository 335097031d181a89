import type { Ticket } from '../desk/ticket-record.ts';
import { ticketRecord } from '../desk/ticket-state.ts';
import type { DeskContext } from '../desk-context.ts';
import { type Page, pageOf } from '../paging.ts';
import type { Db } from '../store/database.ts';
import { listTickets as listStored, type TicketFilter } from '../store/tickets.ts';

/** One page, newest first. */
export async function listTickets(
  db: Db,
  { zone, now }: Pick<DeskContext, 'zone' | 'now'>,
  filter: TicketFilter,
): Promise<Page<Ticket>> {
  const stored = await listStored(db, { ...filter, limit: filter.limit + 1 }, now());
  return pageOf(stored, filter.limit, ({ ticket, history }) => ticketRecord(ticket, history, zone));
}
