/** One reply on its way: as an answer in its thread, as a new message, or in the place of the card that was sent. */
import { createHash } from 'node:crypto';
import type { Outgoing, SendResult } from '../../bot/channel.ts';
import { type FeishuClient, TOKEN_CODES } from './client.ts';
import { type EncodedMessage, encode } from './encode.ts';
import { FeishuError } from './http.ts';

/** The message to answer or to change is gone, too old, or can't be answered in a thread: a new one is sent. */
const GONE: ReadonlySet<number> = new Set([230003, 230011, 230031, 230050, 230071, 230072, 230110]);
/** Refused for now: too many for one chat or one app, or the platform is busy. */
const LATER: ReadonlySet<number> = new Set([230020, 230049, 99991400, 11232, 11233]);
/** The app's id or secret is refused: nothing is wrong with the message, and an operator has to put it right. */
const APP_REFUSED: ReadonlySet<number> = new Set([10003, 10005, 10014, 10015, ...TOKEN_CODES]);
const APP_REFUSED_MS = 60_000;
/** Where the platform refuses for now and does not say for how long. */
const LATER_MS = 1_000;

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
  const id = await post(client, message, first, 0);
  for (const [index, part] of rest.entries()) await post(client, message, part, index + 1);
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
  index: number,
): Promise<string> {
  const { address, inReplyTo } = message;
  const to = inReplyTo ?? address.topic;
  const uuid = uuidOf(message, part, index);
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
function uuidOf({ id, address }: Outgoing, { content }: EncodedMessage, index: number): string {
  const all = JSON.stringify([id, index, address.chat, address.topic ?? '', content]);
  return createHash('sha256').update(all).digest('hex').slice(0, 48);
}

function isGone(error: unknown): boolean {
  return error instanceof FeishuError && error.code !== null && GONE.has(error.code);
}

/** What becomes of a message that was not taken. */
export function resultOf(error: unknown): Extract<SendResult, { ok: false }> {
  if (!(error instanceof FeishuError)) return { ok: false, retry: true, error: String(error) };
  const { code, status, afterMs, message } = error;
  if (status === 429 || (code !== null && LATER.has(code)))
    return { ok: false, retry: true, afterMs: afterMs ?? LATER_MS, error: message };
  if (code !== null && APP_REFUSED.has(code))
    return { ok: false, retry: true, afterMs: APP_REFUSED_MS, error: message };
  // No answer, or one of a server that is not well: it may have arrived; `uuid` keeps a repeat from showing twice.
  if (status === null || status >= 500)
    return { ok: false, retry: true, error: message, ...(afterMs === undefined ? {} : { afterMs }) };
  return { ok: false, retry: false, error: message };
}
