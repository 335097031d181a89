/** Carries out an action on a ticket: status, clock, targets, history. */
import { acknowledged } from './climbing.ts';
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
    ...(ACKNOWLEDGES.includes(action.action) ? { climbs: acknowledged(awake, actor, now) } : {}),
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
  arrive: 'arrive',
  plan: 'plan',
  review: 'review',
  acknowledge: 'acknowledge',
  delay: 'delay',
  declare_major: 'declare_major',
  send_out: 'send_out',
  approve_send_out: 'approve_send_out',
  reject_send_out: 'reject_send_out',
  vendor_answer: 'vendor_answer',
  rate: 'rated',
  update: 'updated',
};

/** The desk has responded once somebody took the ticket, did it, or said what it waits for. */
const RESPONDS: readonly TicketActionName[] = ['accept', 'arrive', 'hold', 'send_out', 'resolve'];

/** Who does this has heard of every rung that the ticket has climbed. */
const ACKNOWLEDGES: readonly TicketActionName[] = [
  'acknowledge',
  'accept',
  'arrive',
  'transfer',
  'hold',
  'delay',
  'send_out',
  'resolve',
];

function responded(ticket: TicketState, action: TicketActionName, now: number): Partial<TicketState> {
  return ticket.respondedAt === null && RESPONDS.includes(action) ? { respondedAt: now } : {};
}

function endHold(ticket: TicketState, now: number): TicketState {
  if (ticket.hold === null) return ticket;
  const { since, stopsClock } = ticket.hold;
  const pauses = stopsClock ? [...ticket.pauses, { from: since, to: now }] : ticket.pauses;
  return { ...ticket, hold: null, pauses };
}

/** What the targets depend on. */
const MOVES_TARGETS = ['urgency', 'category', 'reopenedAt', 'major', 'location', 'system'] as const;

/** Moves the targets where what they depend on has changed; one that was met before stays where it was. */
function withTargets(before: TicketState, after: TicketState, rules: DeskRules): TicketState {
  const owing = withReport(before, after, rules);
  const same =
    after.pauses.length === before.pauses.length &&
    MOVES_TARGETS.every((field) => after[field] === before[field]);
  if (same) return owing;
  const first = rules.targets({ ...after, openedAt: after.createdAt });
  const again = after.reopenedAt === null ? first : rules.targets({ ...after, openedAt: after.reopenedAt });
  const isResolved = before.resolvedAt !== null && after.resolvedAt !== null;
  return {
    ...owing,
    respondBy: before.respondedAt === null ? first.respondBy : before.respondBy,
    onSiteBy: before.arrivedAt === null ? first.onSiteBy : before.onSiteBy,
    resolveBy: isResolved ? before.resolveBy : again.resolveBy,
    fallbackPlanBy: before.fallbackPlanAt === null ? first.fallbackPlanBy : before.fallbackPlanBy,
  };
}

/** With the work done, the report begins to be due. */
function withReport(before: TicketState, after: TicketState, rules: DeskRules): TicketState {
  if (after.resolvedAt === null || after.resolvedAt === before.resolvedAt) return after;
  return { ...after, reportBy: rules.reportBy({ ...after, openedAt: after.createdAt }, after.resolvedAt) };
}
