/** Addresses that hear of every change of a ticket, and what each has yet to hear, in order. */
import { sql } from 'kysely';
import type { Db, Trx } from './database.ts';
import { later } from './driver/later.ts';

export interface Webhook {
  id: number;
  url: string;
  /** It hears of this vendor's tickets alone, by the vendor's name; null: of all. */
  vendor: string | null;
  createdAt: number;
}

/** The same address again keeps its place in the order and gets the new secret. */
export async function saveWebhook(
  db: Db,
  { url, secret, vendor }: { url: string; secret: string; vendor: string | null },
  now: number,
): Promise<Webhook> {
  const row = await db
    .insertInto('webhook')
    .values({ url, secret, vendor, created_at: new Date(now) })
    .onConflict((conflict) => conflict.column('url').doUpdateSet({ secret, vendor }))
    .returning(['id', 'url', 'vendor', 'created_at'])
    .executeTakeFirstOrThrow();
  return { id: row.id, url: row.url, vendor: row.vendor, createdAt: row.created_at.getTime() };
}

export async function listWebhooks(db: Db): Promise<Webhook[]> {
  const rows = await db
    .selectFrom('webhook')
    .select(['id', 'url', 'vendor', 'created_at'])
    .orderBy('id')
    .execute();
  return rows.map(({ id, url, vendor, created_at }) => ({
    id,
    url,
    vendor,
    createdAt: created_at.getTime(),
  }));
}

/** False where there is none; what it had yet to hear goes with it. */
export async function removeWebhook(db: Db, id: number): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('webhook').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

/**
 * Every address hears each of these, in this order; one of a vendor what concerns the tickets that it has, and that it has one no
 * longer (`detail.vendorWas`). Nothing is written where there is none.
 */
export async function queueDeliveries(trx: Trx, bodies: readonly object[], now: number): Promise<void> {
  if (bodies.length === 0) return;
  const queueing = sql`
    insert into webhook_delivery (webhook_id, body, created_at)
    select w.id, b.body, ${new Date(now)}
    from webhook w, jsonb_array_elements(${JSON.stringify(bodies)}::jsonb) with ordinality as b (body, n)
    where w.vendor is null or w.vendor = b.body #>> '{ticket,vendor}' or w.vendor = b.body #>> '{detail,vendorWas}'
    order by w.id, b.n`;
  await later(trx, queueing.compile(trx));
}

export interface Delivery {
  id: number;
  url: string;
  secret: string;
  body: unknown;
  attempts: number;
}

/** The oldest of each address, where it is due; one that waits holds back those behind it. A lease that lapses is sent again. */
export async function leaseDeliveries(db: Db, now: number, leaseMs: number): Promise<Delivery[]> {
  const at = new Date(now);
  const { rows } = await sql<Delivery>`
    with heads as (
      select distinct on (webhook_id) id, not_before from webhook_delivery where not dead order by webhook_id, id
    ), due as (
      select d.id from webhook_delivery d join heads h on h.id = d.id
      where h.not_before is null or h.not_before <= ${at} for update of d skip locked
    )
    update webhook_delivery d set not_before = ${new Date(now + leaseMs)}
    from due, webhook w where d.id = due.id and w.id = d.webhook_id
    returning d.id, w.url, w.secret, d.body, d.attempts`.execute(db);
  return rows;
}

export async function markDelivered(db: Db, id: number): Promise<void> {
  await db.deleteFrom('webhook_delivery').where('id', '=', id).execute();
}

/** `at` is null where it is given up; the ones behind it go on then. */
export async function markFailed(
  db: Db,
  id: number,
  { attempts, error, at }: { attempts: number; error: string; at: number | null },
): Promise<void> {
  const not_before = at === null ? null : new Date(at);
  await db
    .updateTable('webhook_delivery')
    .set({ attempts, last_error: error, not_before, dead: at === null })
    .where('id', '=', id)
    .execute();
}
