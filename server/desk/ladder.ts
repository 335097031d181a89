/** The escalation ladder: what comes next on a ticket, and when. Pure. */
import type { Calendar } from './calendar.ts';
import type { Role, Rung, Target } from './profile-service-level.ts';
import { clockAt, type OpenTarget, openTargets } from './targets.ts';
import type { Climb, TicketState } from './ticket-state.ts';

/** The rungs that hold for one ticket, and the calendar its time is counted on. */
export interface Ladder {
  calendar: Calendar;
  rungs: readonly Rung[];
  /** How often the vendor that has the work is asked about it, on its own calendar; null where none has. */
  chase: { every: number; calendar: Calendar } | null;
}

/**
 * What happens at a moment (epoch milliseconds): a target is missed, a rung is reached, nobody acknowledged one in time, or a
 * vendor is asked again. A target is missed once its moment is over, so what belongs to that moment comes a millisecond after it.
 */
export type Step =
  | { kind: 'missed'; target: Target; at: number }
  | { kind: 'rung'; target: Target; at: number; rung: Rung }
  | { kind: 'unheard'; target: Target; at: number; climb: Climb }
  | { kind: 'chase'; target: Target; at: number; count: number };

/** A rung's name, unique in its target: «2@100%», «1-900s», «3+3600s». */
export function rungId({ level, percent, before, after }: Rung): string {
  if (before !== undefined) return `${level}-${before / 1000}s`;
  if (after !== undefined) return `${level}+${after / 1000}s`;
  return `${level}@${percent ?? 100}%`;
}

type Climbing = Pick<TicketState, 'climbs' | 'breached' | 'pauses' | 'vendorClock'> &
  Parameters<typeof openTargets>[0];

/** Everything that is still to come, in the order in which it comes; nothing where the clock stands before it. */
export function stepsAhead(ticket: Climbing, ladder: Ladder): Step[] {
  const until = clockAt(ticket, Number.MAX_SAFE_INTEGER);
  const targets = openTargets(ticket);
  return targets
    .flatMap((target) => stepsOf(ticket, ladder, target))
    .filter((step) => step.at <= until)
    .concat(targets.flatMap((target) => chaseOf(ticket, ladder, target)))
    .sort((a, b) => a.at - b.at || ORDER[a.kind] - ORDER[b.kind] || levelOf(a) - levelOf(b));
}

const ORDER: Record<Step['kind'], number> = { missed: 0, rung: 1, unheard: 2, chase: 3 };

const CHASE = 'chase';

/** The name under which the vendor was asked for the `count`th time. */
export function chaseId(count: number): string {
  return `${CHASE}${count}`;
}

/**
 * A vendor is asked on until the work is done, on hold too: it may be the vendor that is waited for. The time begins anew with
 * each question and each answer.
 */
function chaseOf(ticket: Climbing, { chase }: Ladder, { target, from }: OpenTarget): Step[] {
  if (chase === null || target !== 'resolve') return [];
  const before = ticket.climbs.filter(({ rung }) => rung.startsWith(CHASE));
  const { since = from, heardAt = null } = ticket.vendorClock ?? {};
  const last = Math.max(before.at(-1)?.at ?? since, heardAt ?? since);
  return [
    { kind: 'chase', target, at: chase.calendar.addWorking(last, chase.every), count: before.length + 1 },
  ];
}

function levelOf(step: Step): number {
  return step.kind === 'rung' ? step.rung.level : 0;
}

function stepsOf(ticket: Climbing, ladder: Ladder, open: OpenTarget): Step[] {
  const { target } = open;
  const missed: Step[] = ticket.breached.includes(target)
    ? []
    : [{ kind: 'missed', target, at: open.due + 1 }];
  const climbs = ticket.climbs.filter((climb) => climb.target === target);
  const rungs = rungsAhead(ticket.climbs, ladder, target).map(
    (rung): Step => ({ kind: 'rung', target, rung, at: momentOf(rung, ladder.calendar, open, ticket) }),
  );
  const unheard = climbs.flatMap((climb): Step[] => {
    const within = ladder.rungs.find(
      (rung) => rung.target === target && rungId(rung) === climb.rung,
    )?.ackWithin;
    if (within === undefined || climb.acknowledged !== null || climb.passed) return [];
    return [{ kind: 'unheard', target, climb, at: ladder.calendar.addWorking(climb.at, within) }];
  });
  return [...missed, ...rungs, ...unheard];
}

/** The rungs of a target that were not climbed yet, the lowest first. */
export function rungsAhead(climbs: readonly Climb[], { rungs }: Ladder, target: Target): Rung[] {
  const climbed = new Set(climbs.filter((climb) => climb.target === target).map(({ rung }) => rung));
  return rungs.filter((rung) => rung.target === target && !climbed.has(rungId(rung)));
}

function momentOf(
  { percent, before, after }: Rung,
  calendar: Calendar,
  { from, due }: OpenTarget,
  { pauses }: Climbing,
): number {
  if (after !== undefined) return calendar.addWorking(due, after, pauses) + 1;
  const share = percent ?? 100;
  if (before === undefined && share === 100) return due + 1;
  const within = calendar.workingBetween(from, due, pauses);
  if (before !== undefined) return calendar.addWorking(from, Math.max(within - before, 0), pauses);
  const at = calendar.addWorking(from, Math.round((within * share) / 100), pauses);
  return share > 100 ? at + 1 : at;
}

/** When something happens next to each target that is still open: what the desk's clock waits for. */
export function nextMoments(ticket: Climbing, ladder: Ladder): { target: Target; at: number }[] {
  const next = new Map<Target, number>();
  for (const { target, at } of stepsAhead(ticket, ladder)) if (!next.has(target)) next.set(target, at);
  return [...next].map(([target, at]) => ({ target, at }));
}

export type { Role, Rung };
