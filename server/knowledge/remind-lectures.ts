/** Whoever owes a lecture hears of it a week before it is due, and each week from then on until it is published. */
import type { Channel } from '../../bot/channel.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import { toIso } from '../desk/moments.ts';
import type { Directory } from '../people/directory.ts';
import type { Trx } from '../store/database.ts';
import { takeDueLectures } from '../store/lectures.ts';
import { type NewMessage, recordMessages } from '../store/outbox.ts';

const DAY_MS = 86_400_000;
const AHEAD_MS = 7 * DAY_MS;
const AGAIN_AFTER_MS = 7 * DAY_MS;

export interface Reminding {
  directory: Directory;
  channels: ReadonlyMap<string, Channel>;
  now: number;
  /** IANA name. */
  zone: string;
}

/** Gives how many messages were recorded. An owner whom the directory does not know, or who is not alone with their name, hears nothing. */
export async function remindOfLectures(
  trx: Trx,
  { directory, channels, now, zone }: Reminding,
): Promise<number> {
  const due = await takeDueLectures(trx, {
    dueBy: toIso(now + AHEAD_MS, zone).slice(0, 10),
    remindedBefore: now - AGAIN_AFTER_MS,
    now,
  });
  const messages = due.flatMap(({ owner, title, episode, due: day }): NewMessage[] => {
    const [person, ...others] = directory.all().filter(({ name, id }) => name === owner || id === owner);
    if (!person || others.length > 0) return [];
    const reply = { text: TEXTS.zh.knowledge.lectureDue(title, episode, day) };
    return directory.accountsOf(person.id).flatMap(({ address }) => {
      if (!address) return [];
      const delivery = channels.get(address.channel)?.capabilities.delivery ?? 'push';
      return [{ address, delivery, reply }];
    });
  });
  await recordMessages(trx, messages, now);
  return messages.length;
}
