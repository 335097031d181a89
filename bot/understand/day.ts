/** The calendar day of a moment in a zone. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** `YYYY-MM-DD` of `now` (epoch milliseconds) in `zone` (IANA). Making a format is dear, so each is made once. */
export function dayOf(now: number, zone: string): string {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
  }
  return format.format(now);
}
