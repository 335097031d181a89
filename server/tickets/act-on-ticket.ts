/** Carries out one action on a ticket. */
import { markMisses, missedTargets } from '../desk/breaches.ts';
import type { TicketAction } from '../desk/ticket-actions.ts';
import { changeTicket } from '../desk/ticket-changes.ts';
import type { Ticket } from '../desk/ticket-record.ts';
import { ticketRecord } from '../desk/ticket-state.ts';
import type { DeskContext } from '../desk-context.ts';
import { masked } from '../masking.ts';
import type { Trx } from '../store/database.ts';
import { lockTicket, saveTicket } from '../store/tickets.ts';
import { rulesOf } from './desk-rules.ts';
import { tellOfEntries } from './tell.ts';

export interface ActOnTicketInput {
  number: string;
  actor: string;
  /** True where the requester does it: they are not told of their own act. */
  byRequester: boolean;
  action: TicketAction;
  /** The version the caller saw. */
  version?: number | undefined;
}

/** A refusal that concerns a ticket gives it as it stands. */
export type ActOnTicketResult =
  | { ok: true; ticket: Ticket }
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: 'not_allowed'; ticket: Ticket }
  | { ok: false; reason: 'stale'; ticket: Ticket };

/**
 * Carries out one action under the ticket's lock, so that of two that exclude each other one is refused. A target
 * that was missed until now is marked first. Secrets in the action are masked.
 */
export async function actOnTicket(
  trx: Trx,
  context: DeskContext,
  input: ActOnTicketInput,
): Promise<ActOnTicketResult> {
  const { zone, profile } = context;
  const stored = await lockTicket(trx, input.number);
  if (stored === null) return { ok: false, reason: 'not_found' };
  const before = stored.ticket;
  const refuse = (reason: 'not_allowed' | 'stale'): ActOnTicketResult => ({
    ok: false,
    reason,
    ticket: ticketRecord(before, stored.history, zone),
  });
  if (input.version !== undefined && input.version !== before.version) return refuse('stale');
  const now = context.now();
  const marked = markMisses(before, missedTargets(before, now), now);
  const changed = changeTicket(marked.ticket, {
    action: masked(input.action),
    actor: masked(input.actor),
    now,
    rules: rulesOf(profile),
  });
  if (!changed.ok) return refuse('not_allowed');
  const added = [...marked.entries, ...changed.entries];
  const ticket = { ...changed.ticket, version: before.version + 1 };
  await saveTicket(trx, stored.id, ticket, added);
  const record = ticketRecord(ticket, [...stored.history, ...added], zone);
  await tellOfEntries(trx, context, { ...input, entries: added, ticket: record, address: stored.address });
  return { ok: true, ticket: record };
}
