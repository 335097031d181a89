/** Carries out one action on a ticket. */
import { type Climbed, climb, climbNow } from '../desk/climbing.ts';
import { nextMoments } from '../desk/ladder.ts';
import type { Account } from '../desk/person.ts';
import { openTargets } from '../desk/targets.ts';
import type { TicketAction, TicketActionName } from '../desk/ticket-actions.ts';
import { changeTicket } from '../desk/ticket-changes.ts';
import type { DeskRules } from '../desk/ticket-effects.ts';
import type { Ticket } from '../desk/ticket-record.ts';
import { type TicketState, ticketRecord } from '../desk/ticket-state.ts';
import type { DeskContext } from '../desk-context.ts';
import { masked } from '../masking.ts';
import { recordAlerts } from '../store/alerts.ts';
import type { Trx } from '../store/database.ts';
import { lockTicket, numbersOfIncident, type StoredTicket, saveTicket } from '../store/tickets.ts';
import { alertsFor } from './alerts.ts';
import { type ReceiverFault, receiverFault } from './check-receiver.ts';
import { rulesOf } from './desk-rules.ts';
import { tellOfEntries } from './tell.ts';

export interface ActOnTicketInput {
  number: string;
  actor: string;
  /** Where given, a ticket that none of these accounts asked for is not there. */
  requestedBy?: readonly Account[];
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
  | { ok: false; reason: 'stale'; ticket: Ticket }
  /** Who should get it left, or is a vendor that nobody knows. */
  | { ok: false; reason: 'no_receiver'; fault: ReceiverFault; ticket: Ticket };

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
  if (stored === null || (input.requestedBy && !isRequestedBy(stored.ticket, input.requestedBy)))
    return { ok: false, reason: 'not_found' };
  const before = stored.ticket;
  const record = () => ticketRecord(before, stored.history, zone);
  const refuse = (reason: 'not_allowed' | 'stale'): ActOnTicketResult => ({
    ok: false,
    reason,
    ticket: record(),
  });
  if (input.version !== undefined && input.version !== before.version) return refuse('stale');
  const now = context.now();
  const rules = rulesOf(profile);
  const fault = await receiverFault(trx, rules, input.action, now);
  if (fault) return { ok: false, reason: 'no_receiver', fault, ticket: record() };
  const reached = climb(before, rules.ladder(before), now);
  const changed = changeTicket(reached.ticket, {
    action: masked(input.action),
    actor: masked(input.actor),
    now,
    rules,
  });
  if (!changed.ok) return refuse('not_allowed');
  const pressed = input.action.action === 'urge' ? pressedBy(stored, changed.ticket, rules, now) : NOTHING;
  const added = [...reached.entries, ...changed.entries, ...pressed.entries];
  const ticket = { ...(pressed.ticket ?? changed.ticket), version: before.version + 1 };
  await saveTicket(trx, stored.id, ticket, added, nextMoments(ticket, rules.ladder(ticket)));
  const alerts = [...reached.alerts, ...pressed.alerts];
  await recordAlerts(trx, alertsFor(context, stored.id, ticket, alerts));
  const changedRecord = ticketRecord(ticket, [...stored.history, ...added], zone);
  await tellOfEntries(trx, context, {
    ...input,
    entries: added,
    ticket: changedRecord,
    address: stored.address,
  });
  if (ticket.incident === ticket.number) await carryOn(trx, context, input, ticket);
  return { ok: true, ticket: changedRecord };
}

export function isRequestedBy(
  { requester }: Pick<TicketState, 'requester'>,
  accounts: readonly Account[],
): boolean {
  return accounts.some(({ channel, account }) => requester.id === account && requester.channel === channel);
}

/** What is done to the ticket of an incident is done to every report of it, so that everybody is told each step. */
const CARRIED: ReadonlySet<TicketActionName> = new Set([
  'accept',
  'arrive',
  'transfer',
  'hold',
  'resume',
  'delay',
  'resolve',
  'declare_major',
  'comment',
]);

async function carryOn(
  trx: Trx,
  context: DeskContext,
  { action, actor, byRequester }: ActOnTicketInput,
  { incident }: TicketState,
): Promise<void> {
  if (incident === null || byRequester || !CARRIED.has(action.action)) return;
  for (const number of await numbersOfIncident(trx, incident))
    await actOnTicket(trx, context, { number, actor, byRequester: false, action });
}

const NOTHING: Pick<Climbed, 'entries' | 'alerts'> & { ticket?: TicketState } = { entries: [], alerts: [] };

/** Urged for the second time, the fourth …, it goes up a rung of the target that is due next. */
function pressedBy(stored: StoredTicket, ticket: TicketState, rules: DeskRules, now: number): typeof NOTHING {
  const urged = stored.history.filter(({ action }) => action === 'urge').length + 1;
  const [next] = openTargets(ticket)
    .filter(({ target }) => target !== 'report')
    .sort((a, b) => a.due - b.due);
  if (urged % 2 === 1 || next === undefined) return NOTHING;
  return climbNow(ticket, rules.ladder(ticket), next.target, now);
}
