/** Telephone calls, as the agent logged them. */
import type { Selectable } from 'kysely';
import type { Db, Trx } from './database.ts';
import type { CallLogTable } from './schema/people.ts';

export type StoredCall = Selectable<CallLogTable>;
export type NewCall = Omit<StoredCall, 'id'>;

/** Gives the call's id. */
export async function insertCall(trx: Trx, call: NewCall): Promise<number> {
  const { id } = await trx.insertInto('call_log').values(call).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Newest first; `phone` in digits. */
export async function listCalls(
  db: Db,
  { phone, beforeId, limit }: { phone?: string | undefined; beforeId?: number | undefined; limit: number },
): Promise<StoredCall[]> {
  const calls = db.selectFrom('call_log').selectAll().orderBy('id', 'desc').limit(limit);
  const older = beforeId === undefined ? calls : calls.where('id', '<', beforeId);
  return (phone === undefined ? older : older.where('phone', '=', phone)).execute();
}

export interface DueCallBack {
  id: number;
  phone: string;
  text: string;
  ticket: string | undefined;
  at: Date;
}

/** What callers are to be told and nobody has rung them about yet, the oldest first. */
export async function dueCallBacks(db: Db, channel: string, limit: number): Promise<DueCallBack[]> {
  const rows = await db
    .selectFrom('outbox')
    .leftJoin('call_back', 'call_back.message', 'outbox.id')
    .select(['outbox.id', 'outbox.address', 'outbox.body', 'outbox.created_at'])
    .where('outbox.channel', '=', channel)
    .where('call_back.message', 'is', null)
    .orderBy('outbox.id')
    .limit(limit)
    .execute();
  return rows.map(({ id, address, body, created_at }) => ({
    id,
    phone: address.chat,
    text: body.text,
    ticket: body.ticket,
    at: created_at,
  }));
}

/** False where there is no such message to a telephone; who rang back first stays. */
export async function noteCallBack(
  db: Db,
  { id, agent, channel, now }: { id: number; agent: string; channel: string; now: number },
): Promise<boolean> {
  const found = await db
    .selectFrom('outbox')
    .select('id')
    .where('id', '=', id)
    .where('channel', '=', channel)
    .executeTakeFirst();
  if (!found) return false;
  await db
    .insertInto('call_back')
    .values({ message: id, agent, at: new Date(now) })
    .onConflict((conflict) => conflict.column('message').doNothing())
    .execute();
  return true;
}
