/** When a room is free, near the time that was asked for. All moments are epoch milliseconds. */
import { hourOf } from './moments.ts';

export interface Span {
  start: number;
  end: number;
}

/** Spans that only touch do not overlap: one meeting may begin when another ends. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

const FIRST_HOUR = 7;
const LAST_HOUR = 22;

/**
 * Free spans of the wanted length in one room, nearest first, those at night last: right before or right after what is
 * there, with a start within `window`.
 */
export function freeSpans(
  busy: Span[],
  wanted: Span,
  { window, zone, most }: { window: Span; zone: string; most: number },
): Span[] {
  const length = wanted.end - wanted.start;
  const starts = new Set([wanted.start, ...busy.flatMap(({ start, end }) => [end, start - length])]);
  return [...starts]
    .map((start) => ({ start, end: start + length }))
    .filter(({ start }) => start >= window.start && start <= window.end)
    .filter((span) => !busy.some((other) => overlaps(span, other)))
    .map((span) => ({ span, night: isAtNight(span, zone), distance: Math.abs(span.start - wanted.start) }))
    .sort((a, b) => Number(a.night) - Number(b.night) || a.distance - b.distance)
    .slice(0, most)
    .map(({ span }) => span);
}

function isAtNight({ start, end }: Span, zone: string): boolean {
  return hourOf(start, zone) < FIRST_HOUR || hourOf(end - 1, zone) >= LAST_HOUR;
}
