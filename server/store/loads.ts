/** What engineers have in hand. */
import { sql } from 'kysely';
import type { Load } from '../desk/suggest.ts';
import type { Trx } from './database.ts';

/** More than so much in hand is all the same. */
const MOST_COUNTED = 20;

/** Of those named; looked up by name, however many tickets are open. */
export async function loadsOf(trx: Trx, names: readonly string[]): Promise<Load[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<{ name: string; count: number; buildings: string[] }>`
    select n.name, count(t.id)::int as count,
      coalesce(array_agg(distinct t.building) filter (where t.building is not null), '{}') as buildings
    from unnest(array[${sql.join(names)}]::text[]) as n (name)
    left join lateral (
      select id, location ->> 'building' as building from ticket
      where assignee = n.name and status in ('new', 'assigned', 'accepted', 'on_hold') limit ${MOST_COUNTED}
    ) t on true
    group by n.name`.execute(trx);
  return rows;
}
