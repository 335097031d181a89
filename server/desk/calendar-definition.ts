/** How a working calendar is written, in a profile and on the command line `targets`. */
import { z } from 'zod';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Opening and closing time of day, `HH:MM`, closing up to `24:00`. */
export type Window = [string, string];

/** Minutes since midnight of `HH:MM`; null where it is none. */
export function minuteOfDay(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= 1440 ? minutes : null;
}

const TimeOfDay = z.string().refine((text) => minuteOfDay(text) !== null, 'expected HH:MM, 00:00 to 24:00');

function inOrder(windows: Window[]): boolean {
  const minutes = windows.flat().map((time) => minuteOfDay(time) ?? 0);
  return minutes.every(
    (minute, index) => index === 0 || (index % 2 === 0 ? minute >= at(index) : minute > at(index)),
  );
  function at(index: number): number {
    return minutes[index - 1] ?? 0;
  }
}

const Windows = z
  .array(z.tuple([TimeOfDay, TimeOfDay]))
  .max(24)
  .transform((windows) => [...windows].sort((a, b) => (minuteOfDay(a[0]) ?? 0) - (minuteOfDay(b[0]) ?? 0)))
  .refine(inOrder, 'expected windows that open before they close and do not overlap');

function isDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

export const CalendarDate = z.string().refine(isDate, 'expected a date, YYYY-MM-DD');

const Week = z
  .strictObject(
    Object.fromEntries(WEEKDAYS.map((day) => [day, Windows.default([])])) as Record<
      Weekday,
      z.ZodDefault<typeof Windows>
    >,
  )
  .refine((week) => WEEKDAYS.some((day) => week[day].length > 0), 'expected at least one window in the week');

/**
 * `windows`: of each weekday, or `7x24`. `holidays`: `cn` (public holidays, with their make-up days), `none`, or dates.
 * `workdays` are make-up days and win over holidays; a make-up day has the windows of a Monday. `closedDays` are more
 * days off; `specialDays` have windows of their own and win over all. `filledYears`: years whose schedule was filled
 * in by hand (by `closedDays` and `workdays`), so that no warning is due about them.
 */
export const CalendarDefinition = z.strictObject({
  windows: z.union([z.literal('7x24'), Week], 'expected 7x24, or windows by weekday (mon … sun)'),
  holidays: z
    .union(
      [z.literal('cn'), z.literal('none'), z.array(CalendarDate)],
      'expected cn, none or a list of dates',
    )
    .default('none'),
  workdays: z.array(CalendarDate).default([]),
  closedDays: z.array(CalendarDate).default([]),
  specialDays: z.record(CalendarDate, Windows).default({}),
  filledYears: z.array(z.int()).default([]),
});
export type CalendarDefinition = z.infer<typeof CalendarDefinition>;
