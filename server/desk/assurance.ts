/** Periods of assurance (保障期): holidays and great events with tighter targets and a roster of their own. Pure. */
import type { Profile } from './profile.ts';
import { createZoneDays, dateOfDay } from './zone-days.ts';

export type AssurancePeriod = Profile['assurance'][number];

/** The first period of the profile on whose days, in its zone, the moment falls; null where none is. */
export function assuranceAt(
  profile: Pick<Profile, 'assurance' | 'zone'>,
  at: number,
): AssurancePeriod | null {
  if (profile.assurance.length === 0) return null;
  const date = dateOfDay(createZoneDays(profile.zone).dayOf(at));
  return profile.assurance.find(({ from, to }) => from <= date && date <= to) ?? null;
}

export function inAssurance(profile: Pick<Profile, 'assurance' | 'zone'>, at: number): boolean {
  return assuranceAt(profile, at) !== null;
}
