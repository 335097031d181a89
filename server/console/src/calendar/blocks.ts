/** Where meetings stand on a day's grid. Minutes are those of the wall clock in the desk's zone, 0 to 1440. Pure. */
import { clockOf } from '../moments.ts';
import type { Desk, Meeting } from '../shapes.ts';
import { spanOfDay } from './days.ts';

const DAY_MINUTES = 24 * 60;
/** Shorter than this, a block could not be read or hit. */
const LEAST_MINUTES = 30;
/** Shorter than this, a block has one line and not three. */
const THREE_LINES_MINUTES = 60;
/** What a day shows, whatever meets. */
const USUAL_HOURS = { first: 8, last: 18 };

/** The part of a meeting that falls on one day. */
export interface Block {
  meeting: Meeting;
  from: number;
  to: number;
  /** It began the day before, or goes on the day after. */
  clippedBefore: boolean;
  clippedAfter: boolean;
}

/** A block with its place among those that overlap it: lane `lane` of `lanes` side by side, 0 first. */
export interface PlacedBlock extends Block {
  lane: number;
  lanes: number;
}

/** Hours of the clock, the last excluded. */
export interface Hours {
  first: number;
  last: number;
}

/** Minutes since midnight of a moment (epoch ms) by the clock of the zone. */
export function minutesOf(at: number, zone: string): number {
  const [hours, minutes] = clockOf(at, zone).split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** The part of the meeting that falls on `day`, or null where none does. */
export function blockOn(meeting: Meeting, day: string, zone: string): Block | null {
  const { from, to } = spanOfDay(day, zone);
  const start = Date.parse(meeting.start);
  const end = meeting.end === null ? start : Date.parse(meeting.end);
  const isInstant = end === start && start >= from && start < to;
  if (!isInstant && (start >= to || end <= from)) return null;
  return {
    meeting,
    from: start < from ? 0 : minutesOf(start, zone),
    to: end >= to ? DAY_MINUTES : minutesOf(end, zone),
    clippedBefore: start < from,
    clippedAfter: end > to,
  };
}

/** The blocks of a day, earliest first. */
export function blocksOn(meetings: readonly Meeting[], day: string, zone: string): Block[] {
  return meetings
    .map((meeting) => blockOn(meeting, day, zone))
    .filter((block) => block !== null)
    .sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Whole hours that hold the usual day and every block. */
export function hoursAround(blocks: readonly Block[]): Hours {
  const first = Math.min(USUAL_HOURS.first, ...blocks.map(({ from }) => Math.floor(from / 60)));
  const last = Math.max(USUAL_HOURS.last, ...blocks.map((block) => Math.ceil(drawnEnd(block) / 60)));
  return { first, last };
}

/** Where a block ends as it is drawn: one too short to be read is drawn longer, but not past the day. */
export function drawnEnd({ from, to }: Pick<Block, 'from' | 'to'>): number {
  return Math.min(DAY_MINUTES, Math.max(to, from + LEAST_MINUTES));
}

/** Whether there is room for the title alone. */
export const isShort = (block: Pick<Block, 'from' | 'to'>): boolean =>
  drawnEnd(block) - block.from < THREE_LINES_MINUTES;

/** How far down the hours a minute lies, percent. */
export function percentAt(minute: number, { first, last }: Hours): number {
  return ((minute - first * 60) / ((last - first) * 60)) * 100;
}

/** The blocks of one room side by side where they overlap as drawn; in a room of the desk's own none do. */
export function placed(blocks: readonly Block[]): PlacedBlock[] {
  const result: PlacedBlock[] = [];
  let cluster: PlacedBlock[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const block of cluster) block.lanes = ends.length;
    result.push(...cluster);
    cluster = [];
    ends = [];
  };
  for (const block of [...blocks].sort((a, b) => a.from - b.from)) {
    if (block.from >= Math.max(...ends)) close();
    const free = ends.findIndex((end) => end <= block.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = drawnEnd(block);
    cluster.push({ ...block, lane, lanes: 1 });
  }
  close();
  return result;
}

export interface RoomLine {
  id: string;
  name: string;
  capacity?: number;
}

/** The id of the room a meeting is in, or where else it is; empty where nobody said. */
export const roomIdOf = ({ room, location }: Meeting): string => room || location?.text || '';

/** The rooms of the desk in its order, then the places that it does not list but that somebody meets in. */
export function roomLines(desk: Pick<Desk, 'rooms'> | undefined, meetings: readonly Meeting[]): RoomLine[] {
  const listed = desk?.rooms ?? [];
  const known = new Set(listed.map(({ id }) => id));
  const others = new Set(meetings.map(roomIdOf).filter((id) => !known.has(id)));
  const unlisted = [...others].sort((a, b) => a.localeCompare(b, 'zh-CN')).map((id) => ({ id, name: id }));
  return [...listed, ...unlisted];
}
