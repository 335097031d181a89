/** Moments in the desk's zone, whatever zone the reader's machine is in. Pure. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it costs, and a board has hundreds of moments. */
function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

function partsOf(at: number, zone: string): Record<string, string> {
  return Object.fromEntries(
    formatIn(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
}

/** `YYYY-MM-DD` of a moment (epoch ms) in the zone. */
export function dayOf(at: number, zone: string): string {
  const { year, month, day } = partsOf(at, zone);
  return `${year}-${month}-${day}`;
}

/** `HH:MM` of a moment (epoch ms) in the zone. */
export function clockOf(at: number, zone: string): string {
  const { hour, minute } = partsOf(at, zone);
  return `${hour}:${minute}`;
}

/** How far `day` lies from `today` in whole days; both `YYYY-MM-DD`. */
export function daysApart(day: string, today: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
}

/**
 * An instant (ISO 8601, UTC) from what a date-and-time field holds (`2026-11-20T14:30`), read as wall time in the zone;
 * null where it is no time. An hour that the zone skips falls to the hour after.
 */
export function instantOf(wall: string, zone: string): string | null {
  const minute = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.exec(wall)?.[0];
  const asUtc = Date.parse(`${minute}:00Z`);
  if (minute === undefined || Number.isNaN(asUtc)) return null;
  let at = asUtc;
  // Two rounds: the first guess may lie on the other side of a change of the offset.
  for (let round = 0; round < 2; round += 1) {
    const { year, month, day, hour, minute } = partsOf(at, zone);
    at += asUtc - Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
  }
  return new Date(at).toISOString();
}
