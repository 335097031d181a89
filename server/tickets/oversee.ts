/** The desk as whoever answers for it looks at it: what is near or missed, incidents, and what vendors have in hand. */
import { toIso, toIsoOrNull } from '../desk/moments.ts';
import { TARGETS } from '../desk/profile-service-level.ts';
import { clockAt, openTargets } from '../desk/targets.ts';
import type { TicketState } from '../desk/ticket-state.ts';
import { vendorClockRecord } from '../desk/vendor-clock.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Db } from '../store/database.ts';
import { openIncidents, reportsBehind, ticketsOfVendors, ticketsToWatch } from '../store/oversight.ts';
import type { StoredTicket } from '../store/tickets.ts';

/** What comes due within so long is near. */
const NEAR_MS = 2 * 60 * 60_000;
const MOST = 200;

function factsOf({ number, title, status, team, assignee, priority, urgency, location }: TicketState) {
  return { number, title, status, team, assignee, priority, urgency, place: location?.text ?? null };
}

/** One target of one ticket that is missed or near; a clock that stands still on hold misses nothing. */
export async function listEscalations(db: Db, { zone, now }: Pick<DeskContext, 'zone' | 'now'>) {
  const at = now();
  const stored = await ticketsToWatch(db, at + NEAR_MS, MOST);
  return stored
    .flatMap(({ ticket }) =>
      openTargets(ticket).flatMap(({ target, due }) => {
        const clock = clockAt(ticket, at);
        if (due - clock > NEAR_MS) return [];
        const climbs = ticket.climbs.filter((climb) => climb.target === target && climb.level > 0);
        const last = climbs.at(-1);
        const heard = climbs.findLast((climb) => climb.acknowledged)?.acknowledged ?? null;
        return [
          {
            ...factsOf(ticket),
            target,
            due,
            over: due < clock,
            level: last?.level ?? 0,
            raisedAt: toIsoOrNull(last?.at ?? null, zone),
            acknowledged: heard && { by: heard.by, at: toIso(heard.at, zone) },
          },
        ];
      }),
    )
    .sort((a, b) => Number(b.over) - Number(a.over) || a.due - b.due || order(a.target) - order(b.target))
    .slice(0, MOST)
    .map((one) => ({ ...one, due: toIso(one.due, zone) }));
}

function order(target: (typeof TARGETS)[number]): number {
  return TARGETS.indexOf(target);
}

export async function listIncidents(db: Db, { zone }: Pick<DeskContext, 'zone'>) {
  const mains = await openIncidents(db, MOST);
  const reports = await reportsBehind(
    db,
    mains.map(({ ticket }) => ticket.number),
  );
  const behind = Map.groupBy(reports, ({ incident }) => incident);
  return mains.map(({ ticket }) => ({
    ...factsOf(ticket),
    reports: ticket.reports,
    openedAt: toIso(ticket.createdAt, zone),
    behind: (behind.get(ticket.number) ?? []).map(({ number, title, status, requester, location }) => ({
      number,
      title,
      status,
      requester: requester.name ?? requester.department ?? '',
      place: location?.text ?? null,
    })),
  }));
}

/** The vendor's clock beside ours, and how it was chased and answered. */
export async function listVendorWork(db: Db, { zone, now, profile }: DeskContext) {
  const stored = await ticketsOfVendors(db, MOST);
  const at = now();
  return profile.vendors.map(({ id, name, contact, phone, contract }) => ({
    id,
    name,
    contact,
    phone,
    contract: contract ?? null,
    tickets: stored.filter(({ ticket }) => ticket.vendor === name).map((one) => workOf(one, at, zone)),
  }));
}

function workOf({ ticket, history }: StoredTicket, now: number, zone: string) {
  const { vendorClock: clock, resolveBy } = ticket;
  const chased = history.filter(({ detail }) => detail.event === 'chased');
  const answer = history.findLast(({ action }) => action === 'vendor_answer');
  const late = (due: number | null | undefined, met: number | null | undefined) =>
    due !== null && due !== undefined && !met && due < now;
  return {
    ...factsOf(ticket),
    resolveBy: toIsoOrNull(resolveBy, zone),
    clock: clock && vendorClockRecord(clock, zone),
    late: late(clock?.answerBy, clock?.answeredAt) || late(clock?.doneBy, null),
    chased: chased.length,
    chasedAt: toIsoOrNull(chased.at(-1)?.at ?? null, zone),
    answer: typeof answer?.detail.text === 'string' ? answer.detail.text : null,
  };
}
