/** Hours in which people are left alone with what can wait. Pure. */
import type { QuietHours } from './profile-service-level.ts';
import { createZoneDays } from './zone-days.ts';

/** `at` itself outside the quiet hours, else their end; epoch milliseconds, hours of the zone. */
export function afterQuietHours(quiet: QuietHours | undefined, zone: string, at: number): number {
  if (quiet === undefined) return at;
  const days = createZoneDays(zone);
  const today = days.dayOf(at);
  for (const day of [today - 1, today]) {
    const from = days.at(day, minutes(quiet.from));
    const to = days.at(minutes(quiet.to) > minutes(quiet.from) ? day : day + 1, minutes(quiet.to));
    if (from <= at && at < to) return to;
  }
  return at;
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
