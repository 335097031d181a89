import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publicHolidaysCn } from '../../../bot/holidays-cn.ts';
import { createCalendars } from '../../../server/desk/sla.ts';
import { loadProfile } from '../../../server/profile/load.ts';

const PROFILE = `
id: years
name: 年
sites: [{ id: main, name: 大院 }]
calendars:
  desk: { windows: { mon: [["09:00", "17:00"]], tue: [["09:00", "17:00"]] }, holidays: cn }
  always: { windows: 7x24 }
defaultCalendar: desk
holidayYears: [years.yaml]
teams: [{ id: a, name: 甲组, lead: li, members: [{ id: li, name: 李明 }] }]
defaultTeam: a
sla: [{ respondWithin: PT1H, resolveWithin: PT4H }]
`;

function load(years: string | null) {
  const folder = mkdtempSync(join(tmpdir(), 'years-'));
  writeFileSync(join(folder, 'desk.yaml'), PROFILE);
  if (years !== null) writeFileSync(join(folder, 'years.yaml'), years);
  return loadProfile(join(folder, 'desk.yaml'));
}

// A Monday far from any published schedule.
const year = publicHolidaysCn.knownThrough + 1;
const monday = (() => {
  const first = new Date(`${year}-06-01T00:00:00Z`);
  while (first.getUTCDay() !== 1) first.setUTCDate(first.getUTCDate() + 1);
  return first.toISOString().slice(0, 10);
})();
const at = (date: string) => Date.parse(`${date}T10:00:00+08:00`);

test('a year that is not published is loaded from a file, and no longer warned about', () => {
  const bare = createCalendars(load('{}'), publicHolidaysCn).get('desk');
  expect([bare?.isOpen(at(monday)), bare?.warningFor(at(monday), at(monday))]).toEqual([
    true,
    expect.stringContaining(String(year)),
  ]);
  const sunday = new Date(at(monday) - 86_400_000).toISOString().slice(0, 10);
  const filled = load(`"${year}": { holidays: ["${monday}"], workdays: ["${sunday}"] }`);
  const desk = createCalendars(filled, publicHolidaysCn).get('desk');
  expect([
    desk?.isOpen(at(monday)),
    desk?.isOpen(at(sunday)),
    desk?.warningFor(at(monday), at(monday)),
  ]).toEqual([false, true, null]);
  expect(createCalendars(filled, publicHolidaysCn).get('always')?.isOpen(at(monday))).toBe(true);
});

test('a file that is missing or wrong is named with the place', () => {
  expect(() => load(null)).toThrow(/desk\.yaml: holidayYears: years\.yaml: expected a file of holidays/);
  expect(() => load('"2027": { holidays: ["2028-01-01"] }')).toThrow(
    /2027: found 2028-01-01, expected a day of that year/,
  );
  expect(() => load('soon: { holidays: ["2027-01-01"] }')).toThrow(/years\.yaml: soon/);
});
