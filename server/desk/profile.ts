/**
 * What one desk is, as data: where it works and when, who does what, how fast, and the words that belong to it.
 * Written as YAML (docs/profiles.md); loading is in server/profile/.
 */
import { z } from 'zod';
import { Category, Equipment, Layout, type Lexicon } from '../../bot/types.ts';
import { CalendarDefinition } from './calendar-definition.ts';
import { Condition, Duration, Group, Id, Name, Phone, Reach } from './profile-basics.ts';
import { Assurance, Leave, Roster } from './profile-roster.ts';
import { QuietHours, Rung, SlaRule, StopsClock, Storms } from './profile-service-level.ts';
import type { PlannedTurns } from './roster-plan.ts';
import { isZone } from './zone-days.ts';

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

/** Somebody above the crew, or of the client. */
const Contact = z.strictObject({ name: Name, phone: Phone.optional(), reach: Reach.optional() });
export type Contact = z.infer<typeof Contact>;

const Department = z.union([
  Name.transform((name) => ({ name, aliases: [] as string[] })),
  z.strictObject({
    name: Name,
    aliases: z.array(Name).default([]),
    site: Id.optional(),
    /** Who lets equipment of the department leave the building. */
    approver: Contact.optional(),
  }),
]);

const Member = z.strictObject({
  id: Id,
  name: Name,
  phone: Phone.optional(),
  /** Where they are told what is theirs alone; without it, in the groups, by name. */
  reach: Reach.optional(),
  skills: z.array(Category).default([]),
});

const Team = z.strictObject({
  id: Id,
  name: Name,
  lead: Id,
  members: z.array(Member).min(1),
  /** The team's own groups, where it has some besides the dispatch groups. */
  groups: z.array(Group).default([]),
  calendar: Id.optional(),
});

const Vendor = z.strictObject({
  id: Id,
  name: Name,
  contact: Name,
  phone: Phone,
  reach: Reach.optional(),
  contract: Name.optional(),
  /** Its own clock, counted on its own calendar from the hand-over: until it has answered, until it is done. */
  respondWithin: Duration.optional(),
  resolveWithin: Duration.optional(),
  /** So often, in its own working time, it is chased (督办) about what it has not done. */
  chaseEvery: Duration.optional(),
  calendar: Id.optional(),
});

const Route = z
  .strictObject({
    when: Condition.default({}),
    team: Id.optional(),
    /** A member of the team who gets it by name. */
    person: Id.optional(),
    vendor: Id.optional(),
  })
  .refine((route) => route.team !== undefined || route.vendor !== undefined, 'expected team, vendor or both')
  .refine(({ team, person }) => person === undefined || team !== undefined, {
    error: 'expected the team of the person beside it',
    path: ['person'],
  });

const Room = z.strictObject({
  id: Id,
  name: Name,
  floor: z.string().optional(),
  building: Name.optional(),
  capacity: z.int().min(1).optional(),
  /** How many it holds in a layout, where that differs from `capacity`. */
  layouts: z.partialRecord(Layout, z.int().min(1)).default({}),
  /** Built in: it needs none of the stock. */
  equipment: z.array(Equipment).default([]),
  /** The calendar of its opening hours; without one it is always open. */
  open: Id.optional(),
  /** Departments that may book it; without them everybody may. */
  bookableBy: z.array(Name).min(1).optional(),
  /** Whose agreement a booking needs: it stays requested until they have agreed. A name alone is asked through the dispatch groups. */
  approver: z.union([Name.transform((name): Contact => ({ name })), Contact]).optional(),
  /** Nobody else has the room for so long before and after a meeting. */
  prepare: Duration.default(0),
  clear: Duration.default(0),
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
    /** The member of a team who looks after them by name. */
    engineer: Id.optional(),
  })
  .refine((user) => user.id !== undefined || user.name !== undefined, 'expected id or name');

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
  /** Files with the public holidays of years that are not published yet, beside the profile. */
  holidayYears: z.array(z.string().min(1)).default([]),
  teams: z.array(Team).min(1),
  defaultTeam: Id,
  vendors: z.array(Vendor).default([]),
  routing: z.array(Route).default([]),
  roster: Roster.optional(),
  leave: z.array(Leave).default([]),
  assurance: z.array(Assurance).default([]),
  vips: z.array(KeyUser).default([]),
  /** 1 is worked first. */
  priorities: z
    .strictObject({ critical: Priority(), high: Priority(), normal: Priority(), low: Priority() })
    .default({ critical: 1, high: 2, normal: 3, low: 4 }),
  sla: z.array(SlaRule).min(1),
  stopsClock: StopsClock,
  escalation: z.array(Rung).default([]),
  quietHours: QuietHours.optional(),
  storms: Storms.default({ window: 3_600_000, propose: 3, link: 10 }),
  /** The service manager, and the client's lead: for rungs that name them. */
  contacts: z.strictObject({ manager: Contact.optional(), unit_lead: Contact.optional() }).default({}),
  dispatchGroups: z.array(Group).default([{ channel: 'web', chat: 'dispatch', kind: 'group' }]),
  rooms: z.array(Room).default([]),
  /** How many of each movable thing there are for all rooms together; without it nothing is counted. */
  stock: z.partialRecord(Equipment, z.int().min(0)).optional(),
  /** How many meetings that somebody has to watch (video, recording, livestream) the crews can have at once. */
  crewAtOnce: z.int().min(1).max(1000).optional(),
  systems: z.array(System).default([]),
});

function Priority() {
  return z.int().min(1).max(9);
}

export type ProfileData = z.infer<typeof ProfileSchema>;
export type Team = ProfileData['teams'][number];
export type Vendor = ProfileData['vendors'][number];
export type Site = ProfileData['sites'][number];
export type Room = ProfileData['rooms'][number];
/** A checked profile: every id that one part names stands in the other. */
export type Profile = ProfileData & {
  lexicon: Lexicon;
  /** What was laid down for single days of the roster (withPlan in roster-plan.ts). */
  planned?: PlannedTurns;
};

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
