import type { Ticket } from '../desk/ticket-record.ts';
import { ticketRecord } from '../desk/ticket-state.ts';
import type { Db } from '../store/database.ts';
import { findTicket } from '../store/tickets.ts';

/** The ticket of that number with its whole history, or null. */
export async function getTicket(db: Db, { zone }: { zone: string }, number: string): Promise<Ticket | null> {
  const stored = await findTicket(db, number);
  return stored === null ? null : ticketRecord(stored.ticket, stored.history, zone);
}
