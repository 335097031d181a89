/** Who is reached out of hours. Pure. */
import { assuranceAt } from './assurance.ts';
import type { Profile } from './profile.ts';
import { plannedTurn, type Turn } from './roster-plan.ts';
import type { Calendars } from './sla.ts';
import { createZoneDays, dateOfDay, dayOfDate, minuteAt, weekdayOfDay } from './zone-days.ts';

const DAY_MS = 86_400_000;

export interface Duty {
  person: string;
  name: string;
  team: string;
  phone: string;
}

/**
 * The person of the team on duty at a moment (epoch milliseconds; days are the profile's): the team's entries take turns,
 * in a period of assurance by its own list, a day each. A team that is not on the list is stood in for by all that are. Who
 * is on leave is stood in for by their substitute. Null where nobody is.
 */
export function onDuty(profile: Profile, team: string, at: number): Duty | null {
  const entry = turnOf(profile, team, at);
  return entry === null ? null : standIn(profile, entry, dateOfDay(rosterDay(profile, at)));
}

/** Whose turn it is, whether or not they are away. What was laid down for the day stands before the rotation. */
export function turnOf(profile: Profile, team: string, at: number): Turn | null {
  const day = rosterDay(profile, at);
  const shift = shiftAt(profile, at);
  const planned = plannedTurn(profile, dateOfDay(day), team, shift);
  if (planned) return planned;
  const { list, turn } = turnsAt(profile, at, day);
  const own = list.filter((entry) => entry.team === team);
  const turns = (own.length > 0 ? own : list).filter(
    (entry) => entry.shift === undefined || entry.shift === shift,
  );
  return turns[((turn % turns.length) + turns.length) % turns.length] ?? null;
}

/** A night shift belongs to the day it began on. */
function rosterDay(profile: Profile, at: number): number {
  return createZoneDays(profile.zone).dayOf(at - nightHours(profile, at));
}

/** Which list counts at the moment, and how many turns of it have passed until the day. */
function turnsAt(profile: Profile, at: number, day: number): { list: readonly Turn[]; turn: number } {
  const { roster } = profile;
  const period = assuranceAt(profile, at);
  if (period && period.duty.length > 0) return { list: period.duty, turn: day - dayOfDate(period.from) };
  if (roster === undefined) return { list: [], turn: 0 };
  const from = dayOfDate(roster.from);
  const turn = roster.every === 'day' ? day - from : weekOf(day) - weekOf(from);
  return { list: roster.duty, turn };
}

/** The id of the shift of the roster that runs at the moment, if any. */
function shiftAt({ roster, zone }: Profile, at: number): string | undefined {
  const minute = minuteAt(zone, at);
  return roster?.shifts.find(({ from, to }) => isWithin(minute, minutesOf(from), minutesOf(to)))?.id;
}

/** How far to go back to the day on which the shift of the moment began. */
function nightHours({ roster, zone }: Profile, at: number): number {
  const minute = minuteAt(zone, at);
  const past = roster?.shifts.some(({ from, to }) => {
    const [begins, ends] = [minutesOf(from), minutesOf(to)];
    return ends <= begins && minute < ends;
  });
  return past ? DAY_MS : 0;
}

function isWithin(minute: number, from: number, to: number): boolean {
  return to > from ? from <= minute && minute < to : minute >= from || minute < to;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The id of who does a member's work at a moment: their substitute while they are on leave, else themselves. */
export function standInFor(profile: Pick<Profile, 'leave' | 'zone'>, person: string, at: number): string {
  const date = dateOfDay(createZoneDays(profile.zone).dayOf(at));
  return leaveOn(profile, person, date)?.substitute ?? person;
}

function leaveOn({ leave }: Pick<Profile, 'leave'>, person: string, date: string) {
  return leave.find((one) => one.person === person && one.from <= date && date <= one.to);
}

/** Whoever stands in is reached by their own telephone, where they have one. */
function standIn(profile: Profile, entry: Turn, date: string): Duty {
  const members = profile.teams.flatMap((team) => team.members);
  const leave = leaveOn(profile, entry.person, date);
  const person = leave?.substitute ?? entry.person;
  const member = members.find(({ id }) => id === person);
  const phone = leave ? (member?.phone ?? entry.phone) : entry.phone;
  return { person, name: member?.name ?? person, team: entry.team, phone };
}

/** One day of a person's duty; ISO dates, `to` is the day after the last. */
export interface DutyDays {
  team: string;
  from: string;
  to: string;
}

/** When a person is on duty within `days` days from the day of `at` on; days that follow one another are one entry. */
export function dutyDays(profile: Profile, person: string, at: number, days: number): DutyDays[] {
  const zone = createZoneDays(profile.zone);
  const first = zone.dayOf(at);
  const starts = profile.roster?.shifts.map(({ from }) => minutesOf(from)) ?? [];
  const looks = starts.length > 0 ? starts : [12 * 60];
  return profile.teams.flatMap((team) => {
    const isOn = (day: number) =>
      looks.some((minute) => {
        const duty = onDuty(profile, team.id, zone.at(day, minute));
        return duty?.person === person && duty.team === team.id;
      });
    const on = Array.from({ length: days }, (_, index) => first + index).filter(isOn);
    return runsOf(on).map(([from, to]) => ({
      team: team.name,
      from: dateOfDay(from),
      to: dateOfDay(to + 1),
    }));
  });
}

function runsOf(days: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
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

/** Number of the week, counted by its Monday. */
function weekOf(day: number): number {
  return (day - weekdayOfDay(day)) / 7;
}
