/** What a ticket's changes ask of one profile: targets, routing, names, key users. */
import { routeTicket, siteOfCase, systemNamed } from './assignment.ts';
import type { Profile } from './profile.ts';
import { type Calendars, targetsFor } from './sla.ts';
import type { DeskRules } from './ticket-effects.ts';
import type { Requester } from './ticket-record.ts';
import type { TicketState } from './ticket-state.ts';

/** `calendars` are the profile's own (createCalendars in sla.ts). */
export function deskRules(profile: Profile, calendars: Calendars): DeskRules {
  return {
    priority: (urgency) => profile.priorities[urgency],
    teamName: (idOrName) => named(profile.teams, idOrName)?.name ?? idOrName.trim(),
    person(idOrName) {
      for (const team of profile.teams) {
        const member = named(team.members, idOrName);
        if (member !== undefined) return { name: member.name, team: team.name };
      }
      return { name: idOrName.trim(), team: null };
    },
    targets({ kind, category, urgency, requester, location, system, openedAt, pauses }) {
      const site = siteOfCase(profile, { kind, category, location, department: requester.department });
      return targetsFor(profile, calendars, {
        openedAt,
        kind,
        category,
        urgency,
        vip: requester.vip,
        site: site?.id,
        system: systemNamed(profile, system),
        pauses: pauses.filter((pause) => pause.to > openedAt),
      });
    },
  };
}

function named<T extends { id: string; name: string }>(among: readonly T[], idOrName: string): T | undefined {
  const wanted = idOrName.trim();
  return among.find(({ id, name }) => id === wanted || name === wanted);
}

/** The names of the team that answers for a ticket, and of the vendor that does the work where one does. */
export function routeOf(profile: Profile, ticket: TicketState): { team: string; vendor: string | null } {
  const { kind, category, urgency, location, system, requester } = ticket;
  const { department, vip } = requester;
  const route = routeTicket(profile, { kind, category, urgency, location, system, department, vip });
  return { team: route.teamName, vendor: route.vendor?.name ?? null };
}

/** Whether the profile lists them: by their id, or by name and, where it says so, department. */
export function isKeyUser(profile: Profile, who: Omit<Requester, 'vip'>): boolean {
  return profile.vips.some(({ id, name, department }) =>
    id === undefined
      ? name === who.name && (department === undefined || department === who.department)
      : id === who.id,
  );
}
