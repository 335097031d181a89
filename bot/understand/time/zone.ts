/** Between moments and the wall clock of a zone, by the zone rules that the runtime carries. */
import { isoDate } from './civil.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  clocks.set(zone, clock);
  return clock;
}

/** Minutes east of Greenwich at a moment. */
function offsetAt(moment: number, zone: string): number {
  const name = clockOf(zone).format(moment);
  const parts = /GMT([+-])(\d\d):(\d\d)/.exec(name);
  if (!parts) return 0;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  return parts[1] === '-' ? -minutes : minutes;
}

/** A place on the wall calendar: the day's number and the seconds since its midnight. */
export interface WallTime {
  day: number;
  seconds: number;
}

export function wallTimeOf(moment: number, zone: string): WallTime {
  const local = moment + offsetAt(moment, zone) * MINUTE_MS;
  const day = Math.floor(local / DAY_MS);
  return { day, seconds: Math.floor((local - day * DAY_MS) / 1000) };
}

/** The moment of a wall time; one that a clock change skips falls after the gap. */
export function momentOf(wall: WallTime, zone: string): number {
  const local = wall.day * DAY_MS + wall.seconds * 1000;
  const guess = local - offsetAt(local, zone) * MINUTE_MS;
  const moment = local - offsetAt(guess, zone) * MINUTE_MS;
  const skipped = offsetAt(moment, zone) * MINUTE_MS !== local - moment;
  return skipped ? Math.max(guess, moment) : moment;
}

/** ISO 8601 with the zone's offset at that moment, in whole seconds. */
export function isoMoment(moment: number, zone: string): string {
  const offset = offsetAt(moment, zone);
  const wall = wallTimeOf(moment, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = [wall.seconds / 3600, (wall.seconds / 60) % 60, wall.seconds % 60].map((part) =>
    two(Math.floor(part)),
  );
  const sign = offset < 0 ? '-' : '+';
  const east = Math.abs(offset);
  return `${isoDate(wall.day)}T${clock.join(':')}${sign}${two(Math.floor(east / 60))}:${two(east % 60)}`;
}
