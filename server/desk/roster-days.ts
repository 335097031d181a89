/** The roster day by day: who was to be on duty, and who is. Pure. */
import { assuranceAt } from './assurance.ts';
import type { Profile } from './profile.ts';
import { onDuty, turnOf } from './roster.ts';
import { plannedTurn } from './roster-plan.ts';
import { createZoneDays, dateOfDay, dayOfDate } from './zone-days.ts';

export interface RosterDay {
  date: string;
  team: { id: string; name: string };
  /** Null where the roster has no shifts. */
  shift: { id: string; name: string } | null;
  /** By the rotation, or as it was laid down for this day. */
  planned: { id: string; name: string; phone: string };
  /** Somebody else where that one is away. */
  onDuty: { id: string; name: string; phone: string };
  /** Laid down for this day. */
  fixed: boolean;
  /** The period of assurance that it falls into. */
  assurance: string | null;
}

/** Of each team that has duty of its own, from the first day on, so many days. */
export function rosterDays(profile: Profile, from: string, days: number): RosterDay[] {
  const zone = createZoneDays(profile.zone);
  const first = dayOfDate(from);
  const shifts = profile.roster?.shifts ?? [];
  const looks =
    shifts.length > 0 ? shifts.map((shift) => ({ shift, minute: minutesOf(shift.from) })) : [NOON];
  return Array.from({ length: days }, (_, index) => first + index).flatMap((day) =>
    profile.teams.flatMap((team) =>
      looks.flatMap(({ shift, minute }): RosterDay[] => {
        const at = zone.at(day, minute);
        const turn = turnOf(profile, team.id, at);
        const duty = onDuty(profile, team.id, at);
        if (turn === null || duty === null || duty.team !== team.id) return [];
        const date = dateOfDay(day);
        const name = team.members.find(({ id }) => id === turn.person)?.name ?? turn.person;
        return [
          {
            date,
            team: { id: team.id, name: team.name },
            shift: shift && { id: shift.id, name: shift.name },
            planned: { id: turn.person, name, phone: turn.phone },
            onDuty: { id: duty.person, name: duty.name, phone: duty.phone },
            fixed: plannedTurn(profile, date, team.id, shift?.id) !== undefined,
            assurance: assuranceAt(profile, at)?.name ?? null,
          },
        ];
      }),
    ),
  );
}

/** Without shifts a day is looked at in its middle. */
const NOON = { shift: null, minute: 12 * 60 };

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
