import type { TicketAction } from '../desk/ticket-actions.ts';
import type { Ticket } from '../desk/ticket-record.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Trx } from '../store/database.ts';

export interface ActOnTicketInput {
  number: string;
  actor: string;
  /** True where the requester does it: they are not told of their own act. */
  byRequester: boolean;
  action: TicketAction;
  /** The version the caller saw. */
  version?: number;
}

/** A refusal that concerns a ticket gives it as it stands. */
export type ActOnTicketResult =
  | { ok: true; ticket: Ticket }
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: 'not_allowed'; ticket: Ticket }
  | { ok: false; reason: 'stale'; ticket: Ticket };

/** Carries out one action under the ticket's lock. */
export async function actOnTicket(
  _trx: Trx,
  _context: DeskContext,
  _input: ActOnTicketInput,
): Promise<ActOnTicketResult> {
  throw new Error('not yet');
}
