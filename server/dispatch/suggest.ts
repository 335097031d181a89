/** Whom a card suggests for a ticket that nobody has taken. */

import { engineerOf } from '../desk/named-engineer.ts';
import type { Profile } from '../desk/profile.ts';
import type { Calendars } from '../desk/sla.ts';
import { suggestAssignee } from '../desk/suggest.ts';
import type { Ticket } from '../desk/ticket-record.ts';
import type { Trx } from '../store/database.ts';
import { loadsOf } from '../store/loads.ts';

/** `current` gives the profile as its roster stands; `calendars` are its own (createCalendars in sla.ts). */
export function createSuggest(current: () => Profile, calendars: Calendars, now: () => number) {
  return async (trx: Trx, ticket: Ticket): Promise<string | null> => {
    const profile = current();
    const at = now();
    const engineer = engineerOf(profile, ticket.requester, at);
    if (engineer && engineer.team === ticket.team) return engineer.name;
    const team = profile.teams.find(({ name }) => name === ticket.team);
    if (team === undefined || team.members.length < 2) return null;
    const atWork = calendars.get(team.calendar ?? profile.defaultCalendar)?.isOpen(at) ?? true;
    const loads = await loadsOf(
      trx,
      team.members.map(({ name }) => name),
    );
    const building = ticket.location?.building ?? null;
    return suggestAssignee(
      profile,
      { team: ticket.team, category: ticket.category, building, at, atWork },
      loads,
    );
  };
}
