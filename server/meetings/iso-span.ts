import type { Span } from '../desk/alternatives.ts';
import { toIso } from '../desk/moments.ts';

/** As it leaves the desk: ISO 8601 with its offset. */
export function isoSpan({ start, end }: Span, zone: string): { start: string; end: string } {
  return { start: toIso(start, zone), end: toIso(end, zone) };
}
