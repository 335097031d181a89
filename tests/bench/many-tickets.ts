/** A database with very many tickets: one in twenty is open, each open one with four targets that are due some day. */
import { sql } from 'kysely';
import type { Db } from '../../server/store/database.ts';

const AT_ONCE = 50_000;

/** `now`: epoch milliseconds. Tickets are numbered from the oldest on, a minute apart. */
export async function manyTickets(db: Db, count: number, now: number): Promise<void> {
  // An index is made of many rows far sooner than it takes them in one by one.
  const { rows } = await sql<{ indexdef: string }>`
    select indexdef from pg_indexes where indexname = 'ticket_search_pieces'`.execute(db);
  await sql`drop index ticket_search_pieces`.execute(db);
  for (let from = 1; from <= count; from += AT_ONCE) {
    const to = Math.min(from + AT_ONCE - 1, count);
    await insertTickets(db, from, to, count, now);
  }
  for (const { indexdef } of rows) await sql.raw(indexdef).execute(db);
  await sql`analyze`.execute(db);
}

async function insertTickets(db: Db, from: number, to: number, count: number, now: number): Promise<void> {
  const at = sql`(${new Date(now)}::timestamptz - (${count} - n) * interval '1 minute')`;
  // Spread over the coming month, whenever it was opened.
  const later = sql`(${new Date(now)}::timestamptz + (1 + n % 700) * interval '1 hour')`;
  await sql`
    insert into ticket (number, kind, status, category, urgency, priority, title, description, requester, requester_id,
      requester_channel, address, team, assignee, respond_by, on_site_by, resolve_by, fallback_plan_by, responded_at,
      resolved_at, closed_at, created_at, updated_at)
    select 'T20200101-' || (100000 + n), 'fault', case when n % 20 = 0 then 'assigned' else 'closed' end,
      (array['printing', 'network', 'computer', 'software', 'account', 'email', 'conference'])[1 + n % 7],
      (array['normal', 'high', 'low'])[1 + n % 3], 3, '三楼' || (300 + n % 60) || '打印机卡纸', case when n % 997 = 0 then '投影仪偏色' else '早上开始卡纸，重启过也不行' end,
      jsonb_build_object('id', 'u' || (n % 3000), 'channel', 'web', 'vip', false), 'u' || (n % 3000), 'web',
      jsonb_build_object('channel', 'web', 'chat', 'u' || (n % 3000), 'kind', 'private'),
      (array['桌面组', '网络系统组'])[1 + n % 2], (array['李明', '王芳', '张浩', '赵军', '陈静'])[1 + n % 5],
        ${later}, ${later}, ${later}, ${later},
      case when n % 20 = 0 then null else ${at} end, case when n % 20 = 0 then null else ${at} end,
      case when n % 20 = 0 then null else ${at} end, ${at}, ${at}
    from generate_series(${from}::int, ${to}::int) as n`.execute(db);
  await sql`
    insert into ticket_history (ticket_id, at, actor, action, detail)
    select id, created_at, 'u1', action, '{}' from ticket, unnest(array['created', 'assign']) as action
    where number between ${`T20200101-${100000 + from}`} and ${`T20200101-${100000 + to}`}
      and length(number) between ${`T20200101-${100000 + from}`.length} and ${`T20200101-${100000 + to}`.length}`.execute(
    db,
  );
  await sql`
    insert into ticket_due (ticket_id, target, next_at)
    select id, target, resolve_by from ticket, unnest(array['respond', 'on_site', 'resolve', 'fallback_plan']) as target
    where status = 'assigned' on conflict do nothing`.execute(db);
}

/** So many of the open tickets have one target that is over, and nobody has looked at it yet. */
export async function makeDue(db: Db, count: number, at: number): Promise<void> {
  const over = new Date(at);
  await sql`
    with due as (
      select id from ticket where status = 'assigned' and not breached ? 'respond' order by id limit ${count}
    ), moved as (
      update ticket set respond_by = ${over}, created_at = ${new Date(at - 3_600_000)} where id in (select id from due)
    )
    update ticket_due set next_at = ${over} where target = 'respond' and ticket_id in (select id from due)`.execute(
    db,
  );
}
