import type { Ticket } from '../desk/ticket-record.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Trx } from '../store/database.ts';

/** One person's tickets, newest first: the open ones, and those that ended within 30 days. */
export async function requesterTickets(
  _trx: Trx,
  _context: DeskContext,
  _input: { requesterId: string; channel: string; limit: number },
): Promise<Ticket[]> {
  throw new Error('not yet');
}
