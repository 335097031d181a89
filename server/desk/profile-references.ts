/** What zod cannot see: an id that one part of a profile names must stand in another, once. */
import type { ProfileData } from './profile.ts';

export interface ReferenceFault {
  path: (string | number)[];
  message: string;
}

type Named = { path: (string | number)[]; id: string | undefined; among: ReadonlySet<string>; what: string };

/** One fault a missing or doubled id, with its path in the profile. */
export function checkReferences(profile: ProfileData): ReferenceFault[] {
  const missing = references(profile)
    .filter(({ id, among }) => id !== undefined && !among.has(id))
    .map(({ path, id, among, what }) => ({
      path,
      message: `found ${JSON.stringify(id)}, expected ${what}: ${[...among].join(', ') || 'none is defined'}`,
    }));
  return [...missing, ...doubled(profile)];
}

function references(profile: ProfileData): Named[] {
  const calendars = { among: new Set(Object.keys(profile.calendars)), what: 'one of calendars' };
  const teams = { among: new Set(profile.teams.map((team) => team.id)), what: 'one of teams' };
  const vendors = { among: new Set(profile.vendors.map((vendor) => vendor.id)), what: 'one of vendors' };
  const sites = { among: new Set(profile.sites.map((site) => site.id)), what: 'one of sites' };
  const systems = { among: new Set(profile.systems.map((system) => system.name)), what: 'one of systems' };
  const departments = {
    among: new Set(profile.departments.map(({ name }) => name)),
    what: 'one of departments',
  };
  const owners = { among: new Set([...teams.among, ...vendors.among]), what: 'one of teams or vendors' };
  const conditions = (['routing', 'sla', 'escalation'] as const).flatMap((part) =>
    profile[part].map((rule, index) => ({ path: [part, index, 'when'], when: rule.when })),
  );
  return [
    { path: ['defaultCalendar'], id: profile.defaultCalendar, ...calendars },
    { path: ['defaultTeam'], id: profile.defaultTeam, ...teams },
    ...profile.teams.flatMap((team, index): Named[] => [
      { path: ['teams', index, 'calendar'], id: team.calendar, ...calendars },
      { path: ['teams', index, 'lead'], id: team.lead, ...membersOf(team) },
    ]),
    ...profile.vendors.map((vendor, index) => ({
      path: ['vendors', index, 'calendar'],
      id: vendor.calendar,
      ...calendars,
    })),
    ...profile.routing.flatMap((route, index): Named[] => [
      { path: ['routing', index, 'team'], id: route.team, ...teams },
      { path: ['routing', index, 'vendor'], id: route.vendor, ...vendors },
      ...personOfRoute(profile, route, index),
    ]),
    ...profile.vips.map((user, index) => ({
      path: ['vips', index, 'engineer'],
      id: user.engineer,
      ...allMembers(profile),
    })),
    ...profile.sla.map((rule, index) => ({
      path: ['sla', index, 'calendar'],
      id: rule.calendar,
      ...calendars,
    })),
    ...profile.rooms.map((room, index) => ({
      path: ['rooms', index, 'open'],
      id: room.open,
      ...calendars,
    })),
    ...profile.departments.map((department, index) => ({
      path: ['departments', index, 'site'],
      id: 'site' in department ? department.site : undefined,
      ...sites,
    })),
    ...profile.systems.map((system, index) => ({
      path: ['systems', index, 'owner'],
      id: system.owner,
      ...owners,
    })),
    ...duties(profile).flatMap(({ duty, path }): Named[] => {
      const team = profile.teams.find((candidate) => candidate.id === duty.team);
      return [
        { path: [...path, 'team'], id: duty.team, ...teams },
        ...(team ? [{ path: [...path, 'person'], id: duty.person, ...membersOf(team) }] : []),
      ];
    }),
    ...conditions.flatMap(({ path, when }): Named[] => [
      ...(when.site ?? []).map((id) => ({ path: [...path, 'site'], id, ...sites })),
      ...(when.system ?? []).map((id) => ({ path: [...path, 'system'], id, ...systems })),
      ...(when.department ?? []).map((id) => ({ path: [...path, 'department'], id, ...departments })),
    ]),
  ];
}

/** Every turn of the roster and of the periods of assurance, with its path. */
export function duties(profile: ProfileData) {
  const regular = (profile.roster?.duty ?? []).map((duty, index) => ({
    duty,
    path: ['roster', 'duty', index],
  }));
  const assured = profile.assurance.flatMap((period, at) =>
    period.duty.map((duty, index) => ({ duty, path: ['assurance', at, 'duty', index] })),
  );
  return [...regular, ...assured];
}

function personOfRoute(profile: ProfileData, route: ProfileData['routing'][number], index: number): Named[] {
  const team = profile.teams.find(({ id }) => id === route.team);
  return team ? [{ path: ['routing', index, 'person'], id: route.person, ...membersOf(team) }] : [];
}

function allMembers({ teams }: ProfileData) {
  const ids = teams.flatMap(({ members }) => members.map(({ id }) => id));
  return { among: new Set(ids), what: 'a member of a team' };
}

function membersOf(team: ProfileData['teams'][number]) {
  return { among: new Set(team.members.map((member) => member.id)), what: `a member of ${team.id}` };
}

function doubled(profile: ProfileData): ReferenceFault[] {
  const lists: [string, string[]][] = [
    ['sites', profile.sites.map((site) => site.id)],
    ['teams', profile.teams.map((team) => team.id)],
    ['vendors', profile.vendors.map((vendor) => vendor.id)],
    ['rooms', profile.rooms.map((room) => room.id)],
    ['systems', profile.systems.map((system) => system.name)],
  ];
  return lists.flatMap(([part, ids]) =>
    ids.flatMap((id, index) =>
      ids.indexOf(id) === index
        ? []
        : [{ path: [part, index], message: `found ${JSON.stringify(id)} twice` }],
    ),
  );
}
