/** Years whose public holidays are filled in from a file, until the schedule is published and held here. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { plainValue } from '../../knowledge/plain-yaml.ts';
import { CalendarDate, type CalendarDefinition } from '../desk/calendar-definition.ts';
import type { ProfileData } from '../desk/profile.ts';

const Year = z.strictObject({
  /** Days off, weekends that lie between them too. */
  holidays: z.array(CalendarDate).min(1),
  /** Make-up days. */
  workdays: z.array(CalendarDate).default([]),
});

const Years = z.record(z.string().regex(/^20\d\d$/, 'expected a year'), Year);
type Years = z.infer<typeof Years>;

export type HolidayYears = { ok: true; profile: ProfileData } | { ok: false; faults: string[] };

/**
 * The profile with the years of its `holidayYears` files in each calendar that keeps the public holidays. `file` is the
 * profile's own: the paths are relative to it. A fault names the file, the place and what was expected.
 */
export function withHolidayYears(profile: ProfileData, file: string): HolidayYears {
  let filled = profile;
  const faults: string[] = [];
  for (const path of profile.holidayYears) {
    const read = readYears(resolve(dirname(file), path), path);
    if (read.ok) filled = { ...filled, calendars: filledCalendars(filled, read.years) };
    else faults.push(...read.faults);
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, profile: filled };
}

function readYears(
  path: string,
  shown: string,
): { ok: true; years: Years } | { ok: false; faults: string[] } {
  if (!existsSync(path))
    return { ok: false, faults: [`${shown}: expected a file of holidays (there is none)`] };
  const plain = plainValue(parseDocument(readFileSync(path, 'utf8')));
  const parsed = Years.safeParse(plain.ok ? plain.value : null);
  if (!parsed.success)
    return {
      ok: false,
      faults: parsed.error.issues.map(
        (issue) => `${shown}: ${issue.path.join('.') || 'the whole file'}: ${issue.message}`,
      ),
    };
  const strangers = Object.entries(parsed.data).flatMap(([year, { holidays, workdays }]) =>
    [...holidays, ...workdays]
      .filter((date) => !date.startsWith(year))
      .map((date) => `${shown}: ${year}: found ${date}, expected a day of that year`),
  );
  return strangers.length > 0 ? { ok: false, faults: strangers } : { ok: true, years: parsed.data };
}

function filledCalendars({ calendars }: ProfileData, years: Years): ProfileData['calendars'] {
  const all = Object.values(years);
  const closed = all.flatMap(({ holidays }) => holidays);
  const worked = all.flatMap(({ workdays }) => workdays);
  const filled = Object.entries(calendars).map(([id, calendar]): [string, CalendarDefinition] => {
    if (calendar.holidays !== 'cn') return [id, calendar];
    const closedDays = [...calendar.closedDays, ...closed];
    const workdays = [...calendar.workdays, ...worked];
    const filledYears = [...calendar.filledYears, ...Object.keys(years).map(Number)];
    return [id, { ...calendar, closedDays, workdays, filledYears }];
  });
  return Object.fromEntries(filled);
}
