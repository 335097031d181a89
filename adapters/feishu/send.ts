/** One reply on its way: as an answer in its thread, as a new message, or in the place of the card that was sent. */
import { createHash } from 'node:crypto';
import type { Outgoing, SendResult } from '../../bot/channel.ts';
import type { FeishuClient } from './client.ts';
import { type EncodedMessage, encode } from './encode.ts';
import { resultOf } from './failure.ts';
import { FeishuError } from './http.ts';
import { uploaded } from './upload.ts';

/** The message to answer or to change is gone, too old, or can't be answered in a thread: a new one is sent. */
const GONE: ReadonlySet<number> = new Set([230003, 230011, 230031, 230050, 230071, 230072, 230110]);

export async function send(client: FeishuClient, message: Outgoing): Promise<SendResult> {
  const messages = encode(message.reply, message.address);
  try {
    const platformMessageId = await deliver(client, message, messages);
    return { ok: true, platformMessageId };
  } catch (error) {
    return resultOf(error);
  }
}

/** The first part is the one that is known by its id: later states of a card replace it. */
async function deliver(
  client: FeishuClient,
  message: Outgoing,
  [first, ...rest]: readonly EncodedMessage[],
): Promise<string> {
  if (!first) throw new FeishuError('nothing to send', null, null);
  const { platformMessageId } = message;
  if (platformMessageId && first.type === 'interactive' && (await patched(client, platformMessageId, first)))
    return platformMessageId;
  const id = await post(client, message, first, { part: 1, ...first });
  for (const [index, part] of rest.entries()) await post(client, message, part, { part: index + 2, ...part });
  // A key of its own comes with each upload: a repeat is known by the file.
  for (const file of message.files ?? [])
    await post(client, message, await uploaded(client, file), { file: file.id });
  return id;
}

/** False where the card is no longer there to be changed. */
async function patched(client: FeishuClient, id: string, { content }: EncodedMessage): Promise<boolean> {
  try {
    await client.patch(id, content);
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

async function post(
  client: FeishuClient,
  message: Outgoing,
  part: EncodedMessage,
  of: object,
): Promise<string> {
  const { address, inReplyTo } = message;
  const to = inReplyTo ?? address.topic;
  const uuid = uuidOf(message, of);
  if (to === undefined) return client.create(address.chat, part, uuid);
  try {
    const inThread = address.topic !== undefined;
    return await client.reply({ message: to, chat: address.chat, inThread }, part, uuid);
  } catch (error) {
    if (!isGone(error)) throw error;
    return client.create(address.chat, part, uuid);
  }
}

/**
 * The platform sends one message an hour under a `uuid`. It is made of what is sent as well as of its number: a desk
 * that begins anew with an empty database counts from one again.
 */
function uuidOf({ id, address }: Outgoing, of: object): string {
  const all = JSON.stringify([id, address.chat, address.topic ?? '', of]);
  return createHash('sha256').update(all).digest('hex').slice(0, 48);
}

function isGone(error: unknown): boolean {
  return error instanceof FeishuError && error.code !== null && GONE.has(error.code);
}
