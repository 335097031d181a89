/** What was met about in a span, counted: by unit, by things used, and what broke meanwhile. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

export interface MeetingFigures {
  meetings: number;
  hours: number;
  cancelled: number;
  byUnit: { unit: string; meetings: number; hours: number }[];
  byRoom: { room: string; meetings: number; hours: number }[];
  equipment: { what: string; meetings: number; pieces: number }[];
  /** What the crew counted at clearing. */
  used: { what: string; pieces: number }[];
  /** `average` is 0 where nobody rated. */
  rating: { count: number; average: number };
  /** Tickets about a room that were opened while a meeting was held there. */
  faultsDuring: number;
}

/** Meetings that begin in the span; moments in epoch milliseconds. A unit that nobody told is empty. */
export async function meetingFigures(
  db: Db,
  { from, to }: { from: number; to: number },
): Promise<MeetingFigures> {
  const held = sql`from meeting where status <> 'cancelled' and ${within(sql`start_at`, from, to)}`;
  const hours = sql`coalesce(round(sum(extract(epoch from end_at - start_at)) / 3600, 2), 0)::float8`;
  const [total] = (
    await sql<{
      meetings: number;
      hours: number;
    }>`select count(*)::int as meetings, ${hours} as hours ${held}`.execute(db)
  ).rows;
  const [called] = (
    await sql<{ count: number }>`select count(*)::int as count from meeting
      where status = 'cancelled' and ${within(sql`start_at`, from, to)}`.execute(db)
  ).rows;
  const byUnit = await sql<{ unit: string; meetings: number; hours: number }>`
    select coalesce(requester ->> 'department', '') as unit, count(*)::int as meetings, ${hours} as hours ${held}
    group by 1 order by 2 desc, 1`.execute(db);
  const byRoom = await sql<{ room: string; meetings: number; hours: number }>`
    select room, count(*)::int as meetings, ${hours} as hours ${held} group by 1 order by 2 desc, 1`.execute(
    db,
  );
  const equipment = await sql<{ what: string; meetings: number; pieces: number }>`
    select what, count(*)::int as meetings, sum(coalesce((quantities ->> what)::int, 1))::int as pieces
    from (select jsonb_array_elements_text(equipment) as what, quantities ${held}) as used
    group by 1 order by 2 desc, 1`.execute(db);
  const used = await sql<{ what: string; pieces: number }>`
    select key as what, sum(value::int)::int as pieces
    from (select used ${held}) as cleared, jsonb_each_text(used) where value <> '0'
    group by 1 order by 2 desc, 1`.execute(db);
  const [rating] = (
    await sql<{ count: number; average: number }>`
      select count(rating)::int as count,
        coalesce(round(avg((rating ->> 'score')::numeric), 2), 0)::float8 as average ${held}`.execute(db)
  ).rows;
  const [faults] = (
    await sql<{ count: number }>`select count(*)::int as count from ticket_history
      where action = 'created' and detail ? 'meeting' and ${within(sql`at`, from, to)}`.execute(db)
  ).rows;
  return {
    meetings: total?.meetings ?? 0,
    hours: total?.hours ?? 0,
    cancelled: called?.count ?? 0,
    byUnit: byUnit.rows,
    byRoom: byRoom.rows,
    equipment: equipment.rows,
    used: used.rows,
    rating: rating ?? { count: 0, average: 0 },
    faultsDuring: faults?.count ?? 0,
  };
}

function within(column: ReturnType<typeof sql>, from: number, to: number) {
  return sql`${column} >= ${new Date(from)}::timestamptz and ${column} < ${new Date(to)}::timestamptz`;
}
