/** What a ticket's changes ask of one profile: targets, routing, names, key users. */
import { routeTicket, siteOfCase, systemNamed } from './assignment.ts';
import type { Calendar } from './calendar.ts';
import { fits } from './condition.ts';
import type { Ladder } from './ladder.ts';
import { fromIso } from './moments.ts';
import { engineerOf, keyUserOf, presentEngineer } from './named-engineer.ts';
import type { Profile } from './profile.ts';
import { type Calendars, factsOf, ruleFor, type SlaCase, targetsFor } from './sla.ts';
import type { DeskRules, TargetCase } from './ticket-effects.ts';
import type { Requester } from './ticket-record.ts';
import type { TicketState } from './ticket-state.ts';
import { startVendorClock } from './vendor-clock.ts';

/** `calendars` are the profile's own (createCalendars in sla.ts). */
export function deskRules(profile: Profile, calendars: Calendars): DeskRules {
  return {
    priority: (urgency) => profile.priorities[urgency],
    teamName: (idOrName) => named(profile.teams, idOrName)?.name ?? idOrName.trim(),
    vendor(idOrName, at) {
      const vendor = named(profile.vendors, idOrName);
      if (vendor === undefined) return null;
      return {
        name: vendor.name,
        clock: startVendorClock(vendor, calendarOf(profile, calendars, vendor), at),
      };
    },
    person(idOrName) {
      for (const team of profile.teams) {
        const member = named(team.members, idOrName);
        if (member !== undefined) return { name: member.name, team: team.name };
      }
      return { name: idOrName.trim(), team: null };
    },
    targets: (of) => targetsFor(profile, calendars, slaCase(profile, of)),
    reportBy(of, resolvedAt) {
      const rule = ruleFor(profile, slaCase(profile, of));
      if (of.kind !== 'fault' || rule.reportWithin === null) return null;
      return calendarOf(profile, calendars, rule).addWorking(resolvedAt, rule.reportWithin);
    },
    ladder(ticket) {
      const opened = slaCase(profile, { ...ticket, openedAt: ticket.createdAt });
      const facts = factsOf(profile, opened);
      return {
        calendar: calendarOf(profile, calendars, ruleFor(profile, opened)),
        rungs: profile.escalation.filter((rung) => fits(rung.when, facts)),
        chase: chaseOf(profile, calendars, ticket.vendor),
      };
    },
    stopsClock: (reason) => profile.stopsClock.includes(reason),
    moment(text) {
      const at = fromIso(text, profile.zone);
      return text.includes('T') ? at : endOfDay(calendarOf(profile, calendars, {}), at);
    },
  };
}

function chaseOf(profile: Profile, calendars: Calendars, vendorName: string | null): Ladder['chase'] {
  const vendor = profile.vendors.find(({ name }) => name === vendorName);
  if (vendor?.chaseEvery === undefined) return null;
  return { every: vendor.chaseEvery, calendar: calendarOf(profile, calendars, vendor) };
}

function slaCase(profile: Profile, of: TargetCase): SlaCase {
  const { kind, category, urgency, requester, location, system, openedAt, pauses, major } = of;
  const site = siteOfCase(profile, { kind, category, location, department: requester.department });
  return {
    openedAt,
    kind,
    category,
    urgency,
    vip: requester.vip,
    site: site?.id,
    system: systemNamed(profile, system),
    department: requester.department,
    disaster: major,
    pauses: pauses.filter((pause) => pause.to > openedAt),
  };
}

function calendarOf(
  profile: Profile,
  calendars: Calendars,
  rule: { calendar?: string | undefined },
): Calendar {
  const id = rule.calendar ?? profile.defaultCalendar;
  const calendar = calendars.get(id);
  if (calendar === undefined) throw new Error(`profile ${profile.id} has no calendar ${id}`);
  return calendar;
}

const DAY_MS = 86_400_000;

/** When the desk closes on the day that begins at `from`; its midnight where it does not open. */
function endOfDay(calendar: Calendar, from: number): number {
  const open = calendar.workingBetween(from, from + DAY_MS);
  return open === 0 ? from + DAY_MS : calendar.addWorking(from, open);
}

function named<T extends { id: string; name: string }>(among: readonly T[], idOrName: string): T | undefined {
  const wanted = idOrName.trim();
  return among.find(({ id, name }) => id === wanted || name === wanted);
}

/** The names of the team that answers for a ticket, of the vendor that does the work and of the engineer who gets it, where one does. */
export function routeOf(
  profile: Profile,
  ticket: Omit<TicketState, 'number'>,
): { team: string; vendor: string | null; assignee: string | null } {
  const { kind, category, urgency, location, system, requester, major, createdAt } = ticket;
  const { department, vip } = requester;
  const facts = { kind, category, urgency, location, system, department, vip, major, at: createdAt };
  const route = routeTicket(profile, facts);
  const vendor = route.vendor?.name ?? null;
  const named = route.person === null ? null : presentEngineer(profile, route.person, createdAt);
  const engineer = vendor === null ? (engineerOf(profile, requester, createdAt) ?? named) : named;
  return { team: engineer?.team ?? route.teamName, vendor, assignee: engineer?.name ?? null };
}

/** Whether the profile lists them: by their id, or by name and, where it says so, department. */
export function isKeyUser(profile: Profile, who: Omit<Requester, 'vip'>): boolean {
  return keyUserOf(profile, who) !== undefined;
}
