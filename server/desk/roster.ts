/** Who is reached out of hours. Pure. */
import type { Profile } from './profile.ts';
import type { Calendars } from './sla.ts';
import { createZoneDays, weekdayOfDay } from './zone-days.ts';

export interface Duty {
  person: string;
  name: string;
  team: string;
  phone: string;
}

/**
 * The person of the team on duty in the week (Monday to Sunday, the profile's zone) of `at`, epoch milliseconds: the
 * team's entries of the roster take turns. A team that is not on the roster is stood in for by all that are. Null where
 * the profile has no roster.
 */
export function onDuty(profile: Profile, team: string, at: number): Duty | null {
  const { roster } = profile;
  if (roster === undefined) return null;
  const own = roster.duty.filter((entry) => entry.team === team);
  const turns = own.length > 0 ? own : roster.duty;
  const weeks = weekOf(createZoneDays(profile.zone).dayOf(at)) - weekOf(dayNumber(roster.from));
  const entry = turns[((weeks % turns.length) + turns.length) % turns.length];
  if (entry === undefined) return null;
  const members = profile.teams.flatMap((candidate) =>
    candidate.id === entry.team ? candidate.members : [],
  );
  const name = members.find(({ id }) => id === entry.person)?.name ?? entry.person;
  return { ...entry, name };
}

/**
 * Who is reached for a team, by its name (null: the desk's own team), at a moment when it is not at work; null while it
 * is, and where the profile has no roster. `calendars` are the profile's own (createCalendars in sla.ts).
 */
export function onDutyOutOfHours(
  profile: Profile,
  calendars: Calendars,
  teamName: string | null,
  at: number,
): Duty | null {
  const team =
    profile.teams.find(({ name }) => name === teamName) ??
    profile.teams.find(({ id }) => id === profile.defaultTeam);
  const calendar = calendars.get(team?.calendar ?? profile.defaultCalendar);
  return team === undefined || calendar?.isOpen(at) ? null : onDuty(profile, team.id, at);
}

function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

/** Number of the week, counted by its Monday. */
function weekOf(day: number): number {
  return (day - weekdayOfDay(day)) / 7;
}
