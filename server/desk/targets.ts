/** The five targets of a ticket: when each is due, when it was met, and from when it counts. Pure. */
import { TARGETS, type Target } from './profile-service-level.ts';
import { isInWork } from './ticket.ts';
import type { TicketState } from './ticket-state.ts';

/** Moments in epoch milliseconds. */
export interface OpenTarget {
  target: Target;
  due: number;
  /** From when its time is counted. */
  from: number;
}

/** What is known of a target's clock without the rest of the ticket. */
export type Watched = Pick<
  TicketState,
  | 'status'
  | 'hold'
  | 'respondBy'
  | 'onSiteBy'
  | 'resolveBy'
  | 'fallbackPlanBy'
  | 'reportBy'
  | 'respondedAt'
  | 'arrivedAt'
  | 'resolvedAt'
  | 'fallbackPlanAt'
  | 'reportedAt'
  | 'createdAt'
  | 'reopenedAt'
>;

/**
 * The targets that the desk still has to meet. A report is owed after the work is done; everything else as long as it
 * is in work.
 */
export function openTargets(ticket: Watched): OpenTarget[] {
  return TARGETS.flatMap((target) => {
    const clock = CLOCKS[target](ticket);
    return clock.due === null || clock.metAt !== null || !isOwed(target, ticket)
      ? []
      : [{ target, due: clock.due, from: clock.from }];
  });
}

/** Where the ticket's clock stands: at the beginning of a hold that stops it, else at `now`. */
export function clockAt({ hold }: Pick<TicketState, 'hold'>, now: number): number {
  return hold?.stopsClock ? Math.min(hold.since, now) : now;
}

function isOwed(target: Target, { status, resolvedAt }: Watched): boolean {
  return target === 'report' ? resolvedAt !== null && status !== 'cancelled' : isInWork(status);
}

interface Clock {
  due: number | null;
  metAt: number | null;
  from: number;
}

const CLOCKS: Record<Target, (ticket: Watched) => Clock> = {
  respond: (ticket) => ({ due: ticket.respondBy, metAt: ticket.respondedAt, from: ticket.createdAt }),
  on_site: (ticket) => ({ due: ticket.onSiteBy, metAt: ticket.arrivedAt, from: ticket.createdAt }),
  resolve: (ticket) => ({
    due: ticket.resolveBy,
    metAt: ticket.resolvedAt,
    from: ticket.reopenedAt ?? ticket.createdAt,
  }),
  fallback_plan: (ticket) => ({
    due: ticket.fallbackPlanBy,
    metAt: ticket.fallbackPlanAt,
    from: ticket.createdAt,
  }),
  report: (ticket) => ({
    due: ticket.reportBy,
    metAt: ticket.reportedAt,
    from: ticket.resolvedAt ?? ticket.createdAt,
  }),
};
