/** Which targets of a ticket were missed, and what that changes. */
import { isInWork } from './ticket.ts';
import type { Entry, Target, TicketState } from './ticket-state.ts';

export interface Miss {
  target: Target;
  /** When it was due; epoch milliseconds. */
  due: number;
}

type Watched = Pick<
  TicketState,
  'status' | 'hold' | 'respondBy' | 'resolveBy' | 'respondedAt' | 'resolvedAt' | 'breached'
>;

/** Targets that are missed at `now` and not marked yet. While on hold the clock stands at the beginning of the hold. */
export function missedTargets(ticket: Watched, now: number): Miss[] {
  if (!isInWork(ticket.status)) return [];
  const clock = ticket.hold?.since ?? now;
  const open: [Target, number | null, number | null][] = [
    ['respond', ticket.respondBy, ticket.respondedAt],
    ['resolve', ticket.resolveBy, ticket.resolvedAt],
  ];
  return open.flatMap(([target, due, met]) =>
    due !== null && met === null && due < clock && !ticket.breached.includes(target) ? [{ target, due }] : [],
  );
}

/** Marks each miss once, with the moment it was due, and raises the ticket a level for each. */
export function markMisses(
  ticket: TicketState,
  misses: Miss[],
  now: number,
): { ticket: TicketState; entries: Entry[] } {
  if (misses.length === 0) return { ticket, entries: [] };
  const level = ticket.escalationLevel;
  const entries = misses.flatMap(({ target, due }, index): Entry[] => [
    { at: due, actor: 'system', action: 'breached', detail: { target } },
    { at: now, actor: 'system', action: 'escalated', detail: { target, level: level + index + 1 } },
  ]);
  return {
    ticket: {
      ...ticket,
      breached: [...ticket.breached, ...misses.map((miss) => miss.target)],
      escalationLevel: level + misses.length,
      escalatedAt: now,
      updatedAt: now,
      version: ticket.version + 1,
    },
    entries,
  };
}
