/** Messages found by the ids that their platform gave them: what was replied to, what was changed or taken back. */
import { sql } from 'kysely';
import { type Action, type Address, Update } from '../../bot/types.ts';
import type { Db } from './database.ts';
import { addressKey, conversationKeyOf } from './keys.ts';

/** The key of the card that a sent message showed, or of the ticket it spoke of; null where it is none of ours. */
export async function cardKeyOfMessage(db: Db, channel: string, messageId: string): Promise<string | null> {
  const row = await db
    .selectFrom('outbox')
    .select(['card_key', 'body'])
    .where('channel', '=', channel)
    .where('platform_message_id', '=', messageId)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!row) return null;
  return row.card_key ?? (row.body.ticket ? `ticket:${row.body.ticket}` : null);
}

/** The action of a button of a sent message, by the message's own id; null where no such message went to that address. */
export async function buttonOf(
  db: Db,
  address: Address,
  outboxId: string,
  place: number,
): Promise<Action | null> {
  if (!/^\d{1,15}$/.test(outboxId)) return null;
  const row = await db
    .selectFrom('outbox')
    .select('body')
    .where('id', '=', Number(outboxId))
    .where('address_key', '=', addressKey(address))
    .executeTakeFirst();
  const button = row?.body.card?.actions[place];
  return button ? { id: button.id, value: button.value } : null;
}

/** The newest update that a message of the platform was recorded as. */
export async function updateOfMessage(
  db: Db,
  channel: string,
  messageId: string,
): Promise<{ update: Update; status: 'pending' | 'done' | 'parked' } | null> {
  const row = await db
    .selectFrom('inbox')
    .select(['body', 'status'])
    .where('channel', '=', channel)
    .where(sql<boolean>`body->>'messageId' = ${messageId}`)
    .where('kind', '=', 'utterance')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const parsed = Update.safeParse(row?.body);
  return row && parsed.success ? { update: parsed.data, status: row.status } : null;
}

/** Puts the new text in the place of one that nobody has looked at yet. False where it is too late for that. */
export async function replaceWaitingText(db: Db, update: Update): Promise<boolean> {
  if (update.kind !== 'utterance' || !update.messageId) return false;
  const { text, masked } = update;
  const row = await db
    .updateTable('inbox')
    .set({
      body: sql`(body - 'masked') || ${JSON.stringify({ text, ...(masked ? { masked } : {}) })}::jsonb`,
    })
    .where('channel', '=', update.address.channel)
    .where(sql<boolean>`body->>'messageId' = ${update.messageId}`)
    .where('conversation_key', '=', conversationKeyOf(update))
    .where('kind', '=', 'utterance')
    .where('status', '=', 'pending')
    .where('attempts', '=', 0)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * What was taken back is not kept: `inPlace` stands for its words, its attachments are gone. What waits of it is not
 * worked any more.
 */
export async function forgetWords(
  db: Db,
  message: { channel: string; messageId: string },
  inPlace: string,
  now: number,
): Promise<void> {
  await sql`
    update inbox set
      body = (body - 'attachments') || ${JSON.stringify({ text: inPlace })}::jsonb,
      done_at = case when status = 'pending' then ${new Date(now)}::timestamptz else done_at end,
      status = case when status = 'pending' then 'done' else status end
    where channel = ${message.channel} and body->>'messageId' = ${message.messageId} and kind = 'utterance'`.execute(
    db,
  );
}
