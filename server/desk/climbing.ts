/** What a ticket becomes when moments of its ladder are over, and who is to be told. Pure. */
import {
  chaseId,
  type Ladder,
  type Role,
  type Rung,
  rungId,
  rungsAhead,
  type Step,
  stepsAhead,
} from './ladder.ts';
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

/** `urge`: by what means its people are called to it, each waited for `within` milliseconds. */
export interface UnheardClimb extends Pick<Climb, 'target' | 'rung'> {
  urge: Rung['urge'];
  within: number;
}

export interface Climbed {
  ticket: TicketState;
  entries: Entry[];
  alerts: Alert[];
  /** Rungs that nobody acknowledged in time. */
  unheard: UnheardClimb[];
}

/** More steps than a ladder of nine levels has on five targets. */
const MOST_STEPS = 200;

/**
 * All that was reached until `now` (epoch milliseconds), each step once and in order, however late it is looked at. The
 * ticket's version grows by one where anything was.
 */
export function climb(before: TicketState, ladder: Ladder, now: number): Climbed {
  let climbed: Climbed = { ticket: before, entries: [], alerts: [], unheard: [] };
  const clock = clockAt(before, now);
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const [next] = stepsAhead(climbed.ticket, ladder);
    if (next === undefined || next.at > (next.kind === 'chase' ? now : clock)) break;
    climbed = added(climbed, takeStep(climbed.ticket, ladder, next, now));
  }
  if (climbed.ticket === before) return climbed;
  const ticket = { ...climbed.ticket, updatedAt: now, version: before.version + 1 };
  return { ...climbed, ticket };
}

/** The next rung of a target is climbed before its time: somebody pressed for it. */
export function climbNow(ticket: TicketState, ladder: Ladder, target: Target, now: number): Climbed {
  const [rung] = rungsAhead(ticket.climbs, ladder, target);
  return rung === undefined
    ? { ticket, entries: [], alerts: [], unheard: [] }
    : climbRung(ticket, rung, now, 'urged');
}

function added(first: Climbed, then: Climbed): Climbed {
  return {
    ticket: then.ticket,
    entries: [...first.entries, ...then.entries],
    alerts: [...first.alerts, ...then.alerts],
    unheard: [...first.unheard, ...then.unheard],
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
    case 'chase':
      return ask(ticket, step, now);
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
  if (hasRung) return { ticket: missed, entries: [entry], alerts: [alert], unheard: [] };
  const level = ticket.escalationLevel + 1;
  return {
    ticket: { ...missed, escalationLevel: level, escalatedAt: now },
    entries: [entry, { at: now, actor: 'system', action: 'escalated', detail: { target, level } }],
    alerts: [alert],
    unheard: [],
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
    unheard: [],
  };
}

function passOn(ticket: TicketState, ladder: Ladder, unheard: Climb, now: number): Climbed {
  const climbs = ticket.climbs.map((one) => (one === unheard ? { ...one, passed: true } : one));
  const passed = { ...ticket, climbs };
  const [rung] = rungsAhead(climbs, ladder, unheard.target);
  const next: Climbed =
    rung === undefined
      ? { ticket: passed, entries: [], alerts: [], unheard: [] }
      : climbRung(passed, rung, now, 'unacknowledged');
  const heardNot = ladder.rungs.find((one) => one.target === unheard.target && rungId(one) === unheard.rung);
  if (heardNot?.ackWithin === undefined) return next;
  const { urge, ackWithin: within } = heardNot;
  return { ...next, unheard: [{ target: unheard.target, rung: unheard.rung, urge, within }] };
}

/** After an outage the vendor is asked once, not once for each time that was missed. */
function ask(ticket: TicketState, { target, count }: Extract<Step, { kind: 'chase' }>, now: number): Climbed {
  const rung = chaseId(count);
  const asked: Climb = { target, rung, level: 0, at: now, acknowledged: null, passed: true };
  const detail = { event: 'chased', vendor: ticket.vendor, count };
  return {
    ticket: { ...ticket, climbs: [...ticket.climbs, asked] },
    entries: [{ at: now, actor: 'system', action: 'notified', detail }],
    alerts: [{ target, rung, notify: ['vendor'], pressing: false }],
    unheard: [],
  };
}

/** Whoever acts on a ticket, or says so, has heard of every rung that was climbed. */
export function acknowledged(ticket: TicketState, by: string, at: number): Climb[] {
  return ticket.climbs.map((one) => (one.acknowledged === null ? { ...one, acknowledged: { at, by } } : one));
}
