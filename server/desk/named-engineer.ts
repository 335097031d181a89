/** The engineer who looks after somebody by name: a key user's own, or the one whom a rule of routing names. Pure. */
import type { Profile } from './profile.ts';
import { standInFor } from './roster.ts';
import type { Requester } from './ticket-record.ts';

export interface Engineer {
  name: string;
  /** The name of their team. */
  team: string;
}

/** The key user as the profile lists them: by their id, or by name and, where it says so, department. */
export function keyUserOf(
  { vips }: Pick<Profile, 'vips'>,
  who: Omit<Requester, 'vip'>,
): Profile['vips'][number] | undefined {
  return vips.find(({ id, name, department }) =>
    id === undefined
      ? name === who.name && (department === undefined || department === who.department)
      : id === who.id,
  );
}

/** A key user's own engineer, or whoever stands in while they are away; null where the profile names none. */
export function engineerOf(profile: Profile, who: Omit<Requester, 'vip'>, at: number): Engineer | null {
  const person = keyUserOf(profile, who)?.engineer;
  return person === undefined ? null : presentEngineer(profile, person, at);
}

/** `person` is a member's id; `at` in epoch milliseconds. */
export function presentEngineer(profile: Profile, person: string, at: number): Engineer | null {
  const present = standInFor(profile, person, at);
  const team = profile.teams.find(({ members }) => members.some(({ id }) => id === present));
  const member = team?.members.find(({ id }) => id === present);
  return team && member ? { name: member.name, team: team.name } : null;
}
