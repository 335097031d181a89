/** The state machine of a ticket: every question about a status is answered here. */
import type { TicketActionName } from './ticket-actions.ts';
import type { TicketStatus } from './ticket-record.ts';

/**
 * Where an action leads: to a status; `same`: it stays; `held`: back to where it was put on hold; `null`: not allowed.
 * The table of the HTTP contract; «open» in it is everything that is neither closed nor cancelled.
 */
type Leads = TicketStatus | 'same' | 'held' | null;

const OPEN: Record<TicketStatus, Leads> = {
  new: 'same',
  assigned: 'same',
  accepted: 'same',
  on_hold: 'same',
  resolved: 'same',
  closed: null,
  cancelled: null,
};

const NOWHERE: Record<TicketStatus, Leads> = {
  new: null,
  assigned: null,
  accepted: null,
  on_hold: null,
  resolved: null,
  closed: null,
  cancelled: null,
};

const STAYS_IN_WORK: Record<TicketStatus, Leads> = {
  ...NOWHERE,
  new: 'same',
  assigned: 'same',
  accepted: 'same',
  on_hold: 'same',
};

const TABLE: Record<TicketActionName, Record<TicketStatus, Leads>> = {
  assign: { ...NOWHERE, new: 'assigned', assigned: 'assigned' },
  accept: { ...NOWHERE, new: 'accepted', assigned: 'accepted' },
  transfer: { ...NOWHERE, assigned: 'assigned', accepted: 'assigned', on_hold: 'assigned' },
  hold: { ...NOWHERE, assigned: 'on_hold', accepted: 'on_hold' },
  resume: { ...NOWHERE, on_hold: 'held' },
  resolve: { ...NOWHERE, new: 'resolved', assigned: 'resolved', accepted: 'resolved', on_hold: 'resolved' },
  close: { ...NOWHERE, resolved: 'closed' },
  reopen: { ...NOWHERE, resolved: 'assigned', closed: 'assigned' },
  cancel: {
    ...NOWHERE,
    new: 'cancelled',
    assigned: 'cancelled',
    accepted: 'cancelled',
    on_hold: 'cancelled',
  },
  escalate: OPEN,
  comment: OPEN,
  urge: OPEN,
  arrive: { ...NOWHERE, new: 'accepted', assigned: 'accepted', accepted: 'same', on_hold: 'held' },
  plan: STAYS_IN_WORK,
  delay: STAYS_IN_WORK,
  declare_major: STAYS_IN_WORK,
  review: { ...NOWHERE, resolved: 'same', closed: 'same' },
  acknowledge: { ...OPEN, closed: 'same' },
  send_out: { ...NOWHERE, assigned: 'on_hold', accepted: 'on_hold' },
  approve_send_out: { ...NOWHERE, assigned: 'same', accepted: 'same', on_hold: 'held' },
  reject_send_out: { ...NOWHERE, assigned: 'same', accepted: 'same', on_hold: 'held' },
  vendor_answer: STAYS_IN_WORK,
  update: OPEN,
  rate: { ...NOWHERE, resolved: 'same', closed: 'same' },
};

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long a closed ticket may be reopened; after that a new one is opened. */
export const REOPEN_WITHIN_MS = 30 * DAY_MS;

/** What the table needs to know of a ticket; moments in epoch milliseconds. */
export interface TicketPosition {
  status: TicketStatus;
  hold: { from: TicketStatus } | null;
  closedAt: number | null;
  sendOut?: { status: 'requested' | 'approved' | 'rejected' } | null;
  vendor?: string | null;
}

/** Only what was asked for can be approved or refused. */
const DECIDES: ReadonlySet<TicketActionName> = new Set(['approve_send_out', 'reject_send_out']);

/** The status after `action`, or null where it is not allowed. */
export function nextStatus(
  ticket: TicketPosition,
  action: TicketActionName,
  now: number,
): TicketStatus | null {
  const leads = TABLE[action][ticket.status];
  if (action === 'reopen' && ticket.closedAt !== null && now - ticket.closedAt > REOPEN_WITHIN_MS)
    return null;
  if (DECIDES.has(action) && ticket.sendOut?.status !== 'requested') return null;
  if (action === 'vendor_answer' && !ticket.vendor) return null;
  if (leads === 'same') return ticket.status;
  if (leads === 'held') return ticket.hold?.from ?? 'assigned';
  return leads;
}

/** The actions that the ticket allows now, in the order of the table. */
export function allowedActions(ticket: TicketPosition, now: number): TicketActionName[] {
  return (Object.keys(TABLE) as TicketActionName[]).filter(
    (action) => nextStatus(ticket, action, now) !== null,
  );
}

const ENDED: Record<TicketStatus, boolean> = {
  new: false,
  assigned: false,
  accepted: false,
  on_hold: false,
  resolved: false,
  closed: true,
  cancelled: true,
};

/** Whether nothing more is expected: closed or cancelled. */
export function isEnded(status: TicketStatus): boolean {
  return ENDED[status];
}

const IN_WORK: Record<TicketStatus, boolean> = {
  new: true,
  assigned: true,
  accepted: true,
  on_hold: true,
  resolved: false,
  closed: false,
  cancelled: false,
};

/** Whether the desk still has work to do on it: only then a target can be missed. */
export function isInWork(status: TicketStatus): boolean {
  return IN_WORK[status];
}

/** The statuses in work, for queries. */
export const IN_WORK_STATUSES = (Object.keys(IN_WORK) as TicketStatus[]).filter(isInWork);
