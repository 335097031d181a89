/** When a ticket must be answered, visited and resolved, by the profile's rules. Pure. */
import type { PublicHolidays } from '../../bot/holidays.ts';
import type { Category, TicketKind, Urgency } from '../../bot/types.ts';
import { inAssurance } from './assurance.ts';
import { type Calendar, createCalendar, type Pause } from './calendar.ts';
import { type Facts, fits } from './condition.ts';
import { departmentNamed } from './departments.ts';
import type { Profile } from './profile.ts';
import type { SlaRule } from './profile-service-level.ts';
import { siteOf } from './site.ts';
import { minuteAt } from './zone-days.ts';

/** What decides a ticket's targets. `site` is an id, or the words that say where (siteOf in site.ts). */
export interface SlaCase {
  /** Epoch milliseconds. */
  openedAt: number;
  kind: TicketKind;
  category: Category;
  urgency: Urgency;
  vip?: boolean | undefined;
  site?: string | null | undefined;
  system?: string | null | undefined;
  /** The requester's. */
  department?: string | null | undefined;
  /** A disaster by the desk's contract. */
  disaster?: boolean | undefined;
  /** Every target stands still in a pause. */
  pauses?: readonly Pause[] | undefined;
}

/** Moments in epoch milliseconds; null: the profile has no such target for this case. */
export interface SlaTargets {
  respondBy: number;
  onSiteBy: number | null;
  resolveBy: number | null;
  fallbackPlanBy: number | null;
  /** Id of the calendar they were counted on. */
  calendar: string;
  /** A year of the span has no published holiday schedule. */
  warning: string | null;
}

/** The calendars of a profile by id. */
export type Calendars = ReadonlyMap<string, Calendar>;

export function createCalendars(profile: Profile, holidays: PublicHolidays): Calendars {
  return new Map(
    Object.entries(profile.calendars).map(([id, definition]) => [
      id,
      createCalendar(definition, holidays, profile.zone),
    ]),
  );
}

/** The targets by the profile's first rule that fits, on that rule's calendar. */
export function targetsFor(profile: Profile, calendars: Calendars, opened: SlaCase): SlaTargets {
  const rule = ruleFor(profile, opened);
  const id = rule.calendar ?? profile.defaultCalendar;
  const calendar = calendars.get(id);
  if (calendar === undefined) throw new Error(`calendar ${id} is not among those given`);
  return countTargets(rule, { id, calendar }, opened);
}

/** The first rule of the profile that fits; the last one always does. */
export function ruleFor(profile: Profile, opened: SlaCase): SlaRule {
  const facts = factsOf(profile, opened);
  const rule = profile.sla.find((candidate) => fits(candidate.when, facts));
  if (rule === undefined) throw new Error(`profile ${profile.id} has no SLA rule for this case`);
  return rule;
}

/** Counts a rule's times on a calendar from the opening. */
export function countTargets(
  rule: SlaRule,
  on: { id: string; calendar: Calendar },
  { openedAt, kind, pauses = [] }: SlaCase,
): SlaTargets {
  const due = (within: number | null) =>
    within === null ? null : on.calendar.addWorking(openedAt, within, pauses);
  const respondBy = on.calendar.addWorking(openedAt, rule.respondWithin, pauses);
  const others = {
    onSiteBy: due(rule.onSiteWithin),
    resolveBy: due(rule.resolveWithin),
    fallbackPlanBy: kind === 'fault' ? due(rule.fallbackPlanAfter) : null,
  };
  const last = Math.max(respondBy, ...Object.values(others).filter((target) => target !== null));
  return { respondBy, ...others, calendar: on.id, warning: on.calendar.warningFor(openedAt, last) };
}

/** What the rules of targets and of the ladder ask about. */
export function factsOf(profile: Profile, opened: SlaCase): Facts {
  const site = siteOf(profile, opened.site);
  return {
    kind: opened.kind,
    category: opened.category,
    urgency: opened.urgency,
    vip: opened.vip ?? false,
    disaster: opened.disaster ?? false,
    site: site?.id ?? null,
    inside: site?.inside ?? null,
    system: opened.system ?? null,
    department: departmentNamed(profile, opened.department),
    minute: minuteAt(profile.zone, opened.openedAt),
    assurance: inAssurance(profile, opened.openedAt),
  };
}
