import type { Account } from '../desk/person.ts';
import { REOPEN_WITHIN_MS } from '../desk/ticket.ts';
import type { Ticket } from '../desk/ticket-record.ts';
import { ticketRecord } from '../desk/ticket-state.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Db } from '../store/database.ts';
import { listTickets } from '../store/tickets.ts';

/** One person's tickets, by all of their accounts, newest first: the open ones, and those that ended while they can still be reopened. */
export async function requesterTickets(
  db: Db,
  context: Pick<DeskContext, 'zone' | 'now'>,
  { accounts, limit }: { accounts: readonly Account[]; limit: number },
): Promise<Ticket[]> {
  const now = context.now();
  const endedSince = now - REOPEN_WITHIN_MS;
  const stored = await listTickets(db, { requesters: accounts, endedSince, limit }, now);
  return stored.map(({ ticket, history }) => ticketRecord(ticket, history, context.zone));
}
