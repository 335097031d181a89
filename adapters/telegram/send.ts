/** Sends one message of the desk: as a message, several where it is long, or as a change of a card that was sent before. */
import type { Api } from 'grammy';
import type { Outgoing, OutgoingFile, SendResult } from '../../bot/channel.ts';
import { createProgressBook, type ProgressBook } from '../../bot/sending-progress.ts';
import type { Chats } from './chats.ts';
import { forGrammy } from './client.ts';
import { encode, encodeCard, type TelegramMessage } from './encode.ts';
import { type Failure, failureOf } from './failure.ts';
import { messageIdOf, messageNumber } from './ids.ts';
import { type Sending, sayingOf, sendingsOf, type Where } from './sendings.ts';

/** Less than the time after which the outbox gives a message to somebody else. */
export const MOST_MS = 20_000;
/** The same of one with files. */
const MOST_WITH_FILES_MS = 4 * 60_000;
const HELD_BACK_MS = 2_000;
const FLOOD_MS = 5_000;
/** While nobody is reached, however long that is: nothing is given up, and soon after all is sent. */
const AWAY_MS = 15_000;

export interface SendParts {
  api: Api;
  chats: Chats;
  /** What sending one message may take, in milliseconds. */
  mostMs: number;
  /** Something that an operator has to know although the message arrived. */
  onDetour(event: 'telegram.group_moved' | 'telegram.topic_gone', details: Record<string, string>): void;
}

/**
 * Telegram knows no repeats. Words whose answer was lost are sent again, and may stand there twice; a picture or file
 * whose answer was lost is named in words the next time. What is known to have arrived is not sent again, even where a
 * later part of the same message failed.
 */
export function createSend(parts: SendParts): (message: Outgoing) => Promise<SendResult> {
  const book = createProgressBook();
  return async (message) => {
    const signal = AbortSignal.timeout(message.files ? MOST_WITH_FILES_MS : parts.mostMs);
    try {
      const platformMessageId = await deliver(parts, message, { book, signal });
      book.forget(message.id);
      return { ok: true, ...(platformMessageId ? { platformMessageId } : {}) };
    } catch (error) {
      return resultOf(failureOf(error));
    }
  };
}

interface Run {
  book: ProgressBook;
  signal: AbortSignal;
}

/** The id of the message that has the buttons; undefined where there was nothing to say. */
async function deliver(parts: SendParts, message: Outgoing, run: Run): Promise<string | undefined> {
  const { reply, id, cardKey, platformMessageId } = message;
  if (cardKey === undefined) return sendAll(parts, message, encode(reply, id), run);
  const { card, whole } = encodeCard(reply, id);
  const sent = platformMessageId === undefined ? null : messageNumber(platformMessageId);
  if (sent !== null && (await change(parts, message, card, sent, run))) return platformMessageId;
  return sendAll(parts, message, [...whole, card], run);
}

async function sendAll(
  parts: SendParts,
  message: Outgoing,
  all: readonly TelegramMessage[],
  run: Run,
): Promise<string | undefined> {
  const { id, address, files = [] } = message;
  const { book, signal } = run;
  for (const [index, one] of all.entries()) {
    if (index < book.of(id).sent) continue;
    const how = { first: index === 0, signal };
    const number = await post(parts, message, (target) => sayingOf(target, one), how);
    book.note(id, { sent: index + 1, platformId: messageIdOf(address.chat, number) });
  }
  for (const [index, file] of files.entries()) {
    const place = all.length + index;
    if (place < book.of(id).sent) continue;
    await postFile(parts, message, file, { ...run, first: place === 0 });
    book.note(id, { sent: place + 1, fileInDoubt: false });
  }
  return book.of(id).platformId;
}

/** As a picture or a document; in words, with its link, where it is gone, perhaps there already, or never will be taken. */
async function postFile(
  parts: SendParts,
  message: Outgoing,
  file: OutgoingFile,
  how: Run & { first: boolean },
): Promise<void> {
  const { book } = how;
  const bytes = book.of(message.id).fileInDoubt ? null : await file.read();
  for (const sending of bytes ? sendingsOf(file, bytes) : []) {
    try {
      await post(parts, message, sending, how);
      return;
    } catch (error) {
      const { kind } = failureOf(error);
      if (kind === 'unreachable') book.note(message.id, { fileInDoubt: true });
      if (kind !== 'refused') throw error;
    }
  }
  const words = { text: file.inWords, entities: [], keyboard: [] };
  await post(parts, message, (target) => sayingOf(target, words), how);
}

/** False where the message can't be changed any more and has to be sent anew. */
async function change(
  { api, chats }: SendParts,
  { address }: Outgoing,
  card: TelegramMessage,
  sent: number,
  { signal }: Run,
): Promise<boolean> {
  try {
    const call = api.raw.editMessageText(
      {
        chat_id: chats.targetOf(address.chat),
        message_id: sent,
        text: card.text,
        entities: card.entities,
        link_preview_options: { is_disabled: true },
        // Without it the buttons would go, whether or not the card still has some.
        reply_markup: { inline_keyboard: card.keyboard },
      },
      forGrammy(signal),
    );
    await before(signal, call);
    return true;
  } catch (error) {
    const { kind } = failureOf(error);
    if (kind === 'unchanged') return true;
    if (kind === 'message_gone') return false;
    throw error;
  }
}

/** Gives the message's number. A group that moved and a topic that is gone are detours, not the end. */
async function post(
  parts: SendParts,
  { address, inReplyTo }: Outgoing,
  sending: Sending,
  { first, signal }: { first: boolean; signal: AbortSignal },
): Promise<number> {
  const { api, chats, onDetour } = parts;
  const answered = first && inReplyTo !== undefined ? messageNumber(inReplyTo) : null;
  const call = async (topic: string | undefined) => {
    const where: Where = {
      chat_id: chats.targetOf(address.chat),
      ...(topic === undefined ? {} : { message_thread_id: Number(topic) }),
      ...(answered === null
        ? {}
        : { reply_parameters: { message_id: answered, allow_sending_without_reply: true } }),
    };
    return (await before(signal, sending({ api, where, signal: forGrammy(signal) }))).message_id;
  };
  try {
    return await call(address.topic);
  } catch (error) {
    const { kind, movedTo } = failureOf(error);
    if (kind === 'moved' && movedTo !== undefined) {
      onDetour('telegram.group_moved', { chat: address.chat, now: movedTo });
      chats.moved(address.chat, movedTo);
      return call(address.topic);
    }
    if (kind !== 'topic_gone' || address.topic === undefined) throw error;
    onDetour('telegram.topic_gone', { chat: address.chat, topic: address.topic });
    return call(undefined);
  }
}

/** A call that still waits its turn in the client's own queue is given up with the signal; it is not sent later. */
function before<T>(signal: AbortSignal, call: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const giveUp = () => reject(new DOMException('held back', 'AbortError'));
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    call.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

function resultOf({ kind, text, afterMs }: Failure): SendResult {
  switch (kind) {
    case 'flood':
      return { ok: false, retry: true, afterMs: afterMs ?? FLOOD_MS, error: text };
    case 'held_back':
      return { ok: false, retry: true, afterMs: HELD_BACK_MS, error: text };
    case 'away':
      return { ok: false, retry: true, afterMs: AWAY_MS, error: text };
    // With a token that does not hold any more, too: whoever mends it gets what was said meanwhile.
    case 'unreachable':
    case 'token':
    case 'conflict':
      return { ok: false, retry: true, error: text };
    default:
      return { ok: false, retry: false, error: text };
  }
}
