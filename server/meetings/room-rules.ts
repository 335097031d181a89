/** The rules of a profile's rooms, its calendars counted out once. */
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import type { Profile } from '../desk/profile.ts';
import { type RoomRules, roomRules } from '../desk/room-fit.ts';
import { createCalendars } from '../desk/sla.ts';

const known = new WeakMap<Profile, RoomRules>();

export function roomRulesOf(profile: Profile): RoomRules {
  const rules = known.get(profile) ?? roomRules(profile, createCalendars(profile, publicHolidaysCn));
  known.set(profile, rules);
  return rules;
}
