/** Moments between the inside (epoch milliseconds) and the outside (ISO 8601 with the desk's offset). */

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'longOffset',
    });
    formats.set(zone, format);
  }
  return format;
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

function partsOf(ms: number, zone: string): Parts {
  return Object.fromEntries(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
}

/** `GMT+08:00` → `+08:00`; plain `GMT` is UTC. */
function offsetOf(parts: Parts): string {
  return parts.timeZoneName?.replace('GMT', '') || '+00:00';
}

/** `2026-11-18T14:00:00+08:00`; seconds are cut, not rounded. `zone` is an IANA name. */
export function toIso(ms: number, zone: string): string {
  const p = partsOf(ms, zone);
  return `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}:${p.second}${offsetOf(p)}`;
}

export function toIsoOrNull(ms: number | null, zone: string): string | null {
  return ms === null ? null : toIso(ms, zone);
}

/** Epoch milliseconds of a checked ISO moment; a date alone is the day's beginning in `zone`. */
export function fromIso(text: string, zone: string): number {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return Date.parse(text);
  const offset = offsetOf(partsOf(Date.parse(`${text}T00:00:00Z`), zone));
  return Date.parse(`${text}T00:00:00${offset}`);
}

/** `20261118`: the day of `ms` in `zone`. */
export function dayOf(ms: number, zone: string): string {
  const p = partsOf(ms, zone);
  return `${p.year}${p.month}${p.day}`;
}

/** The hour of the day, 0 to 23, of `ms` in `zone`. */
export function hourOf(ms: number, zone: string): number {
  return Number(partsOf(ms, zone).hour);
}
