/** Telegram counts messages in each chat by itself: the desk's id of a message names both. */
import type { Address } from '../../bot/types.ts';
import type { Chat } from './incoming.ts';

export const TELEGRAM = 'telegram';

/** `chat` is the address's. */
export function messageIdOf(chat: string, message: number): string {
  return `${chat}/${message}`;
}

/** The number of a message in its chat; null where the text is none of ours. */
export function messageNumber(id: string): number | null {
  const found = /\/(\d{1,15})$/.exec(id)?.[1];
  return found === undefined ? null : Number(found);
}

export interface TopicOf {
  message_thread_id?: number | undefined;
  is_topic_message?: boolean | undefined;
}

/** A thread of replies in an ordinary group has a number too; only in a forum is it a topic. */
export function addressOf(chat: Chat, name: string, message: TopicOf): Address {
  const kind = chat.type === 'private' ? 'private' : 'group';
  const topic = message.is_topic_message ? message.message_thread_id : undefined;
  return {
    channel: TELEGRAM,
    chat: name,
    kind,
    ...(topic === undefined ? {} : { topic: String(topic) }),
  };
}
