import type { TicketDraft } from '../../bot/desk.ts';
import type { Address } from '../../bot/types.ts';
import type { Ticket } from '../desk/ticket-record.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Trx } from '../store/database.ts';

/** Whoever asks, as their channel knows them. */
export interface RequesterInput {
  id: string;
  channel: string;
  name?: string;
  department?: string;
  phone?: string;
  person?: string;
  /** The caller vouches for it; the profile's key users are known without. */
  vip?: boolean;
}

export interface OpenTicketInput {
  draft: TicketDraft;
  requester: RequesterInput;
  /** Where the requester is told about it. */
  address: Address;
  actor: string;
}

/** Records a ticket under the day's next number, routes it, and tells the desk. */
export async function openTicket(_trx: Trx, _context: DeskContext, _input: OpenTicketInput): Promise<Ticket> {
  throw new Error('not yet');
}
