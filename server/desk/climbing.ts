/** What a ticket becomes when moments of its ladder are over, and who is to be told. Pure. */
import { type Ladder, type Role, type Rung, rungId, rungsAhead, type Step, stepsAhead } from './ladder.ts';
import type { Target } from './profile-service-level.ts';
import { clockAt } from './targets.ts';
import type { Climb, Entry, TicketState } from './ticket-state.ts';

/** Somebody has to hear of a target. `rung` is its name; `due` stands for the missed target itself. */
export interface Alert {
  target: Target;
  rung: string;
  notify: readonly Role[];
  /** Somebody heard nothing of the rung before: it is pressed on them. */
  pressing: boolean;
}

export interface Climbed {
  ticket: TicketState;
  entries: Entry[];
  alerts: Alert[];
}

/** More steps than a ladder of nine levels has on five targets. */
const MOST_STEPS = 200;

/**
 * All that was reached until `now` (epoch milliseconds), each step once and in order, however late it is looked at. The
 * ticket's version grows by one where anything was.
 */
export function climb(before: TicketState, ladder: Ladder, now: number): Climbed {
  let climbed: Climbed = { ticket: before, entries: [], alerts: [] };
  const clock = clockAt(before, now);
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const [next] = stepsAhead(climbed.ticket, ladder);
    if (next === undefined || next.at > clock) break;
    climbed = added(climbed, takeStep(climbed.ticket, ladder, next, now));
  }
  if (climbed.ticket === before) return climbed;
  const ticket = { ...climbed.ticket, updatedAt: now, version: before.version + 1 };
  return { ...climbed, ticket };
}

/** The next rung of a target is climbed before its time: somebody pressed for it. */
export function climbNow(ticket: TicketState, ladder: Ladder, target: Target, now: number): Climbed {
  const [rung] = rungsAhead(ticket.climbs, ladder, target);
  return rung === undefined ? { ticket, entries: [], alerts: [] } : climbRung(ticket, rung, now, 'urged');
}

function added(first: Climbed, then: Climbed): Climbed {
  return {
    ticket: then.ticket,
    entries: [...first.entries, ...then.entries],
    alerts: [...first.alerts, ...then.alerts],
  };
}

function takeStep(ticket: TicketState, ladder: Ladder, step: Step, now: number): Climbed {
  switch (step.kind) {
    case 'missed':
      return miss(ticket, ladder, step, now);
    case 'rung':
      return climbRung(ticket, step.rung, now, null);
    case 'unheard':
      return passOn(ticket, ladder, step.climb, now);
  }
}

/** A ladder without a rung at the target itself is climbed a level all the same. */
function miss(ticket: TicketState, ladder: Ladder, { target, at }: Step, now: number): Climbed {
  const missed = {
    ...ticket,
    breached: [...ticket.breached, target],
    ...(target === 'resolve' ? expectation(ticket, ladder, now) : {}),
  };
  const entry: Entry = { at: at - 1, actor: 'system', action: 'breached', detail: { target } };
  const alert: Alert = { target, rung: 'due', notify: [], pressing: false };
  const hasRung = ladder.rungs.some((rung) => rung.target === target);
  if (hasRung) return { ticket: missed, entries: [entry], alerts: [alert] };
  const level = ticket.escalationLevel + 1;
  return {
    ticket: { ...missed, escalationLevel: level, escalatedAt: now },
    entries: [entry, { at: now, actor: 'system', action: 'escalated', detail: { target, level } }],
    alerts: [alert],
  };
}

const SHORTEST_MS = 15 * 60_000;

/** What the requester is told instead: half the time over again, unless somebody has said when. */
function expectation(ticket: TicketState, { calendar }: Ladder, now: number): Partial<TicketState> {
  const { expectedAt, createdAt, reopenedAt, resolveBy, pauses } = ticket;
  if (resolveBy === null || (expectedAt !== null && expectedAt > now)) return {};
  const within = calendar.workingBetween(reopenedAt ?? createdAt, resolveBy, pauses);
  const at = calendar.addWorking(now, Math.max(within / 2, SHORTEST_MS));
  return { expectedAt: Math.ceil(at / SHORTEST_MS) * SHORTEST_MS };
}

function climbRung(
  ticket: TicketState,
  rung: Rung,
  now: number,
  why: 'unacknowledged' | 'urged' | null,
): Climbed {
  const { target, level, notify } = rung;
  const name = rungId(rung);
  const step: Climb = { target, rung: name, level, at: now, acknowledged: null, passed: false };
  return {
    ticket: {
      ...ticket,
      climbs: [...ticket.climbs, step],
      escalationLevel: Math.max(ticket.escalationLevel, level),
      escalatedAt: now,
    },
    entries: [
      {
        at: now,
        actor: 'system',
        action: 'escalated',
        detail: { target, level, rung: name, notify, ...(why === null ? {} : { why }) },
      },
    ],
    alerts: [{ target, rung: name, notify, pressing: why !== null }],
  };
}

function passOn(ticket: TicketState, ladder: Ladder, unheard: Climb, now: number): Climbed {
  const climbs = ticket.climbs.map((one) => (one === unheard ? { ...one, passed: true } : one));
  const passed = { ...ticket, climbs };
  const [rung] = rungsAhead(climbs, ladder, unheard.target);
  return rung === undefined
    ? { ticket: passed, entries: [], alerts: [] }
    : climbRung(passed, rung, now, 'unacknowledged');
}

/** Whoever acts on a ticket, or says so, has heard of every rung that was climbed. */
export function acknowledged(ticket: TicketState, by: string, at: number): Climb[] {
  return ticket.climbs.map((one) => (one.acknowledged === null ? { ...one, acknowledged: { at, by } } : one));
}
