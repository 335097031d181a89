/** Tickets to which something is due climb their ladders; called from time to time, by as many replicas as there are. */
import { climb } from '../desk/climbing.ts';
import { nextMoments } from '../desk/ladder.ts';
import { ticketRecord } from '../desk/ticket-state.ts';
import type { DeskContext } from '../desk-context.ts';
import { markUnheard, recordAlerts } from '../store/alerts.ts';
import type { Trx } from '../store/database.ts';
import { lockDueTickets } from '../store/ticket-dues.ts';
import { saveClimbed, ticketsById } from '../store/tickets.ts';
import { alertsFor, recordedRung } from './alerts.ts';
import { rulesOf } from './desk-rules.ts';
import { tellOfEntries } from './tell.ts';

/** So many at once: more wait for the next call. */
export const LADDERS_AT_ONCE = 250;

/** `looked`: at how many tickets; where it is `LADDERS_AT_ONCE`, more may wait. `climbed`: the numbers of those that changed. */
export interface Pass {
  looked: number;
  climbed: string[];
}

/** Takes every step that is over, in order, each once. */
export async function climbLadders(trx: Trx, context: DeskContext): Promise<Pass> {
  const now = context.now();
  const ids = await lockDueTickets(trx, now, LADDERS_AT_ONCE);
  const rules = rulesOf(context.profile);
  const climbed = (await ticketsById(trx, ids)).map((stored) => {
    const reached = climb(stored.ticket, rules.ladder(stored.ticket), now);
    const moments = nextMoments(reached.ticket, rules.ladder(reached.ticket));
    return { ...stored, ...reached, added: reached.entries, moments };
  });
  await saveClimbed(trx, climbed);
  await recordAlerts(
    trx,
    climbed.flatMap(({ id, ticket, alerts }) => alertsFor(context, id, ticket, alerts)),
  );
  await markUnheard(
    trx,
    climbed.flatMap(({ id, ticket, unheard }) =>
      unheard.map(({ target, rung, urge, within }) => ({
        ticketId: id,
        target,
        rung: recordedRung(ticket, rung),
        urge: { means: urge, everyMs: within },
        at: now,
      })),
    ),
  );
  const told = climbed.map(({ ticket, entries, history, address }) => ({
    entries,
    byRequester: false,
    ticket: ticketRecord(ticket, [...history, ...entries], context.zone),
    address,
  }));
  await tellOfEntries(trx, context, ...told);
  const changed = climbed.filter(({ entries }) => entries.length > 0);
  return { looked: ids.length, climbed: changed.map(({ ticket }) => ticket.number) };
}
