/** Calls people to an alert that they did not acknowledge in time, where their channel can do that (Feishu: 加急). */
import type { Logger } from 'pino';
import type { Channel } from '../../bot/channel.ts';
import { takeUnheard } from '../store/alerts.ts';
import type { Db } from '../store/database.ts';
import { sentCardId } from '../store/outbox.ts';

const AT_ONCE = 50;

export interface UrgeWork {
  db: Db;
  channels: ReadonlyMap<string, Channel>;
  log: Logger;
}

/** Gives how many were called. Each is called once; the ladder goes on in any case, so a call that fails is only noted. */
export async function urgeUnheard({ db, channels, log }: UrgeWork): Promise<number> {
  let called = 0;
  for (const { address, message } of await takeUnheard(db, AT_ONCE)) {
    const channel = channels.get(address.channel);
    if (!channel?.urge) continue;
    const sent = await sentCardId(db, address, message);
    if (sent === undefined) continue;
    const result = await channel.urge(sent, [address.chat], 'app');
    if (result.ok) called += 1;
    else log.warn({ channel: channel.name, message, error: result.error }, 'alert.not_urged');
  }
  return called;
}
