/** How much time a ticket has left, as a dispatcher needs to see it. Pure: `now` is epoch milliseconds. */
import type { Sla, Status, Ticket } from '../shapes.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A target nearer than this is shown as a warning. */
export const SOON_MS = 30 * MINUTE_MS;

export type DueState = 'ok' | 'soon' | 'overdue' | 'paused' | 'done';

export interface Due {
  /** The target that counts now: the first answer until somebody took it, then the mend. */
  target: 'respond' | 'resolve';
  /** Epoch milliseconds; null where no target is set. */
  by: number | null;
  /** Milliseconds until `by`; negative once it is past; null where no target is set. */
  leftMs: number | null;
  state: DueState;
}

const FINISHED: readonly Status[] = ['resolved', 'closed', 'cancelled'];

function parse(moment: string | null): number | null {
  if (!moment) return null;
  const at = Date.parse(moment);
  return Number.isNaN(at) ? null : at;
}

function stateOf(status: Status, leftMs: number | null): DueState {
  if (FINISHED.includes(status)) return 'done';
  if (status === 'on_hold') return 'paused';
  if (leftMs === null) return 'ok';
  if (leftMs < 0) return 'overdue';
  return leftMs <= SOON_MS ? 'soon' : 'ok';
}

/** The target that a ticket is measured by at `now`, and how it stands. A hold stops the clock. */
export function dueOf(ticket: Pick<Ticket, 'status'> & { sla: Sla }, now: number): Due {
  const waiting = !ticket.sla.respondedAt && (ticket.status === 'new' || ticket.status === 'assigned');
  const target = waiting ? 'respond' : 'resolve';
  const by = parse(waiting ? ticket.sla.respondBy : ticket.sla.resolveBy);
  const leftMs = by === null ? null : by - now;
  return { target, by, leftMs, state: stateOf(ticket.status, leftMs) };
}

export interface Span {
  days: number;
  hours: number;
  minutes: number;
}

/**
 * A length in days, hours and minutes, its sign dropped. Time left is rounded down and time past up, so that nobody
 * reads more time than there is.
 */
export function spanOf(ms: number): Span {
  const minutes = ms < 0 ? Math.ceil(-ms / MINUTE_MS) : Math.floor(ms / MINUTE_MS);
  return {
    days: Math.floor(minutes / 1440),
    hours: Math.floor((minutes % 1440) / 60),
    minutes: minutes % 60,
  };
}

/** Farther than this a clock time says more than a count of hours. */
export const COUNTDOWN_MS = 12 * HOUR_MS;
