/** The parts of a profile that say who is on duty when, and who stands in for whom. */
import { z } from 'zod';
import { Id, Name, Phone, TimeOfDay } from './profile-basics.ts';

const Day = z.iso.date('expected a date, YYYY-MM-DD');

const Duty = z.strictObject({
  team: Id,
  person: Id,
  phone: Phone,
  /** Of a roster with shifts; without it the person has them all. */
  shift: Id.optional(),
});

/** From one time of day to another, past midnight where `to` is not after `from`. */
const Shift = z.strictObject({ id: Id, name: Name, from: TimeOfDay, to: TimeOfDay });

/** Turns of a week each, from the Monday of `from` on, or of a day each, in the order of `duty`; they begin again at its end. */
export const Roster = z.strictObject({
  from: Day,
  every: z.enum(['week', 'day']).default('week'),
  shifts: z.array(Shift).default([]),
  duty: z.array(Duty).min(1),
});

/** First and last day of an absence, and who stands in. */
export const Leave = z
  .strictObject({ person: Id, from: Day, to: Day, substitute: Id })
  .refine(({ from, to }) => from <= to, { error: 'expected from before to', path: ['to'] })
  .refine(({ person, substitute }) => person !== substitute, {
    error: 'expected somebody else',
    path: ['substitute'],
  });

/** A time of holidays or great events: tighter targets (`when: { assurance: true }`), a roster of its own, by the day. */
export const Assurance = z
  .strictObject({ name: Name, from: Day, to: Day, duty: z.array(Duty).default([]) })
  .refine(({ from, to }) => from <= to, { error: 'expected from before to', path: ['to'] });
