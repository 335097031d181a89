/**
 * What was laid down for single days on top of a profile's rotation: who is on duty instead, who is away and who stands in.
 * Pure; ISO dates of the profile's zone, ids of the profile's teams, shifts and members.
 */
import type { Profile } from './profile.ts';

export interface PlannedDuty {
  date: string;
  team: string;
  /** Null: the whole day, where the roster has no shifts, or all of them. */
  shift: string | null;
  person: string;
  phone: string;
}

/** First and last day of an absence. */
export interface PlannedLeave {
  person: string;
  from: string;
  to: string;
  substitute: string;
}

export interface RosterPlan {
  duty: readonly PlannedDuty[];
  leave: readonly PlannedLeave[];
}

export type Turn = NonNullable<Profile['roster']>['duty'][number];

/** Turns by day, team and shift. */
export type PlannedTurns = ReadonlyMap<string, Turn>;

/** The profile as it stands with the plan; what names somebody whom the profile no longer has is left out. */
export function withPlan(profile: Profile, plan: RosterPlan): Profile {
  const members = new Map(profile.teams.map((team) => [team.id, new Set(team.members.map(({ id }) => id))]));
  const known = new Set([...members.values()].flatMap((ids) => [...ids]));
  const planned = new Map(
    plan.duty
      .filter(({ team, person }) => members.get(team)?.has(person))
      .map(({ date, shift, ...turn }) => [
        keyOf(date, turn.team, shift),
        { ...turn, ...(shift === null ? {} : { shift }) },
      ]),
  );
  const leave = plan.leave.filter(({ person, substitute }) => known.has(person) && known.has(substitute));
  return { ...profile, planned, leave: [...profile.leave, ...leave] };
}

/** The turn that was laid down for the day and the shift, or for the whole day. */
export function plannedTurn(
  { planned }: Pick<Profile, 'planned'>,
  date: string,
  team: string,
  shift: string | undefined,
): Turn | undefined {
  if (planned === undefined || planned.size === 0) return undefined;
  return planned.get(keyOf(date, team, shift ?? null)) ?? planned.get(keyOf(date, team, null));
}

function keyOf(date: string, team: string, shift: string | null): string {
  return JSON.stringify([date, team, shift]);
}

export interface LeaveFault {
  field: 'person' | 'to' | 'substitute';
  message: string;
}

/**
 * Why somebody can't be away so, with this substitute: one of their skills must be there, and both must be free. `others` are the
 * leaves that stand already.
 */
export function leaveFault(
  { teams }: Pick<Profile, 'teams'>,
  { person, from, to, substitute }: PlannedLeave,
  others: readonly PlannedLeave[],
): LeaveFault | null {
  const members = teams.flatMap((team) => team.members);
  const away = members.find(({ id }) => id === person);
  const standIn = members.find(({ id }) => id === substitute);
  if (away === undefined) return { field: 'person', message: 'expected a member of a team' };
  if (standIn === undefined) return { field: 'substitute', message: 'expected a member of a team' };
  if (person === substitute) return { field: 'substitute', message: 'expected somebody else' };
  if (from > to) return { field: 'to', message: 'expected from before to' };
  if (away.skills.length > 0 && !away.skills.some((skill) => standIn.skills.includes(skill)))
    return { field: 'substitute', message: `expected one of the skills ${away.skills.join(', ')}` };
  const meanwhile = others.filter((other) => other.from <= to && from <= other.to);
  if (meanwhile.some((other) => other.person === person))
    return { field: 'person', message: 'is away in that time already' };
  if (meanwhile.some((other) => other.person === substitute))
    return { field: 'substitute', message: 'is away themselves in that time' };
  if (meanwhile.some((other) => other.substitute === person))
    return { field: 'person', message: 'stands in for somebody in that time' };
  return null;
}
