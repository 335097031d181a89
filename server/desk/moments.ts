/** Moments between the inside (epoch milliseconds) and the outside (ISO 8601 with the desk's offset). */

import { zoneOffset } from './zone-days.ts';

const MINUTE_MS = 60_000;

/** The zone's wall clock at `ms`, as `2026-11-18T14:00:00`. */
function wallClock(ms: number, zone: string): string {
  return new Date(ms + zoneOffset(zone)(ms)).toISOString().slice(0, 19);
}

/** `+08:00` */
function offsetText(offsetMs: number): string {
  const minutes = Math.abs(offsetMs) / MINUTE_MS;
  const two = (count: number) => String(count).padStart(2, '0');
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `2026-11-18T14:00:00+08:00`; seconds are cut, not rounded. `zone` is an IANA name. */
export function toIso(ms: number, zone: string): string {
  return `${wallClock(ms, zone)}${offsetText(zoneOffset(zone)(ms))}`;
}

export function toIsoOrNull(ms: number | null, zone: string): string | null {
  return ms === null ? null : toIso(ms, zone);
}

/** Epoch milliseconds of a checked ISO moment; a date alone is the day's beginning in `zone`. */
export function fromIso(text: string, zone: string): number {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return Date.parse(text);
  const offset = offsetText(zoneOffset(zone)(Date.parse(`${text}T00:00:00Z`)));
  return Date.parse(`${text}T00:00:00${offset}`);
}

/** `20261118`: the day of `ms` in `zone`. */
export function dayOf(ms: number, zone: string): string {
  return wallClock(ms, zone).slice(0, 10).replaceAll('-', '');
}

/** The hour of the day, 0 to 23, of `ms` in `zone`. */
export function hourOf(ms: number, zone: string): number {
  return Number(wallClock(ms, zone).slice(11, 13));
}
