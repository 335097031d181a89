/** How far the desk's calendars know the public holidays, and when that has to be told. Pure. */
import type { PublicHolidays } from '../../bot/holidays.ts';
import type { Profile } from './profile.ts';
import { createZoneDays, dateOfDay } from './zone-days.ts';

/** Null where no calendar keeps the public holidays. */
export function holidaysKnownThrough(
  { calendars }: Pick<Profile, 'calendars'>,
  { knownThrough }: Pick<PublicHolidays, 'knownThrough'>,
): number | null {
  const years = Object.values(calendars)
    .filter(({ holidays }) => holidays === 'cn')
    .map(({ filledYears }) => {
      let through = knownThrough;
      while (filledYears.includes(through + 1)) through += 1;
      return through;
    });
  return years.length === 0 ? null : Math.min(...years);
}

/** Targets reach so far ahead; a schedule is published about so long before its year. */
const AHEAD_DAYS = 60;

/** The year that is not known and near, or here already; null where there is none. `now` in epoch milliseconds. */
export function unknownYearNear(
  profile: Pick<Profile, 'calendars' | 'zone'>,
  holidays: Pick<PublicHolidays, 'knownThrough'>,
  now: number,
): number | null {
  const through = holidaysKnownThrough(profile, holidays);
  if (through === null) return null;
  const day = createZoneDays(profile.zone).dayOf(now) + AHEAD_DAYS;
  return Number(dateOfDay(day).slice(0, 4)) > through ? through + 1 : null;
}
