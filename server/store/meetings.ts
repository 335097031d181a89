/** Meetings and their histories as they are stored. */
import { type SqlBool, sql } from 'kysely';
import type { Address } from '../../bot/types.ts';
import type { MeetingStatus } from '../desk/meeting-record.ts';
import type { MeetingEntry, MeetingState } from '../desk/meeting-state.ts';
import { isNumber } from '../desk/numbers.ts';
import type { Account } from '../desk/person.ts';
import type { Db, Trx } from './database.ts';
import { type MeetingRow, type StoredMeeting, toMeeting, toMeetingRow } from './meeting-rows.ts';

export type { StoredMeeting };

export async function insertMeeting(
  trx: Trx,
  meeting: MeetingState,
  address: Address,
  created: MeetingEntry,
): Promise<void> {
  const { id } = await trx
    .insertInto('meeting')
    .values({ ...toMeetingRow(meeting), address: JSON.stringify(address) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertEntry(trx, id, created);
}

/** Saves the meeting as it stands now, and adds to its history. */
export async function saveMeeting(
  trx: Trx,
  id: number,
  meeting: MeetingState,
  ...added: MeetingEntry[]
): Promise<void> {
  await trx.updateTable('meeting').set(toMeetingRow(meeting)).where('id', '=', id).execute();
  for (const entry of added) await insertEntry(trx, id, entry);
}

async function insertEntry(trx: Trx, meetingId: number, entry: MeetingEntry): Promise<void> {
  const { at, actor, action, detail } = entry;
  await trx
    .insertInto('meeting_history')
    .values({ meeting_id: meetingId, at: new Date(at), actor, action, detail: JSON.stringify(detail) })
    .execute();
}

export async function findMeeting(db: Db, number: string): Promise<StoredMeeting | null> {
  if (!isNumber('meeting', number)) return null;
  const rows = await db.selectFrom('meeting').selectAll().where('number', '=', number).execute();
  return (await withHistories(db, rows))[0] ?? null;
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockMeeting(trx: Trx, number: string): Promise<StoredMeeting | null> {
  if (!isNumber('meeting', number)) return null;
  const rows = await trx.selectFrom('meeting').selectAll().where('number', '=', number).forUpdate().execute();
  return (await withHistories(trx, rows))[0] ?? null;
}

export async function withHistories(db: Db, rows: MeetingRow[]): Promise<StoredMeeting[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const lines = await db
    .selectFrom('meeting_history')
    .selectAll()
    .where('meeting_id', 'in', ids)
    .orderBy('id')
    .execute();
  const byMeeting = Map.groupBy(lines, (line) => line.meeting_id);
  return rows.map((row) => ({
    id: row.id,
    meeting: toMeeting(row),
    history: (byMeeting.get(row.id) ?? []).map(({ at, actor, action, detail }) => ({
      at: at.getTime(),
      actor,
      action,
      detail,
    })),
    address: row.address,
  }));
}

/** What a list is narrowed by; what is left out does not narrow. Moments are epoch milliseconds. */
export interface MeetingFilter {
  /** Those that overlap the time from here on. */
  from?: number | undefined;
  /** Those that overlap the time up to here. */
  to?: number | undefined;
  /** Those that have not ended at this moment. */
  notEndedAt?: number | undefined;
  room?: string | undefined;
  requesterId?: string | undefined;
  /** Of one person: by any of these accounts. */
  requesters?: readonly Account[] | undefined;
  statuses?: MeetingStatus[] | undefined;
  /** Only those recorded before this id. */
  beforeId?: number | undefined;
  limit: number;
  order: 'newest' | 'soonest';
}

export async function listMeetings(db: Db, filter: MeetingFilter): Promise<StoredMeeting[]> {
  const { from, to, notEndedAt, room, requesterId, requesters, statuses, beforeId } = filter;
  const rows = await db
    .selectFrom('meeting')
    .selectAll()
    .where((eb) => {
      const given = [
        from === undefined ? null : eb('end_at', '>', new Date(from)),
        to === undefined ? null : eb('start_at', '<', new Date(to)),
        notEndedAt === undefined ? null : notEnded(notEndedAt, statuses),
        room === undefined ? null : eb('room', '=', room),
        requesterId === undefined ? null : eb('requester_id', '=', requesterId),
        requesters === undefined
          ? null
          : eb.or(
              requesters.map(({ channel, account }) =>
                eb.and([eb('requester_id', '=', account), eb(sql`requester ->> 'channel'`, '=', channel)]),
              ),
            ),
        statuses === undefined ? null : eb('status', 'in', statuses),
        beforeId === undefined ? null : eb('id', '<', beforeId),
      ];
      return eb.and(given.filter((condition) => condition !== null));
    })
    .orderBy(filter.order === 'newest' ? 'id' : 'start_at', filter.order === 'newest' ? 'desc' : 'asc')
    .limit(filter.limit)
    .execute();
  return withHistories(db, rows);
}

/** Those of a series that are not over, from a moment on, in order. */
export async function laterInSeries(
  db: Db,
  series: string,
  from: number,
): Promise<{ number: string; start: number; end: number }[]> {
  const rows = await db
    .selectFrom('meeting')
    .select(['number', 'start_at', 'end_at'])
    .where('series', '=', series)
    .where('status', 'in', ['requested', 'confirmed'])
    .where('start_at', '>=', new Date(from))
    .orderBy('start_at')
    .execute();
  return rows.map(({ number, start_at, end_at }) => ({
    number,
    start: start_at.getTime(),
    end: end_at.getTime(),
  }));
}

/** One that runs over has not ended; one that ended early has, and is listed where `done` is asked for. */
function notEnded(now: number, statuses: MeetingStatus[] = []) {
  return sql<SqlBool>`(case status when 'done' then ${statuses.includes('done')}::boolean
    when 'in_progress' then true else end_at > ${new Date(now)}::timestamptz end)`;
}
