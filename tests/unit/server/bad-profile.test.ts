/** A profile that contradicts itself is refused at start: with the file, the path in it, and why. */
import { describe, expect, test } from 'vitest';
import { ProfileError, parseProfile } from '../../../server/profile/load.ts';

const GOOD = `
id: test
name: 服务台
sites: [{ id: main, name: 大院 }]
calendars:
  desk: { windows: { mon: [["08:30", "12:00"], ["14:30", "17:30"]] } }
defaultCalendar: desk
teams:
  - { id: a, name: 甲组, lead: li, members: [{ id: li, name: 李明, skills: [printing] }, { id: wu, name: 吴敏, skills: [printing] }] }
  - { id: b, name: 乙组, lead: zhao, members: [{ id: zhao, name: 赵军, skills: [network] }] }
defaultTeam: a
routing: [{ when: { category: network }, team: b }]
vips: [{ name: 张部长, engineer: li }]
roster:
  from: 2026-01-05
  shifts: [{ id: day, name: 白班, from: "08:00", to: "20:00" }, { id: night, name: 夜班, from: "20:00", to: "08:00" }]
  duty: [{ team: a, person: li, phone: "8001" }]
leave: [{ person: li, from: 2026-11-17, to: 2026-11-18, substitute: wu }]
assurance: [{ name: 国庆保障, from: 2026-10-01, to: 2026-10-08 }]
sla: [{ respondWithin: PT1H, resolveWithin: PT4H }]
escalation: [{ level: 1, target: resolve, percent: 100, notify: [lead] }]
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

test('the sound one is taken', () => {
  expect(faultsOf(GOOD)).toEqual([]);
});

describe('refused, with file, path and reason', () => {
  test.each([
    [
      'a category that nobody of its team can do',
      'category: network }, team: b',
      'category: network }, team: a',
      'desk.yaml: routing[0].team: found "a" for network, expected a team in which somebody has that skill',
    ],
    [
      'a category that comes to nobody who can do it',
      'sla: [{',
      'sla: [{ when: { category: email }, respondWithin: PT1H, resolveWithin: PT1H }, {',
      'desk.yaml: defaultTeam: found "a" for email, expected a rule for email, or a member who has that skill',
    ],
    [
      'a team that is not there',
      'category: network }, team: b',
      'category: network }, team: c',
      'desk.yaml: routing[0].team: found "c", expected one of teams: a, b',
    ],
    [
      'a ladder that names nobody',
      'notify: [lead]',
      'notify: []',
      /^desk\.yaml: escalation\[0\]\.notify: found \[\], .*1/,
    ],
    [
      'a ladder that names a manager who is nobody',
      'notify: [lead]',
      'notify: [manager]',
      'desk.yaml: escalation[0].notify[0]: found "manager", expected contacts.manager to say who that is',
    ],
    [
      'a ladder that names a vendor where there is none',
      'notify: [lead]',
      'notify: [vendor]',
      'desk.yaml: escalation[0].notify[0]: found "vendor", expected a vendor under vendors to say who that is',
    ],
    [
      'windows that overlap',
      '["14:30", "17:30"]',
      '["11:30", "17:30"]',
      /^desk\.yaml: calendars\.desk\.windows\.mon: .*do not overlap/,
    ],
    [
      'shifts that overlap',
      'from: "20:00", to: "08:00"',
      'from: "19:00", to: "08:00"',
      'desk.yaml: roster.shifts[1]: found "night" at the time of day, expected shifts that do not overlap',
    ],
    [
      'periods of assurance that overlap',
      'to: 2026-10-08 }',
      'to: 2026-10-08 }, { name: 重阳, from: 2026-10-08, to: 2026-10-18 }',
      'desk.yaml: assurance[1]: found "重阳" in the days of 国庆保障, expected periods that do not overlap',
    ],
    [
      'a substitute without the skill',
      'substitute: wu',
      'substitute: zhao',
      'desk.yaml: leave[0].substitute: found "zhao", expected one of the skills printing',
    ],
    [
      'a substitute who is away themselves',
      'substitute: wu }',
      'substitute: wu }, { person: wu, from: 2026-11-18, to: 2026-11-19, substitute: li }',
      'desk.yaml: leave[1].substitute: found "li", is away themselves in that time',
    ],
    [
      'a key user’s engineer who is nobody',
      'engineer: li',
      'engineer: nobody',
      'desk.yaml: vips[0].engineer: found "nobody", expected a member of a team: li, wu, zhao',
    ],
    [
      'a person of a rule who is not of its team',
      'category: network }, team: b',
      'category: network }, team: b, person: li',
      'desk.yaml: routing[0].person: found "li", expected a member of b: zhao',
    ],
  ])('%s', (_what, part, instead, expected) => {
    expect(GOOD).toContain(part);
    const [first, ...more] = faultsOf(GOOD.replace(part, instead));
    expect(first).toMatch(expected instanceof RegExp ? expected : new RegExp(`^${escaped(expected)}$`));
    expect(more).toEqual([]);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
