/**
 * What one desk is, as data: where it works and when, who does what, how fast, and the words that belong to it.
 * Written as YAML (docs/profiles.md); loading is in server/profile/.
 */
import { z } from 'zod';
import { type Address, Category, Equipment, type Lexicon, TicketKind, Urgency } from '../../bot/types.ts';
import { CalendarDefinition } from './calendar-definition.ts';
import { GROUP_EXPECTED, readDispatchGroup } from './dispatch-group.ts';
import { durationMs } from './duration.ts';
import { isZone } from './zone-days.ts';

const Id = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u, 'expected a short name without blanks');
const Name = z.string().trim().min(1).max(100);
const Phone = z.string().regex(/^[\d+*#() -]{3,30}$/, 'expected a telephone number, in quotes');

/** Milliseconds, written as an ISO 8601 duration. */
export const Duration = z.string().transform((text, context) => {
  const ms = durationMs(text);
  if (ms !== null) return ms;
  context.addIssue({
    code: 'custom',
    message: 'expected an ISO 8601 duration in W, D, H, M or S, such as PT4H',
  });
  return z.NEVER;
});

function oneOrMore<T extends z.ZodType>(item: T) {
  return z.union([item.transform((value) => [value]), z.array(item).min(1)]);
}

/** All conditions that are given must hold; a list holds where one of it does. */
export const Condition = z.strictObject({
  category: oneOrMore(Category).optional(),
  urgency: oneOrMore(Urgency).optional(),
  kind: TicketKind.optional(),
  site: oneOrMore(Id).optional(),
  /** Whether the site is looked after by the desk's own crew. */
  inside: z.boolean().optional(),
  vip: z.boolean().optional(),
  disaster: z.boolean().optional(),
  system: oneOrMore(Name).optional(),
});
export type Condition = z.infer<typeof Condition>;

const Site = z.strictObject({
  id: Id,
  name: Name,
  address: z.string().optional(),
  aliases: z.array(Name).default([]),
  buildings: z.array(Name).default([]),
  /** Words for the units there; they tell the site and are no place by themselves. */
  units: z.array(Name).default([]),
  inside: z.boolean().default(true),
});

const Department = z.union([
  Name.transform((name) => ({ name, aliases: [] as string[] })),
  z.strictObject({ name: Name, aliases: z.array(Name).default([]), site: Id.optional() }),
]);

const Member = z.strictObject({
  id: Id,
  name: Name,
  phone: Phone.optional(),
  skills: z.array(Category).default([]),
});

const Team = z.strictObject({
  id: Id,
  name: Name,
  lead: Id,
  members: z.array(Member).min(1),
  calendar: Id.optional(),
});

const Vendor = z.strictObject({
  id: Id,
  name: Name,
  contact: Name,
  phone: Phone,
  calendar: Id.optional(),
});

const Route = z
  .strictObject({ when: Condition.default({}), team: Id.optional(), vendor: Id.optional() })
  .refine((route) => route.team !== undefined || route.vendor !== undefined, 'expected team, vendor or both');

/** Turns of a week each, from the Monday of `from` on, in the order of `duty`; they begin again at its end. */
const Roster = z.strictObject({
  from: z.iso.date('expected a date, YYYY-MM-DD'),
  duty: z.array(z.strictObject({ team: Id, person: Id, phone: Phone })).min(1),
});

/** Working time of `calendar` (default: the desk's), in milliseconds from the opening; null: no such target. */
const SlaRule = z.strictObject({
  when: Condition.default({}),
  respondWithin: Duration,
  onSiteWithin: Duration.nullable().default(null),
  resolveWithin: Duration.nullable(),
  fallbackPlanAfter: Duration.nullable().default(null),
  calendar: Id.optional(),
});
export type SlaRule = z.infer<typeof SlaRule>;

export const TARGETS = ['respond', 'onSite', 'resolve', 'fallbackPlan'] as const;

/** Reached when `percent` of a target's time is used up; 100 is the target itself. */
const Rung = z.strictObject({
  level: z.int().min(1).max(9),
  when: Condition.default({}),
  target: z.enum(TARGETS),
  percent: z.int().min(1).max(1000).default(100),
  notify: z.array(z.enum(['assignee', 'team', 'lead', 'dispatcher', 'vendor', 'unit_lead'])).min(1),
});

const Room = z.strictObject({
  id: Id,
  name: Name,
  floor: z.string().optional(),
  building: Name.optional(),
  capacity: z.int().min(1).optional(),
  equipment: z.array(Equipment).default([]),
});

const System = z.strictObject({
  name: Name,
  aliases: z.array(Name).default([]),
  category: Category.default('business'),
  /** The team or vendor that looks after it, told to who asks. */
  owner: Id.optional(),
  contact: z.string().optional(),
});

const KeyUser = z
  .strictObject({
    id: z.string().optional(),
    name: Name.optional(),
    department: Name.optional(),
    title: Name.optional(),
  })
  .refine((user) => user.id !== undefined || user.name !== undefined, 'expected id or name');

const Group = z.string().transform((text, context): Address => {
  const group = readDispatchGroup(text);
  if (group !== null) return group;
  context.addIssue({ code: 'custom', message: `expected ${GROUP_EXPECTED}` });
  return z.NEVER;
});

export const ProfileSchema = z.strictObject({
  id: Id,
  name: Name,
  zone: z.string().refine(isZone, 'expected an IANA zone such as Asia/Shanghai').default('Asia/Shanghai'),
  languages: z
    .array(z.enum(['zh', 'en']))
    .min(1)
    .default(['zh', 'en']),
  deskPhone: Phone.optional(),
  sites: z.array(Site).min(1),
  departments: z.array(Department).default([]),
  calendars: z.record(Id, CalendarDefinition),
  defaultCalendar: Id,
  teams: z.array(Team).min(1),
  defaultTeam: Id,
  vendors: z.array(Vendor).default([]),
  routing: z.array(Route).default([]),
  roster: Roster.optional(),
  vips: z.array(KeyUser).default([]),
  /** 1 is worked first. */
  priorities: z
    .strictObject({ critical: Priority(), high: Priority(), normal: Priority(), low: Priority() })
    .default({ critical: 1, high: 2, normal: 3, low: 4 }),
  sla: z.array(SlaRule).min(1),
  escalation: z.array(Rung).default([]),
  dispatchGroups: z.array(Group).default([{ channel: 'web', chat: 'dispatch', kind: 'group' }]),
  rooms: z.array(Room).default([]),
  systems: z.array(System).default([]),
});

function Priority() {
  return z.int().min(1).max(9);
}

export type ProfileData = z.infer<typeof ProfileSchema>;
export type Team = ProfileData['teams'][number];
export type Vendor = ProfileData['vendors'][number];
export type Site = ProfileData['sites'][number];
/** A checked profile: every id that one part names stands in the other. */
export type Profile = ProfileData & { lexicon: Lexicon };

/** The words that make the desk's own systems, places and people understood. */
export function lexiconOf(profile: ProfileData): Lexicon {
  const buildings = profile.sites.flatMap((site) => [site.name, ...site.aliases, ...site.buildings]);
  return {
    systems: profile.systems.map(({ name, aliases, category }) => ({ name, aliases, category })),
    departments: profile.departments.flatMap((department) => [department.name, ...department.aliases]),
    rooms: profile.rooms.map(({ name, floor, building }) => ({
      name,
      ...(floor === undefined ? {} : { floor }),
      ...(building === undefined ? {} : { building }),
    })),
    buildings: [...new Set(buildings)],
    people: profile.teams.flatMap((team) => team.members.map((member) => member.name)),
  };
}
