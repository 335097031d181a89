/** Where and when a meeting that does not fit could be held; which rooms are free where none is named. */
import type { Alternative, RoomOffer } from '../../bot/desk.ts';
import { freeSpans, overlaps, type Span } from '../desk/alternatives.ts';
import type { Room } from '../desk/profile.ts';
import {
  blockOf,
  closedSpans,
  fromStock,
  type RoomRules,
  type RoomWish,
  roomFault,
  shortages,
  usedWith,
} from '../desk/room-fit.ts';
import { type PlaceWish, suitableRooms } from '../desk/room-proposal.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Db } from '../store/database.ts';
import { type Own, occupations } from '../store/occupation.ts';
import { isoSpan } from './iso-span.ts';
import { roomRulesOf } from './room-rules.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const OTHER_TIMES = 3;
const OTHER_ROOMS = 3;
/** So many are offered where none is named. */
const MOST_OFFERED = 4;
/** Rooms whose free times are looked for where none is free when it is wanted. */
const ROOMS_LOOKED_INTO = 3;

type Wanted = RoomWish & Own;

/**
 * The same room at other times within a week, nearest first, then other rooms of the profile at the time that was asked
 * for, those that suit; where there is neither, other rooms at other times.
 */
export async function findAlternatives(db: Db, context: DeskContext, wanted: Wanted): Promise<Alternative[]> {
  const { zone, profile } = context;
  const rules = roomRulesOf(profile);
  const times = await freeTimes(db, context, [wanted], OTHER_TIMES);
  const free = await freeRooms(db, context, wanted, {}, OTHER_ROOMS + 1);
  const others = free.filter(({ id }) => id !== wanted.room);
  const found = [
    ...times.map(({ room, ...span }) => ({ room, ...isoSpan(span, zone) })),
    ...others.slice(0, OTHER_ROOMS).map(({ id }) => ({ room: id, ...isoSpan(wanted, zone) })),
  ];
  return found.length > 0
    ? found
    : elsewhereLater(db, context, wanted, suitableRooms(rules, wanted, 'whenever'));
}

async function elsewhereLater(
  db: Db,
  context: DeskContext,
  wanted: Omit<Wanted, 'room'>,
  rooms: readonly Room[],
): Promise<Alternative[]> {
  const wishes = rooms.slice(0, ROOMS_LOOKED_INTO).map(({ id }) => ({ ...wanted, room: id }));
  const times = await freeTimes(db, context, wishes, 1);
  return times.map(({ room, ...span }) => ({ room, ...isoSpan(span, context.zone) }));
}

/** The rooms that suit and are free at the wanted time, best first, as they are offered; where none is, other times. */
export async function proposeRooms(
  db: Db,
  context: DeskContext,
  wanted: Omit<Wanted, 'room'>,
  place: PlaceWish,
): Promise<{ rooms: RoomOffer[]; alternatives: Alternative[] }> {
  const free = await freeRooms(db, context, wanted, place, MOST_OFFERED);
  const rooms = free.map(({ id, name, capacity, floor, building }) => ({
    room: id,
    name,
    ...(capacity === undefined ? {} : { capacity }),
    ...(floor === undefined ? {} : { floor }),
    ...(building === undefined ? {} : { building }),
  }));
  if (rooms.length > 0) return { rooms, alternatives: [] };
  const suitable = suitableRooms(roomRulesOf(context.profile), wanted, 'whenever', place);
  return { rooms, alternatives: await elsewhereLater(db, context, wanted, suitable) };
}

async function freeRooms(
  db: Db,
  context: DeskContext,
  wanted: Omit<Wanted, 'room'>,
  place: PlaceWish,
  most: number,
): Promise<Room[]> {
  const rules = roomRulesOf(context.profile);
  const suitable = suitableRooms(rules, wanted, 'then', place);
  if (suitable.length === 0) return [];
  const blocks = suitable.map(({ id }) => blockOf(rules, { ...wanted, room: id }));
  const span = {
    start: Math.min(...blocks.map(({ start }) => start)),
    end: Math.max(...blocks.map(({ end }) => end)),
  };
  const busy = await occupations(db, { ...wanted, spans: [span], now: context.now() });
  const byRoom = Map.groupBy(busy, ({ room }) => room);
  const taking = busy.map((one) => ({ ...one.block, needs: fromStock(rules, one) }));
  const free: Room[] = [];
  for (const [index, room] of suitable.entries()) {
    if (free.length === most) break;
    const block = blocks[index] ?? span;
    if (byRoom.get(room.id)?.some((other) => overlaps(other.block, block))) continue;
    const needs = fromStock(rules, { ...wanted, room: room.id });
    const there = needs.size === 0 ? [] : taking.filter((one) => overlaps(one, block));
    if (shortages(rules, { ...block, needs }, there).length === 0) free.push(room);
  }
  return free;
}

interface FreeTime extends Span {
  room: string;
}

/** When the room of each wish could have the meeting, nearest first and at most so many times each. */
async function freeTimes(
  db: Db,
  context: DeskContext,
  wishes: readonly Wanted[],
  most: number,
): Promise<FreeTime[]> {
  const [wanted] = wishes;
  if (wanted === undefined) return [];
  const rules = roomRulesOf(context.profile);
  const now = context.now();
  const windows = wishes.map((wish) => windowAround(blockOf(rules, wish), now));
  const rooms = wishes.map(({ room }) => room);
  const there = await occupations(db, { ...wanted, rooms, spans: windows, now });
  const byRoom = Map.groupBy(there, ({ room }) => room);
  const fitting = wishes.flatMap((wish, index) => {
    const busy = (byRoom.get(wish.room) ?? []).map(({ block }) => block);
    return timesThatFit(context, wish, { busy, window: windows[index] ?? wish, most: most + MORE_FOR_STOCK });
  });
  const inStock = await withStock(db, context, wanted, fitting);
  return rooms.flatMap((room) => inStock.filter((time) => time.room === room).slice(0, most));
}

/** A week back and forth, but nothing that is past; it ends where the last one that begins in it does. */
function windowAround(block: Span, now: number): Span {
  const week = { start: block.start - WEEK_MS, end: block.start + WEEK_MS };
  const start = block.start < now ? week.start : Math.max(now, week.start);
  return { start, end: week.end + (block.end - block.start) };
}

/** When the room is open, free and fit, whatever becomes of the things that are needed. */
function timesThatFit(
  context: DeskContext,
  wish: Wanted,
  { busy, window, most }: { busy: Span[]; window: Span; most: number },
): FreeTime[] {
  const rules = roomRulesOf(context.profile);
  const block = blockOf(rules, wish);
  const begins = { start: window.start, end: window.end - (block.end - block.start) };
  const taken = [...busy, ...closedFor(rules, wish, window)];
  return freeSpans(taken, block, { window: begins, zone: context.zone, most })
    .map((span) => ({
      room: wish.room,
      start: span.start + (wish.start - block.start),
      end: span.end - (block.end - wish.end),
    }))
    .filter((time) => roomFault(rules, { ...wish, ...time }) === null);
}

/** Times that are looked at further where the things that are needed may be in use. */
const MORE_FOR_STOCK = 5;

/** Those at which there is enough of what the meeting takes from the stock; asked of all of them at once. */
async function withStock(
  db: Db,
  context: DeskContext,
  wanted: Wanted,
  times: readonly FreeTime[],
): Promise<FreeTime[]> {
  const rules = roomRulesOf(context.profile);
  const asked = times.map((time) => ({
    time,
    block: blockOf(rules, time),
    needs: fromStock(rules, { ...wanted, room: time.room }),
  }));
  const using = [...new Set(asked.flatMap(({ needs }) => usedWith(needs)))];
  if (using.length === 0) return [...times];
  const spans = asked.map(({ block }) => block);
  const busy = await occupations(db, { ...wanted, using, spans, now: context.now() });
  const users = busy.map((one) => ({ ...one.block, needs: fromStock(rules, one) }));
  return asked.flatMap(({ time, block, needs }) => {
    const there = users.filter((user) => overlaps(user, block));
    return shortages(rules, { ...block, needs }, there).length === 0 ? [time] : [];
  });
}

/** Preparing and clearing may be done while a room is closed. */
function closedFor(rules: RoomRules, { room }: { room: string }, window: Span): Span[] {
  const inside = blockOf(rules, { room, start: 0, end: 0 });
  return closedSpans(rules, room, window)
    .map(({ start, end }) => ({ start: start + inside.end, end: end + inside.start }))
    .filter(({ start, end }) => end > start);
}
