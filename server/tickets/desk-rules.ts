/** Brings a profile's targets, routing and names together for a ticket's changes. */
import { namesOf } from '../desk/desk-rules.ts';
import type { Profile } from '../desk/profile.ts';
import type { DeskRules } from '../desk/ticket-changes.ts';

export function rulesOf(profile: Profile): DeskRules {
  return { ...namesOf(profile), targets: () => ({ respondBy: null, resolveBy: null }) };
}

export function isKeyUser(profile: Profile, who: { id: string; name?: string | undefined }): boolean {
  return profile.vips.some((vip) => vip.id === who.id || (vip.name !== undefined && vip.name === who.name));
}

export function routeOf(profile: Profile, _ticket: unknown): { team: string | null; vendor: string | null } {
  return { team: profile.teams.find(({ id }) => id === profile.defaultTeam)?.name ?? null, vendor: null };
}
