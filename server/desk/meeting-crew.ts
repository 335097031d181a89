/** Who does a meeting's tasks, and by when somebody has to say so. Pure. */
import type { Location } from '../../bot/types.ts';
import type { Span } from './alternatives.ts';
import { routeTicket } from './assignment.ts';
import { isOpen, type MeetingState, type TaskState } from './meeting-state.ts';
import type { Profile, Team } from './profile.ts';
import { type Duty, onDuty } from './roster.ts';
import type { Calendars } from './sla.ts';

const MINUTE_MS = 60_000;
/** The crew says within this time of its opening hours whether it can be done. */
const CONFIRM_WITHIN_MS = 30 * MINUTE_MS;
/** Out of hours the one on duty is asked at once, and has this long. */
const CONFIRM_AT_ONCE_MS = 10 * MINUTE_MS;

export interface Crew {
  team: Team;
  isOpen(at: number): boolean;
  nextOpening(at: number): number;
  duty(at: number): Duty | null;
}

/** The team that lays rooms out at this place. `calendars` are the profile's own. */
export function crewFor(
  profile: Profile,
  calendars: Calendars,
  meeting: { location: Location; requester: { department?: string | undefined } },
): Crew {
  const { location, requester } = meeting;
  const route = routeTicket(profile, {
    category: 'conference',
    kind: 'service',
    location,
    department: requester.department,
  });
  const team = profile.teams.find(({ id }) => id === route.team);
  if (team === undefined) throw new Error(`profile ${profile.id} has no team ${route.team}`);
  const calendar = calendars.get(team.calendar ?? profile.defaultCalendar);
  return {
    team,
    isOpen: (at) => calendar === undefined || isWithinDay(calendar.windowsOf(at), at),
    nextOpening: (at) => calendar?.nextOpening(at) ?? at,
    duty: (at) => onDuty(profile, team.id, at),
  };
}

/** A crew that is at lunch is there all the same. */
function isWithinDay(windows: readonly Span[], at: number): boolean {
  const [first] = windows;
  const last = windows.at(-1);
  return first !== undefined && last !== undefined && first.start <= at && at <= last.end;
}

/**
 * Open tasks with somebody for each: in working hours whoever of the team can and has the fewest that day (`load`, by
 * name), out of hours whoever is on duty then. Two for an important meeting. Who has a task keeps it.
 */
export function assignTasks(
  meeting: Pick<MeetingState, 'tasks' | 'assurance'>,
  crew: Crew,
  load: ReadonlyMap<string, number>,
): TaskState[] {
  const able = crew.team.members
    .filter(({ skills }) => skills.includes('conference'))
    .map(({ name }) => name);
  const count = new Map(able.map((name) => [name, load.get(name) ?? 0]));
  const least = (except?: string) =>
    able.filter((name) => name !== except).toSorted((a, b) => (count.get(a) ?? 0) - (count.get(b) ?? 0))[0];
  // One person sees a meeting through, so that whoever set it up knows how it is meant.
  const first = least();
  if (first) count.set(first, (count.get(first) ?? 0) + 1);
  const second = meeting.assurance
    ? (least(first) ?? crew.team.members.find(({ name }) => name !== first)?.name)
    : undefined;
  return meeting.tasks.map((task) => {
    if (!isOpen(task) || task.assignee !== null) return task;
    const onCall = crew.isOpen(task.due) ? null : crew.duty(task.due);
    const assignee = onCall?.name ?? first ?? null;
    const backup = second === assignee ? first : second;
    return { ...task, assignee, ...(backup && assignee ? { backup } : {}) };
  });
}

/** By when the crew has to confirm; null where there is nothing to do, or the meeting is over. Epoch milliseconds. */
export function confirmBy(
  meeting: Pick<MeetingState, 'tasks' | 'start' | 'end'>,
  crew: Crew,
  now: number,
): number | null {
  const due = firstDue(meeting);
  if (due === null || meeting.end <= now) return null;
  const soonest = now + CONFIRM_AT_ONCE_MS;
  if (isAskedAtOnce(meeting, crew, now)) return soonest;
  return Math.max(soonest, Math.min(due, crew.nextOpening(now) + CONFIRM_WITHIN_MS));
}

/** Whether something has to be done before the crew is at work again: the one on duty is asked then. */
export function isAskedAtOnce(
  meeting: Pick<MeetingState, 'tasks' | 'start'>,
  crew: Crew,
  now: number,
): boolean {
  const due = firstDue(meeting);
  return due !== null && !crew.isOpen(now) && due < crew.nextOpening(now) + CONFIRM_WITHIN_MS;
}

function firstDue({ tasks }: Pick<MeetingState, 'tasks'>): number | null {
  const dues = tasks.filter(isOpen).map(({ due }) => due);
  return dues.length > 0 ? Math.min(...dues) : null;
}
