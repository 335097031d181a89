/** Carries out an action on a ticket: status, clock, targets, history. */
import { nextStatus } from './ticket.ts';
import type { TicketActionName } from './ticket-actions.ts';
import { type ChangeInput, type DeskRules, effectOf } from './ticket-effects.ts';
import type { HistoryEntry } from './ticket-record.ts';
import { type Entry, type TicketState, withoutUndefined } from './ticket-state.ts';

export type ChangeResult = { ok: true; ticket: TicketState; entries: Entry[] } | { ok: false };

/** Carries out one action, or refuses it where the status does not allow it. Nothing else is checked here. */
export function changeTicket(before: TicketState, input: ChangeInput): ChangeResult {
  const { action, actor, now, rules } = input;
  const status = nextStatus(before, action.action, now);
  if (status === null) return { ok: false };
  const awake = before.status === 'on_hold' && status !== 'on_hold' ? endHold(before, now) : before;
  const { changes, detail } = effectOf(awake, input);
  const changed: TicketState = {
    ...awake,
    ...responded(awake, action.action, now),
    ...changes,
    status,
    updatedAt: now,
    version: before.version + 1,
  };
  const entries: Entry[] = [
    { at: now, actor, action: HISTORY_NAME[action.action], detail: withoutUndefined(detail) },
  ];
  if (action.action === 'close' && action.rating)
    entries.push({ at: now, actor, action: 'rated', detail: withoutUndefined({ ...action.rating }) });
  return { ok: true, ticket: withTargets(before, changed, rules), entries };
}

const HISTORY_NAME: Record<TicketActionName, HistoryEntry['action']> = {
  assign: 'assign',
  accept: 'accept',
  transfer: 'transfer',
  hold: 'hold',
  resume: 'resume',
  resolve: 'resolve',
  close: 'close',
  reopen: 'reopen',
  cancel: 'cancel',
  escalate: 'escalate',
  comment: 'comment',
  urge: 'urge',
  rate: 'rated',
  update: 'updated',
};

/** The desk has responded once somebody took the ticket, did it, or said what it waits for. */
const RESPONDS: readonly TicketActionName[] = ['accept', 'hold', 'resolve'];

function responded(ticket: TicketState, action: TicketActionName, now: number): Partial<TicketState> {
  return ticket.respondedAt === null && RESPONDS.includes(action) ? { respondedAt: now } : {};
}

function endHold(ticket: TicketState, now: number): TicketState {
  if (ticket.hold === null) return ticket;
  return { ...ticket, hold: null, pauses: [...ticket.pauses, { from: ticket.hold.since, to: now }] };
}

/** Moves the targets where what they depend on has changed; one that was met before stays where it was. */
function withTargets(before: TicketState, after: TicketState, rules: DeskRules): TicketState {
  const same =
    after.pauses.length === before.pauses.length &&
    after.urgency === before.urgency &&
    after.category === before.category &&
    after.reopenedAt === before.reopenedAt;
  if (same) return after;
  const first = rules.targets({ ...after, openedAt: after.createdAt });
  const again = after.reopenedAt === null ? first : rules.targets({ ...after, openedAt: after.reopenedAt });
  const isResolved = before.resolvedAt !== null && after.resolvedAt !== null;
  return {
    ...after,
    respondBy: before.respondedAt === null ? first.respondBy : before.respondBy,
    resolveBy: isResolved ? before.resolveBy : again.resolveBy,
  };
}
