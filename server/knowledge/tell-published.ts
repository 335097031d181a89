/** Who hears that an entry was published: those who had asked for it, and of a lecture those who subscribed. */
import type { Channel } from '../../bot/channel.ts';
import type { Reply } from '../../bot/reply.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import { mayRead } from '../../knowledge/create-index.ts';
import type { Entry } from '../../knowledge/entry.ts';
import type { Trx } from '../store/database.ts';
import { conversationOf } from '../store/keys.ts';
import { lectureSubscribers } from '../store/lectures.ts';
import { type NewMessage, recordMessages } from '../store/outbox.ts';
import { takeAskers } from '../store/questions.ts';

export interface Telling {
  channels: ReadonlyMap<string, Channel>;
  /** The units of whoever has this account. */
  unitsOf(channel: string, account: string): readonly string[];
  now: number;
}

/** Within the transaction that publishes. Somebody who asked and subscribed hears of it once. */
export async function tellPublished(trx: Trx, telling: Telling, entry: Entry): Promise<number> {
  const words = TEXTS.zh.knowledge;
  const askers = await takeAskers(trx, entry.id, telling.now);
  const subscribers = entry.kind === 'microlecture' ? await lectureSubscribers(trx) : [];
  const told = new Map<string, string>(
    subscribers.map((key) => [
      key,
      words.lecturePublished(entry.title, entry.video?.episode, entry.video?.url),
    ]),
  );
  for (const { conversationKey, question } of askers)
    told.set(conversationKey, words.nowAnswered(question, entry.title));
  const messages = [...told].flatMap(([key, text]) =>
    messageTo(telling, key, { text, articles: [entry.id] }, entry),
  );
  await recordMessages(trx, messages, telling.now);
  return messages.length;
}

function messageTo(telling: Telling, key: string, reply: Reply, entry: Entry): NewMessage[] {
  const { address, senderId } = conversationOf(key);
  if (!mayRead(entry, telling.unitsOf(address.channel, senderId))) return [];
  const delivery = telling.channels.get(address.channel)?.capabilities.delivery ?? 'push';
  return [{ address, delivery, reply }];
}
