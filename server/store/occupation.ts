/** What stands in the way of a meeting: other meetings, and rooms that somebody is about to book. */
import { type RawBuilder, sql } from 'kysely';
import type { Span } from '../desk/alternatives.ts';
import type { Db, Trx } from './database.ts';
import type { RequesterJson } from './schema/tickets.ts';

/**
 * Holds the room, and the things that all rooms share, until the transaction ends: whoever else wants them waits, and then
 * sees what was booked. The room comes first and things in one order, so that nobody waits in a circle.
 */
export async function lockRoom(trx: Trx, room: string, things: readonly string[]): Promise<void> {
  const names = [`room ${room}`, ...[...things].sort().map((what) => `stock ${what}`)];
  await sql`select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${listOf(names)}) as name`.execute(
    trx,
  );
}

/** A meeting, or a hold, whose `number` is `HELD`. */
export interface Occupation extends Span {
  number: string;
  room: string;
  block: Span;
  equipment: string[];
  quantities: Record<string, number>;
}

export const HELD = 'held';

/** Whose booking it is: their own meeting and their own hold stand in no way. */
export interface Own {
  /** The meeting's own number, where it is one that moves. */
  except?: string | undefined;
  /** Who holds a room for it. */
  holder?: string | undefined;
}

interface Row {
  number: string;
  room: string;
  start: number;
  end: number;
  block_from: number;
  block_to: number;
  /** Null where there are none: most meetings need nothing, and each list costs its reading. */
  equipment: string[] | null;
  quantities: Record<string, number> | null;
}

/** Epoch milliseconds as a plain number: a busy hour has a row a room, and moments are slow to read. */
const COLUMNS = sql`room, (extract(epoch from start_at) * 1000)::float8 as start,
    (extract(epoch from end_at) * 1000)::float8 as "end", (extract(epoch from block_from) * 1000)::float8 as block_from,
    (extract(epoch from block_to) * 1000)::float8 as block_to, nullif(equipment, '[]') as equipment,
    nullif(quantities, '{}') as quantities`;

/** Where and when is looked: in some rooms or in all, or for whatever wants one of these things in any room. */
export interface Place {
  rooms?: readonly string[];
  using?: readonly string[];
  /** At any time of one of these. */
  spans: readonly Span[];
}

/**
 * What occupies the place, with the time to prepare and to clear, in order; with `rooms` and `using` what either tells of.
 * `now`, epoch milliseconds, tells which holds still count.
 */
export async function occupations(
  db: Db,
  { rooms: among, using, spans, now, except, holder }: Own & Place & { now: number },
): Promise<Occupation[]> {
  const there = placeIs(among, using, spans);
  const { rows } = await sql<Row>`
    select number, ${COLUMNS} from meeting
    where status <> 'cancelled' and ${there} and number <> ${except ?? ''}
    union all
    select ${HELD}::text, ${COLUMNS} from room_hold
    where expires_at > ${new Date(now)}::timestamptz and ${there} and holder <> ${holder ?? ''}
    order by start`.execute(db);
  return rows.map((row) => ({
    number: row.number,
    room: row.room,
    start: row.start,
    end: row.end,
    block: { start: row.block_from, end: row.block_to },
    equipment: row.equipment ?? [],
    quantities: row.quantities ?? {},
  }));
}

/** One parameter for each: an embedded database takes no list as one. */
function listOf(words: readonly string[]): RawBuilder<unknown> {
  return sql`array[${sql.join(words)}]::text[]`;
}

/** Some rooms' meetings are found by their names (index `meeting_room_block`), those of all rooms by their time. */
function placeIs(rooms: Place['rooms'], using: Place['using'], spans: Place['spans']): RawBuilder<unknown> {
  const from = new Date(Math.min(...spans.map(({ start }) => start)));
  const to = new Date(Math.max(...spans.map(({ end }) => end)));
  if (rooms !== undefined && using === undefined)
    return sql`room = any(${listOf(rooms)}) and block_from < ${to}::timestamptz and block_to > ${from}::timestamptz`;
  const ranges = spans.map(
    (span) => sql`tstzrange(${new Date(span.start)}::timestamptz, ${new Date(span.end)}::timestamptz)`,
  );
  const then = sql`(${sql.join(
    ranges.map((range) => sql`tstzrange(block_from, block_to) && ${range}`),
    sql` or `,
  )})`;
  if (using === undefined) return then;
  const wants = sql`equipment ?| ${listOf(using)}`;
  return rooms === undefined
    ? sql`${then} and ${wants}`
    : sql`${then} and (room = any(${listOf(rooms)}) or ${wants})`;
}

export interface Hold extends Span {
  holder: string;
  room: string;
  block: Span;
  equipment: readonly string[];
  quantities: Readonly<Record<string, number>>;
  expiresAt: number;
}

/** A conversation holds one room: a later hold takes the place of an earlier one. */
export async function saveHold(trx: Trx, hold: Hold): Promise<void> {
  const row = {
    room: hold.room,
    start_at: new Date(hold.start),
    end_at: new Date(hold.end),
    block_from: new Date(hold.block.start),
    block_to: new Date(hold.block.end),
    equipment: JSON.stringify(hold.equipment),
    quantities: JSON.stringify(hold.quantities),
    expires_at: new Date(hold.expiresAt),
  };
  await trx
    .insertInto('room_hold')
    .values({ holder: hold.holder, ...row })
    .onConflict((conflict) => conflict.column('holder').doUpdateSet(row))
    .execute();
}

export async function dropHold(trx: Trx, holder: string): Promise<void> {
  await trx.deleteFrom('room_hold').where('holder', '=', holder).execute();
}

/** Holds that nobody can use any more. */
export async function forgetHolds(db: Db, before: number): Promise<void> {
  await db.deleteFrom('room_hold').where('expires_at', '<', new Date(before)).execute();
}

export interface SeenMeeting extends Span {
  number: string;
  title: string;
  room: string;
  requester: RequesterJson;
}

/** The meetings of all rooms that overlap the span, in order, without the time to prepare and to clear. */
export async function meetingsWithin(db: Db, span: Span): Promise<SeenMeeting[]> {
  const rows = await db
    .selectFrom('meeting')
    .select(['number', 'title', 'room', 'start_at', 'end_at', 'requester'])
    .where('status', '<>', 'cancelled')
    .where(
      sql<boolean>`tstzrange(block_from, block_to) && tstzrange(${new Date(span.start)}::timestamptz, ${new Date(span.end)}::timestamptz)`,
    )
    .where('start_at', '<', new Date(span.end))
    .where('end_at', '>', new Date(span.start))
    .orderBy('start_at')
    .execute();
  return rows.map(({ start_at, end_at, ...rest }) => ({
    ...rest,
    start: start_at.getTime(),
    end: end_at.getTime(),
  }));
}
