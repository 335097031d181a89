/** How the board is laid out: tickets by status, the most pressing first. Pure. */
import type { Status, Ticket } from '../shapes.ts';
import { STATUSES } from '../shapes.ts';
import { dueOf } from './time-left.ts';

export interface Group {
  status: Status;
  tickets: Ticket[];
}

/** What a dispatcher looks at first: overdue and near ones by their target, then those without one, newest first. */
function byPressure(now: number) {
  return (a: Ticket, b: Ticket): number => {
    const dueA = dueOf(a, now).by ?? Number.POSITIVE_INFINITY;
    const dueB = dueOf(b, now).by ?? Number.POSITIVE_INFINITY;
    if (dueA !== dueB) return dueA < dueB ? -1 : 1;
    if (a.priority !== b.priority) return a.priority - b.priority;
    return b.number.localeCompare(a.number);
  };
}

const newestFirst = (a: Ticket, b: Ticket): number => b.updatedAt.localeCompare(a.updatedAt);

/** The tickets of each wanted status, in the order of a ticket's life; finished ones newest first. Empty groups stay. */
export function groupByStatus(tickets: readonly Ticket[], wanted: readonly Status[], now: number): Group[] {
  return STATUSES.filter((status) => wanted.includes(status)).map((status) => {
    const finished = status === 'closed' || status === 'cancelled';
    const own = tickets.filter((ticket) => ticket.status === status);
    return { status, tickets: own.sort(finished ? newestFirst : byPressure(now)) };
  });
}

/** How many of the tickets are past their present target at `now`. */
export function countOverdue(tickets: readonly Ticket[], now: number): number {
  return tickets.filter((ticket) => dueOf(ticket, now).state === 'overdue').length;
}
