/** Who should take a ticket: able, there, near, with the least in hand. Pure. */
import type { Category } from '../../bot/types.ts';
import type { Profile } from './profile.ts';
import { onDuty } from './roster.ts';
import { createZoneDays, dateOfDay } from './zone-days.ts';

/** What an engineer has in hand; `buildings` are those of it. */
export interface Load {
  name: string;
  count: number;
  buildings: readonly string[];
}

export interface SuggestCase {
  /** The team's name. */
  team: string | null;
  category: Category;
  building: string | null;
  /** Epoch milliseconds. */
  at: number;
  /** Whether the team is at work at that moment; otherwise its person on duty is meant. */
  atWork: boolean;
}

/** So much less in hand outweighs being in the building already. */
const NEAR_IS_WORTH = 1;

/** The name, or null where the team is not known or nobody of it is there. */
export function suggestAssignee(profile: Profile, of: SuggestCase, loads: readonly Load[]): string | null {
  const team = profile.teams.find(({ name }) => name === of.team);
  if (team === undefined) return null;
  if (!of.atWork) return onDuty(profile, team.id, of.at)?.name ?? null;
  const date = dateOfDay(createZoneDays(profile.zone).dayOf(of.at));
  const away = new Set(
    profile.leave.filter(({ from, to }) => from <= date && date <= to).map(({ person }) => person),
  );
  const there = team.members.filter(({ id }) => !away.has(id));
  const able = there.filter(({ skills }) => skills.includes(of.category));
  const ranked = (able.length > 0 ? able : there).map(({ name }) => ({ name, weight: weightOf(name) }));
  return ranked.sort((a, b) => a.weight - b.weight)[0]?.name ?? null;

  function weightOf(name: string): number {
    const load = loads.find((one) => one.name === name);
    const near = of.building !== null && load?.buildings.includes(of.building) === true;
    return (load?.count ?? 0) - (near ? NEAR_IS_WORTH : 0);
  }
}
