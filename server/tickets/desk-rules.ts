/** The rules of a profile, its calendars counted out once. */
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import { deskRules } from '../desk/desk-rules.ts';
import type { Profile } from '../desk/profile.ts';
import { createCalendars } from '../desk/sla.ts';
import type { DeskRules } from '../desk/ticket-effects.ts';

const known = new WeakMap<Profile, DeskRules>();

export function rulesOf(profile: Profile): DeskRules {
  const rules = known.get(profile) ?? deskRules(profile, createCalendars(profile, publicHolidaysCn));
  known.set(profile, rules);
  return rules;
}
