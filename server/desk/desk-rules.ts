/** What a ticket's changes ask of one profile. */
import type { Profile } from './profile.ts';
import type { DeskRules } from './ticket-changes.ts';

type Rules = Omit<DeskRules, 'targets'>;

/** Teams and engineers by id or name; priorities by urgency. */
export function namesOf(profile: Profile): Rules {
  return {
    priority: (urgency) => profile.priorities[urgency],
    teamName: (idOrName) => teamOf(profile, idOrName)?.name ?? idOrName.trim(),
    person(idOrName) {
      const wanted = idOrName.trim();
      for (const team of profile.teams) {
        const member = team.members.find(({ id, name }) => id === wanted || name === wanted);
        if (member !== undefined) return { name: member.name, team: team.name };
      }
      return { name: wanted, team: null };
    },
  };
}

function teamOf(profile: Profile, idOrName: string) {
  const wanted = idOrName.trim();
  return profile.teams.find(({ id, name }) => id === wanted || name === wanted);
}
