/** Days and minutes of a time zone's wall clock, between epoch milliseconds and local day numbers (0: 1970-01-01). */

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export interface ZoneDays {
  /** The local day on which the moment falls. */
  dayOf(ms: number): number;
  /** The moment of `minute` (0 to 1440) on the local day; one that a clock change skips is the moment after it. */
  at(day: number, minute: number): number;
}

/** `YYYY-MM-DD` of a local day number. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The local day number of `YYYY-MM-DD`. */
export function dayOfDate(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

/** 0 (Monday) to 6 (Sunday) of a local day number. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Whether the name is an IANA zone (an offset such as `+08:00` is none). */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** `zone` is an IANA name. */
export function createZoneDays(zone: string): ZoneDays {
  const offsetAt = zoneOffset(zone);
  return {
    dayOf: (ms) => Math.floor((ms + offsetAt(ms)) / DAY_MS),
    at(day, minute) {
      const local = day * DAY_MS + minute * MINUTE_MS;
      const near = local - offsetAt(local - offsetAt(local));
      return local - offsetAt(near);
    },
  };
}

/** The minute of the local day (0 to 1439) at a moment. */
export function minuteAt(zone: string, ms: number): number {
  const days = createZoneDays(zone);
  return Math.floor((ms - days.at(days.dayOf(ms), 0)) / MINUTE_MS);
}

const known = new Map<string, (ms: number) => number>();

/** How far the zone's clock is ahead of UTC at a moment; milliseconds. */
export function zoneOffset(zone: string): (ms: number) => number {
  const offsetAt = known.get(zone) ?? cachedOffsets(zone);
  known.set(zone, offsetAt);
  return offsetAt;
}

/** Asking `Intl` takes microseconds, so a day that has one offset from end to end is asked about once. */
function cachedOffsets(zone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const ofDay = new Map<number, number | null>();
  return (ms) => {
    const day = Math.floor(ms / DAY_MS);
    let offset = ofDay.get(day);
    if (offset === undefined) {
      const first = readOffset(format, day * DAY_MS);
      offset = first === readOffset(format, (day + 1) * DAY_MS) ? first : null;
      ofDay.set(day, offset);
    }
    return offset ?? readOffset(format, ms);
  };
}

/** `GMT+08:00`; plain `GMT` is zero. */
function readOffset(format: Intl.DateTimeFormat, ms: number): number {
  const name = format.formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /([+-])(\d{2}):(\d{2})/.exec(name);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -minutes : minutes) * MINUTE_MS;
}
