/** What came with messages. The bytes lie elsewhere (server/attachments/blobs.ts), under the same id. */
import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Attachment } from '../../bot/types.ts';
import type { TicketAttachment } from '../desk/ticket-record.ts';
import type { Db, Trx } from './database.ts';
import type { AttachmentTable } from './schema/messages.ts';

export type StoredAttachment = Selectable<AttachmentTable>;

export interface NewAttachments {
  conversationKey: string;
  channel: string;
  attachments: readonly Attachment[];
  /** Epoch milliseconds. */
  now: number;
  /** Who is to see them once they are a ticket's; `crew` where it is not said. */
  forWhom?: StoredAttachment['for_whom'];
}

/** Where a file comes from that no platform has to be asked for. */
const OWN = 'desk';
const UPLOADED = 'upload';

/** A file that the desk made itself; gives its id. Its bytes are put under that by the caller. */
export async function recordOwnFile(
  db: Db,
  file: { name: string; type: string; size: number; kind: 'image' | 'file'; now: number },
): Promise<string> {
  const { now, ...known } = file;
  const id = randomUUID();
  const of = { conversation_key: '', channel: OWN, ref: '', status: 'kept' as const, ticket: null };
  await db
    .insertInto('attachment')
    .values({ id, ...of, ...known, received_at: new Date(now) })
    .execute();
  return id;
}

/** A file that somebody uploaded for a message they will send; gives its id. */
export async function recordUpload(
  db: Db,
  file: { user: string; name: string; type: string; size: number; kind: 'image' | 'file'; now: number },
): Promise<string> {
  const { user, now, ...known } = file;
  const id = randomUUID();
  const of = { conversation_key: '', channel: UPLOADED, ref: user, status: 'kept' as const, ticket: null };
  await db
    .insertInto('attachment')
    .values({ id, ...of, ...known, received_at: new Date(now) })
    .execute();
  return id;
}

/** How many of a person's uploads no message has brought yet. */
export async function countUploads(db: Db, user: string): Promise<number> {
  const { count } = await db
    .selectFrom('attachment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('conversation_key', '=', '')
    .where('channel', '=', UPLOADED)
    .where('ref', '=', user)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Those of the ids that are a person's own uploads, whether or not a message brought them before. */
export async function uploadsOf(db: Db, user: string, ids: readonly string[]): Promise<StoredAttachment[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('attachment')
    .selectAll()
    .where('id', 'in', [...ids])
    .where('channel', '=', UPLOADED)
    .where('ref', '=', user)
    .execute();
}

/** A message brought them: they are of its conversation from now on. */
export async function bringUploads(trx: Trx, given: NewAttachments): Promise<void> {
  const ids = given.attachments.map(({ ref }) => ref);
  if (ids.length === 0) return;
  await trx
    .updateTable('attachment')
    .set({
      conversation_key: given.conversationKey,
      received_at: new Date(given.now),
      for_whom: given.forWhom ?? 'crew',
    })
    .where('id', 'in', ids)
    .where('channel', '=', UPLOADED)
    .where('conversation_key', '=', '')
    .execute();
}

/** Uploads that no message brought are forgotten; gives the ids whose bytes can go. */
export async function forgetUploads(db: Db, before: number): Promise<string[]> {
  const gone = await db
    .deleteFrom('attachment')
    .where('conversation_key', '=', '')
    .where('channel', '=', UPLOADED)
    .where('received_at', '<', new Date(before))
    .returning('id')
    .execute();
  return gone.map(({ id }) => id);
}

/** To be fetched. They become a ticket's when one is opened or added to in their conversation. */
export async function recordAttachments(trx: Trx, given: NewAttachments): Promise<void> {
  const rows = given.attachments.map(({ kind, name, type, size, ref }) => ({
    id: randomUUID(),
    conversation_key: given.conversationKey,
    channel: given.channel,
    ref,
    kind,
    name,
    type: type ?? null,
    size: size ?? null,
    status: 'waiting' as const,
    ticket: null,
    for_whom: given.forWhom ?? ('crew' as const),
    received_at: new Date(given.now),
  }));
  if (rows.length > 0) await trx.insertInto('attachment').values(rows).execute();
}

/** What came in a conversation at `since` (epoch milliseconds) or later, and is no ticket's yet. */
export interface Claims {
  conversationKey: string;
  since: number;
}

/** It becomes this ticket's; gives it, in the order it came, as the ticket shows it. */
export async function claimAttachments(
  trx: Trx,
  { conversationKey, ticket, since }: Claims & { ticket: string },
): Promise<TicketAttachment[]> {
  const claimed = await trx
    .updateTable('attachment')
    .set({ ticket })
    .where('conversation_key', '=', conversationKey)
    .where('ticket', 'is', null)
    .where('received_at', '>=', new Date(since))
    .where('status', '!=', 'refused')
    .returningAll()
    .execute();
  return claimed
    .sort((one, other) => one.received_at.getTime() - other.received_at.getTime())
    .map(({ id, name, kind, type, size }) => ({ id, name, type: type ?? kind, size: Number(size ?? 0) }));
}

/** The same for a ticket that is there already: it shows them from now on. */
export async function addClaimed(trx: Trx, claims: Claims & { ticket: string }): Promise<void> {
  const added = await claimAttachments(trx, claims);
  if (added.length === 0) return;
  await trx
    .updateTable('ticket')
    .set({ attachments: sql`attachments || ${JSON.stringify(added)}::jsonb` })
    .where('number', '=', claims.ticket)
    .execute();
}

export async function findAttachment(db: Db, id: string): Promise<StoredAttachment | null> {
  const found = await db.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst();
  return found ?? null;
}

/** Takes the oldest that is due and nobody else has; `leaseMs` later it is due again, unless it was settled. */
export async function leaseAttachment(
  db: Db,
  now: number,
  leaseMs: number,
): Promise<StoredAttachment | null> {
  return db.transaction().execute(async (trx) => {
    const due = await trx
      .selectFrom('attachment')
      .selectAll()
      .where('status', '=', 'waiting')
      .where((eb) => eb.or([eb('not_before', 'is', null), eb('not_before', '<=', new Date(now))]))
      .orderBy('received_at')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!due) return null;
    const attempts = due.attempts + 1;
    await trx
      .updateTable('attachment')
      .set({ attempts, not_before: new Date(now + leaseMs) })
      .where('id', '=', due.id)
      .execute();
    return { ...due, attempts };
  });
}

export type Settled =
  | { status: 'kept'; type: string; size: number }
  | { status: 'refused'; error: string }
  /** To be tried again at `at`, epoch milliseconds. */
  | { status: 'waiting'; error: string; at: number };

/** Its ticket shows what it turned out to be, or no longer shows it. */
export async function settleAttachment(db: Db, id: string, settled: Settled): Promise<void> {
  const change =
    settled.status === 'kept'
      ? { status: settled.status, type: settled.type, size: settled.size, last_error: null }
      : settled.status === 'refused'
        ? { status: settled.status, last_error: settled.error }
        : { last_error: settled.error, not_before: new Date(settled.at) };
  await db.transaction().execute(async (trx) => {
    const { ticket } = await trx
      .updateTable('attachment')
      .set(change)
      .where('id', '=', id)
      .returning('ticket')
      .executeTakeFirstOrThrow();
    if (ticket === null || settled.status === 'waiting') return;
    const known = settled.status === 'kept' ? { type: settled.type, size: settled.size } : null;
    await sql`
      update ticket set attachments = coalesce((
        select jsonb_agg(case when item->>'id' = ${id} then item || ${JSON.stringify(known ?? {})}::jsonb else item end order by n)
        from jsonb_array_elements(attachments) with ordinality as t (item, n)
        where ${known !== null}::boolean or item->>'id' <> ${id}), '[]')
      where number = ${ticket}`.execute(trx);
  });
}

/** What never became a ticket's is forgotten; gives the ids whose bytes can go. */
export async function forgetUnclaimed(db: Db, before: number): Promise<string[]> {
  const gone = await db
    .deleteFrom('attachment')
    .where('ticket', 'is', null)
    .where('received_at', '<', new Date(before))
    .returning('id')
    .execute();
  return gone.map(({ id }) => id);
}

/** The newest of a ticket that are kept and that its requester may see, oldest first. */
export async function filesOfTicket(db: Db, ticket: string, limit: number): Promise<StoredAttachment[]> {
  const newest = await db
    .selectFrom('attachment')
    .selectAll()
    .where('ticket', '=', ticket)
    .where('status', '=', 'kept')
    .where('for_whom', '!=', 'nobody')
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return newest.reverse();
}

/**
 * What a member of the crew sent in their conversation since `since` (epoch milliseconds), with their note on a ticket:
 * it is that ticket's, and its requester is to see it.
 */
export async function giveToRequester(trx: Trx, given: Claims & { ticket: string }): Promise<void> {
  const { conversationKey, since, ticket } = given;
  await addClaimed(trx, given);
  await trx
    .updateTable('attachment')
    .set({ for_whom: 'requester' })
    .where('conversation_key', '=', conversationKey)
    .where('ticket', '=', ticket)
    .where('received_at', '>=', new Date(since))
    .where('shown_at', 'is', null)
    .execute();
}

/** Kept ones of tickets that nobody was shown yet, oldest first; they count as shown from now on. */
export async function takeUnshown(trx: Trx, now: number, limit: number): Promise<StoredAttachment[]> {
  const found = await trx
    .selectFrom('attachment')
    .selectAll()
    .where('status', '=', 'kept')
    .where('ticket', 'is not', null)
    .where('shown_at', 'is', null)
    .where('for_whom', '!=', 'nobody')
    .orderBy('received_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  if (found.length === 0) return [];
  await trx
    .updateTable('attachment')
    .set({ shown_at: new Date(now) })
    .where(
      'id',
      'in',
      found.map(({ id }) => id),
    )
    .execute();
  return found;
}
