/** When a line of a talk needs its time said above it. Pure. */

/** A pause this long, milliseconds, begins a new stretch of talk. */
const STRETCH_MS = 10 * 60_000;

/** Whether `at` (ISO 8601) opens a new stretch after the line before, if there is one. */
export function opensStretch(before: string | undefined, at: string): boolean {
  return before === undefined || Date.parse(at) - Date.parse(before) > STRETCH_MS;
}
