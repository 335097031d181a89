/** What a conversation knows of the desk: its name, its telephone, and whether somebody is there now. */
import type { Facts } from '../../bot/desk.ts';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import { toIso } from '../desk/moments.ts';
import type { Profile } from '../desk/profile.ts';
import { createCalendars } from '../desk/sla.ts';

export function deskFactsOf(profile: Profile, zone: string): (now: number) => Facts['desk'] {
  const calendar = createCalendars(profile, publicHolidaysCn).get(profile.defaultCalendar);
  return (now) => {
    const open = calendar?.isOpen(now) ?? true;
    return {
      name: profile.name.endsWith('服务台') ? profile.name : `${profile.name}服务台`,
      open,
      ...(profile.deskPhone ? { phone: profile.deskPhone } : {}),
      ...(open || !calendar ? {} : { opensAt: toIso(calendar.nextOpening(now), zone) }),
    };
  };
}
