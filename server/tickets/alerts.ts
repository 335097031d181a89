/** What the ladder wants told, as it is recorded for each address. */
import type { Alert } from '../desk/climbing.ts';
import { afterQuietHours } from '../desk/quiet-hours.ts';
import { recipientsOf } from '../desk/recipients.ts';
import type { TicketState } from '../desk/ticket-state.ts';
import type { DeskContext } from '../desk-context.ts';
import type { NewAlert } from '../store/alerts.ts';

/** What can wait is told after the quiet hours; what is critical at once. */
export function alertsFor(
  { profile, zone, groups, now }: DeskContext,
  ticketId: number,
  ticket: TicketState,
  alerts: readonly Alert[],
): NewAlert[] {
  // One ticket stands for an incident; the others are marked and say nothing.
  if (ticket.incident !== null && ticket.incident !== ticket.number) return [];
  const critical = ticket.urgency === 'critical' || ticket.major;
  const at = now();
  const notBefore = critical ? at : afterQuietHours(profile.quietHours, zone, at);
  return alerts.flatMap(({ target, rung, notify, pressing }) =>
    recipientsOf(profile, groups, ticket, notify).map(({ address, names }) => ({
      ticketId,
      target,
      rung: recordedRung(ticket, rung),
      address,
      names,
      pressing,
      critical,
      notBefore,
    })),
  );
}

/** A reopened ticket climbs its ladder anew. */
export function recordedRung({ reopenedAt }: Pick<TicketState, 'reopenedAt'>, rung: string): string {
  return reopenedAt === null ? rung : `${rung} ${reopenedAt}`;
}
