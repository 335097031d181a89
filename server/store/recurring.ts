/** Faults that come again: of one asset, of one device in one room, of one system. */
import { sql } from 'kysely';
import type { TicketState } from '../desk/ticket-state.ts';
import type { Db, Trx } from './database.ts';

/**
 * How many faults of the same thing were reported since `since` (epoch milliseconds): by its asset number, else as the device of
 * a room. 0 where nothing says which one it is. Withdrawn ones do not count.
 */
export async function faultsOfSame(
  trx: Trx,
  { kind, asset, device, location }: Pick<TicketState, 'kind' | 'asset' | 'device' | 'location'>,
  since: number,
): Promise<number> {
  if (kind !== 'fault') return 0;
  const room = location?.room;
  const same =
    asset !== null
      ? sql`asset = ${asset}`
      : device !== null && room !== undefined
        ? sql`device = ${device} and location ->> 'room' = ${room}`
        : null;
  if (same === null) return 0;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ticket
    where kind = 'fault' and ${same} and created_at >= ${new Date(since)} and status <> 'cancelled'`.execute(
    trx,
  );
  return rows[0]?.count ?? 0;
}

export interface Recurring {
  what: 'asset' | 'device' | 'system';
  name: string;
  place: string | null;
  count: number;
  /** The newest first. */
  tickets: string[];
}

/** What was reported `least` times or more since `since`, the most frequent first. */
export async function recurringFaults(
  db: Db,
  { since, least, limit }: { since: number; least: number; limit: number },
): Promise<Recurring[]> {
  const { rows } = await sql<Recurring>`
    with faults as (
      select number, created_at,
        case when asset is not null then 'asset' when device is not null and location ->> 'room' is not null then 'device' else 'system' end as what,
        coalesce(asset, case when location ->> 'room' is not null then device end, system) as name,
        case when asset is null and device is not null then location ->> 'room' end as place
      from ticket where kind = 'fault' and status <> 'cancelled' and created_at >= ${new Date(since)}
    )
    select what, name, place, count(*)::int as count, array_agg(number order by created_at desc) as tickets
    from faults where name is not null group by what, name, place having count(*) >= ${least}
    order by count(*) desc, name limit ${limit}`.execute(db);
  return rows;
}
