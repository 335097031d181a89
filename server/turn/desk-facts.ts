/** What a conversation knows of the desk: its name, its telephone, and whether somebody is there now, or on duty. */
import type { Facts, OnDuty } from '../../bot/desk.ts';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import { toIso } from '../desk/moments.ts';
import type { Profile } from '../desk/profile.ts';
import { type Duty, onDutyOutOfHours } from '../desk/roster.ts';
import { type Calendars, createCalendars } from '../desk/sla.ts';

/** `current` gives the profile as its roster stands. */
export function deskFactsOf(current: () => Profile, zone: string): (now: number) => Facts['desk'] {
  const profile = current();
  const calendars = createCalendars(profile, publicHolidaysCn);
  const calendar = calendars.get(profile.defaultCalendar);
  const members = profile.teams.flatMap((team) => team.members);
  const phones = Object.fromEntries(members.flatMap(({ name, phone }) => (phone ? [[name, phone]] : [])));
  return (now) => {
    const open = calendar?.isOpen(now) ?? true;
    return {
      name: profile.name.endsWith('服务台') ? profile.name : `${profile.name}服务台`,
      open,
      phones,
      ...(calendar ? { today: calendar.windowsOf(now) } : {}),
      ...(profile.deskPhone ? { phone: profile.deskPhone } : {}),
      ...(open || !calendar ? {} : { opensAt: toIso(calendar.nextOpening(now), zone) }),
      ...(open ? {} : dutyOf(current(), calendars, now)),
    };
  };
}

/** Whom to call while the desk is closed: for the desk itself, and for each team that is not at work either. */
function dutyOf(profile: Profile, calendars: Calendars, now: number): Pick<Facts['desk'], 'duty' | 'dutyOf'> {
  const duty = onDutyOutOfHours(profile, calendars, null, now);
  const teams = profile.teams.flatMap(({ name }): [string, OnDuty][] => {
    const reached = onDutyOutOfHours(profile, calendars, name, now);
    return reached ? [[name, reachedAt(reached)]] : [];
  });
  return { ...(duty ? { duty: reachedAt(duty) } : {}), dutyOf: Object.fromEntries(teams) };
}

function reachedAt({ name, phone }: Duty): OnDuty {
  return { name, phone };
}
