/** To whom a new ticket goes, by the profile's routing rules. Pure. */
import type { Category, Location, TicketKind, Urgency } from '../../bot/types.ts';
import { inAssurance } from './assurance.ts';
import { type Facts, fits } from './condition.ts';
import { departmentNamed } from './departments.ts';
import type { Profile, Site } from './profile.ts';
import { siteOf } from './site.ts';
import { minuteAt } from './zone-days.ts';

/** What decides where a ticket goes; what is not known is left out or null. */
export interface RoutingCase {
  category: Category;
  kind: TicketKind;
  urgency?: Urgency | null | undefined;
  /** A site's id; without it the location, then the department, tells the site. */
  site?: string | null | undefined;
  location?: Location | null | undefined;
  department?: string | null | undefined;
  vip?: boolean | undefined;
  /** As the person named it. */
  system?: string | null | undefined;
  /** Epoch milliseconds; without it neither the time of day nor a period of assurance is looked at. */
  at?: number | undefined;
  major?: boolean | undefined;
}

/** The team that answers for the ticket, and the vendor that does the work where one does. */
export interface Route {
  team: string;
  teamName: string;
  vendor: { id: string; name: string } | null;
  /** The id of the member who gets it by name, where the rule says so. */
  person: string | null;
  /** Id of the site, where it is known. */
  site: string | null;
}

/** The first rule that fits; without one, and where a rule names a vendor alone, the default team answers. */
export function routeTicket(profile: Profile, ticket: RoutingCase): Route {
  const site = siteOfCase(profile, ticket);
  const facts = factsOf(profile, ticket, site);
  const rule = profile.routing.find((candidate) => fits(candidate.when, facts));
  const team = profile.teams.find(({ id }) => id === (rule?.team ?? profile.defaultTeam));
  if (team === undefined) throw new Error(`profile ${profile.id} has no team ${profile.defaultTeam}`);
  const vendor = profile.vendors.find(({ id }) => id === rule?.vendor);
  return {
    team: team.id,
    teamName: team.name,
    vendor: vendor ? { id: vendor.id, name: vendor.name } : null,
    person: rule?.person ?? null,
    site: site?.id ?? null,
  };
}

/** The site named by id, else told by the building, the words of the place, or the department, in this order. */
export function siteOfCase(profile: Profile, { site, location, department }: RoutingCase): Site | null {
  return (
    siteOf(profile, site) ??
    siteOf(profile, location?.building) ??
    siteOf(profile, location?.text) ??
    siteOf(profile, department)
  );
}

/** The name under which the profile knows a system, by its name or an alias, whatever the case of its letters. */
export function systemNamed(profile: Profile, said: string | null | undefined): string | null {
  const wanted = said?.trim().toLowerCase();
  if (!wanted) return null;
  const system = profile.systems.find(({ name, aliases }) =>
    [name, ...aliases].some((candidate) => candidate.toLowerCase() === wanted),
  );
  return system?.name ?? null;
}

function factsOf(profile: Profile, ticket: RoutingCase, site: Site | null): Facts {
  return {
    kind: ticket.kind,
    category: ticket.category,
    urgency: ticket.urgency ?? null,
    vip: ticket.vip ?? false,
    disaster: ticket.major ?? false,
    site: site?.id ?? null,
    inside: site?.inside ?? null,
    system: systemNamed(profile, ticket.system),
    department: departmentNamed(profile, ticket.department),
    minute: ticket.at === undefined ? null : minuteAt(profile.zone, ticket.at),
    assurance: ticket.at === undefined ? false : inAssurance(profile, ticket.at),
  };
}
