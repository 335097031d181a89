/** Where and when a meeting that does not fit could be held. */
import type { Alternative } from '../../bot/desk.ts';
import { freeSpans, type Span } from '../desk/alternatives.ts';
import { toIso } from '../desk/moments.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Db } from '../store/database.ts';
import { occupied } from '../store/meetings.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const OTHER_TIMES = 3;
const OTHER_ROOMS = 3;

export interface Wanted extends Span {
  room: string;
  attendees: number | null;
  /** The meeting's own number, where it is one that moves. */
  except?: string | undefined;
}

/**
 * The same room at other times within a week, nearest first, then other rooms of the profile at the time that was asked
 * for, those large enough.
 */
export async function findAlternatives(db: Db, context: DeskContext, wanted: Wanted): Promise<Alternative[]> {
  const { zone, profile } = context;
  const now = context.now();
  const week = { start: wanted.start - WEEK_MS, end: wanted.start + WEEK_MS };
  const window = { ...week, start: wanted.start < now ? week.start : Math.max(now, week.start) };
  const rooms = [wanted.room, ...profile.rooms.map(({ id }) => id)];
  const length = wanted.end - wanted.start;
  const around = { start: window.start, end: window.end + length };
  const busy = await occupied(db, [...new Set(rooms)], around, wanted.except);
  const inRoom = (room: string) => busy.filter((span) => span.room === room);
  const times = freeSpans(inRoom(wanted.room), wanted, { window, zone, most: OTHER_TIMES });
  const others = profile.rooms
    .filter(({ id, capacity }) => id !== wanted.room && (capacity ?? Infinity) >= (wanted.attendees ?? 0))
    .filter(({ id }) => freeSpans(inRoom(id), wanted, { window: pointAt(wanted), zone, most: 1 }).length > 0);
  return [
    ...times.map((span) => ({ room: wanted.room, ...isoSpan(span, zone) })),
    ...others.slice(0, OTHER_ROOMS).map(({ id }) => ({ room: id, ...isoSpan(wanted, zone) })),
  ];
}

function pointAt({ start }: Span): Span {
  return { start, end: start };
}

export function isoSpan({ start, end }: Span, zone: string): { start: string; end: string } {
  return { start: toIso(start, zone), end: toIso(end, zone) };
}
