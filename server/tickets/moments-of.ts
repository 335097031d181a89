/** When something happens next to each target of a ticket, by its profile. */
import { nextMoments } from '../desk/ladder.ts';
import type { TicketState } from '../desk/ticket-state.ts';
import type { DeskContext } from '../desk-context.ts';
import type { NextMoment } from '../store/ticket-dues.ts';
import { rulesOf } from './desk-rules.ts';

export function momentsOf({ profile }: Pick<DeskContext, 'profile'>, ticket: TicketState): NextMoment[] {
  return nextMoments(ticket, rulesOf(profile).ladder(ticket));
}
