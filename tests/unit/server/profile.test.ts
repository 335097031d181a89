import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../server/desk/profile.ts';
import { loadProfile, ProfileError, parseProfile } from '../../../server/profile/load.ts';

const GOOD = `
id: test
name: 测试服务台
sites:
  - { id: main, name: 大院, buildings: [1号楼] }
departments: [财务科, { name: 人事科, aliases: [人事处], site: main }]
calendars:
  desk:
    windows: { mon: [["08:30", "12:00"]] }
    holidays: cn
defaultCalendar: desk
teams:
  - { id: a, name: 甲组, lead: li, members: [{ id: li, name: 李明 }] }
defaultTeam: a
sla:
  - { when: { urgency: critical }, respondWithin: PT10M, resolveWithin: PT4H }
  - { respondWithin: PT1H, resolveWithin: P1DT30M }
rooms: [{ id: "302", name: 302会议室, floor: "3" }]
systems: [{ name: OA, aliases: [办公系统] }]
`;

function faultsOf(text: string): string[] {
  try {
    parseProfile(text, 'desk.yaml');
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return error.faults;
    throw error;
  }
}

describe('a profile', () => {
  const profile = parseProfile(GOOD, 'desk.yaml');

  it('has defaults for what it leaves out', () => {
    expect(profile).toMatchObject({
      zone: 'Asia/Shanghai',
      languages: ['zh', 'en'],
      dispatchGroups: [{ channel: 'web', chat: 'dispatch', kind: 'group' }],
      priorities: { critical: 1, high: 2, normal: 3, low: 4 },
      vendors: [],
      vips: [],
    });
    expect(profile.sites[0]).toMatchObject({ inside: true, aliases: [] });
  });

  it('has its times in milliseconds', () => {
    expect(profile.sla[1]).toMatchObject({
      respondWithin: 3_600_000,
      resolveWithin: 88_200_000,
      onSiteWithin: null,
    });
  });

  it('makes its own words understood', () => {
    expect(profile.lexicon).toEqual({
      systems: [{ name: 'OA', aliases: ['办公系统'], category: 'business' }],
      departments: ['财务科', '人事科', '人事处'],
      rooms: [{ name: '302会议室', floor: '3' }],
      buildings: ['大院', '1号楼'],
      people: ['李明'],
    });
  });

  it('takes a zone in the place of its own', () => {
    expect(parseProfile(GOOD, 'desk.yaml', 'Asia/Urumqi').zone).toBe('Asia/Urumqi');
  });
});

describe('a fault in a profile names the file, the place, what was found and what was expected', () => {
  it.each([
    ['name: 测试服务台', 'name: [', /^desk\.yaml: .* at line 4/],
    ['id: test', 'id: "a b"', /^desk\.yaml: id: found "a b", expected a short name/],
    [
      'urgency: critical',
      'urgency: urgent',
      /^desk\.yaml: sla\[0\]\.when\.urgency: found "urgent", .*critical/,
    ],
    [
      'resolveWithin: PT4H',
      'resolveWithin: 4h',
      /^desk\.yaml: sla\[0\]\.resolveWithin: found "4h", expected an ISO 8601/,
    ],
    [
      'resolveWithin: PT4H',
      'resolveWithin: P1M',
      /^desk\.yaml: sla\[0\]\.resolveWithin: found "P1M", expected/,
    ],
    [
      '"08:30", "12:00"',
      '"12:00", "08:30"',
      /calendars\.desk\.windows.* found \[\["12:00","08:30"\]\], .*open before they close/,
    ],
    ['"08:30", "12:00"', '"8.30", "12:00"', /calendars\.desk\.windows.* found "8.30", .*HH:MM/],
    ['{ mon: [["08:30", "12:00"]] }', '{ mon: [] }', /calendars\.desk\.windows.*at least one window/],
    ['{ mon: [["08:30", "12:00"]] }', '24x7', /calendars\.desk\.windows: found "24x7", .*7x24/],
    ['holidays: cn', 'holidays: [2026-02-30]', /calendars\.desk\.holidays.*found .*2026-02-30.*date/],
    [
      'defaultCalendar: desk',
      'defaultCalendar: other',
      /defaultCalendar: found "other", expected one of calendars: desk$/,
    ],
    ['defaultTeam: a', 'defaultTeam: b', /defaultTeam: found "b", expected one of teams: a$/],
    ['lead: li', 'lead: wang', /teams\[0\]\.lead: found "wang", expected a member of a: li$/],
    ['site: main', 'site: annex', /departments\[1\]\.site: found "annex", expected one of sites: main$/],
    ['rooms:', 'colour: red\nrooms:', /^desk\.yaml: colour: found "red", expected no such name here$/],
    ['rooms: [', 'rooms: [{ id: "302", name: 又一间 }, ', /rooms\[1\]: found "302" twice$/],
    ['  - { respondWithin: PT1H, resolveWithin: P1DT30M }\n', '', /sla\[0\]: .*last rule/],
  ])('%s → %s', (from, to, fault) => {
    expect(GOOD).toContain(from);
    const faults = faultsOf(GOOD.replace(from, to));
    expect(faults[0]).toMatch(fault);
    expect(faults.join('')).not.toContain('\n');
  });

  it('reports all of them', () => {
    expect(faultsOf(GOOD.replace('id: test', 'id: ""').replace('PT10M', 'soon'))).toHaveLength(2);
  });

  it('names a profile that is not there', () => {
    expect(() => loadProfile('nowhere')).toThrow(/^PROFILE is "nowhere"; expected a name under profiles\//);
    expect(() => loadProfile('./no/such.yaml')).toThrow(/^PROFILE is ".\/no\/such.yaml"/);
  });
});

describe('the profiles that are shipped', () => {
  const names = readdirSync(new URL('../../../profiles', import.meta.url))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace('.yaml', ''));

  it('are the default and the five desks', () => {
    expect(names.sort()).toEqual(['chaoyangmen', 'chengguan', 'default', 'fujian', 'leshan', 'pengjiang']);
  });

  it.each(names)('%s is sound and called by its name', (name) => {
    expect(loadProfile(name).id).toBe(name);
  });

  function windowsOf(profile: Profile, calendar = profile.defaultCalendar) {
    const windows = profile.calendars[calendar]?.windows;
    return typeof windows === 'object' ? windows.wed : windows;
  }

  it.each(names)(
    '%s has rooms with stock, and of the five desks hours, layouts and approvers too',
    (name) => {
      const { rooms, stock } = loadProfile(name);
      expect(rooms.length).toBeGreaterThan(3);
      expect(Object.keys(stock ?? {}).length).toBeGreaterThan(5);
      if (name === 'default') return;
      expect(rooms.some(({ open }) => open !== undefined)).toBe(true);
      expect(rooms.some(({ layouts }) => Object.keys(layouts).length > 0)).toBe(true);
      expect(rooms.some(({ approver }) => approver !== undefined)).toBe(true);
    },
  );

  it('keep the hours of their desks', () => {
    const halfPast = [
      ['08:30', '12:00'],
      ['14:30', '17:30'],
    ];
    expect(windowsOf(loadProfile('default'))).toEqual(halfPast);
    expect(windowsOf(loadProfile('pengjiang'))).toEqual(halfPast);
    expect(windowsOf(loadProfile('chaoyangmen'))).toEqual([
      ['08:30', '12:00'],
      ['13:00', '17:30'],
    ]);
    expect(windowsOf(loadProfile('leshan'))).toEqual([['09:00', '18:00']]);
    expect(windowsOf(loadProfile('leshan'), 'phone')).toBe('7x24');
    expect(windowsOf(loadProfile('chengguan'))).toBe('7x24');
    expect(windowsOf(loadProfile('fujian'))).toBe('7x24');
  });

  it('know their modules, platforms and crews', () => {
    expect(loadProfile('chengguan').systems.length).toBeGreaterThanOrEqual(12);
    expect(loadProfile('chengguan').teams.flatMap((team) => team.members)).toHaveLength(6);
    expect(loadProfile('fujian').systems.length).toBeGreaterThanOrEqual(13);
    expect(loadProfile('fujian').teams.flatMap((team) => team.members)).toHaveLength(3);
    expect(loadProfile('chaoyangmen').teams.find(({ id }) => id === 'key-users')?.members).toHaveLength(2);
    expect(loadProfile('leshan').departments.filter((unit) => 'site' in unit)).toHaveLength(5);
  });
});
