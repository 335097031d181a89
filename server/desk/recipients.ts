/** Where a rung of the ladder is told, and to whom by name. Pure. */
import type { Address } from '../../bot/types.ts';
import type { Profile } from './profile.ts';
import type { Role } from './profile-service-level.ts';
import type { TicketState } from './ticket-state.ts';

/** `names`: who is spoken to there. A chat of their own needs no names. */
export interface Recipient {
  address: Address;
  names: string[];
}

interface Person {
  name: string;
  reach?: Address | undefined;
}

/**
 * Each role's people in their own chats where the profile says how to reach them, the others by name in the team's groups;
 * a team without groups has the dispatch groups. A role that nobody fills falls to the team's lead: never to nobody.
 */
export function recipientsOf(
  profile: Profile,
  groups: readonly Address[],
  ticket: Pick<TicketState, 'team' | 'assignee' | 'vendor'>,
  notify: readonly Role[],
): Recipient[] {
  const team =
    profile.teams.find(({ name }) => name === ticket.team) ??
    profile.teams.find(({ id }) => id === profile.defaultTeam);
  const teamGroups = team && team.groups.length > 0 ? team.groups : groups;
  const lead = team?.members.find(({ id }) => id === team.lead);
  const people = notify.flatMap((role): Person[] => peopleOf(profile, ticket, role, lead));
  const told = people.filter(({ reach }) => reach !== undefined);
  const named = people.filter(({ reach }) => reach === undefined).map(({ name }) => name);
  const inGroups = named.length > 0 || people.length === 0 || notify.includes('team');
  const shared = [...(inGroups ? teamGroups : []), ...(notify.includes('dispatcher') ? groups : [])];
  return [
    ...told.flatMap(({ reach }) => (reach ? [{ address: reach, names: [] }] : [])),
    ...unique(shared).map((address) => ({ address, names: [...new Set(named)] })),
  ];
}

function peopleOf(
  profile: Profile,
  ticket: Pick<TicketState, 'assignee' | 'vendor'>,
  role: Role,
  lead: Person | undefined,
): Person[] {
  const orLead = (person: Person | undefined) => (person ? [person] : lead ? [lead] : []);
  switch (role) {
    case 'assignee': {
      if (ticket.assignee === null) return [];
      const members = profile.teams.flatMap((team) => team.members);
      return [members.find(({ name }) => name === ticket.assignee) ?? { name: ticket.assignee }];
    }
    case 'lead':
      return orLead(undefined);
    case 'manager':
    case 'unit_lead':
      return orLead(profile.contacts[role]);
    case 'vendor': {
      const vendor = profile.vendors.find(({ name }) => name === ticket.vendor);
      return vendor ? [{ name: `${vendor.name} ${vendor.contact}`, reach: vendor.reach }] : [];
    }
    case 'team':
    case 'dispatcher':
      return [];
  }
}

function unique(addresses: readonly Address[]): Address[] {
  const seen = new Map(addresses.map((address) => [JSON.stringify(address), address]));
  return [...seen.values()];
}
