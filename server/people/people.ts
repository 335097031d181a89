/** The people of a desk: the directory kept fresh, and accounts recognized by a mobile that their platform vouches for. */
import type { Logger } from 'pino';
import type { Update } from '../../bot/types.ts';
import type { Bus } from '../live/bus.ts';
import type { Db } from '../store/database.ts';
import { joinAccount } from '../store/people.ts';
import type { People } from '../turn/take-turn.ts';
import { type Directory, openDirectory } from './directory.ts';

export interface PeopleParts {
  db: Db;
  bus: Bus;
  log: Logger;
  now(): number;
  /** Told whenever the directory was read: its names are words of the desk. */
  onRefresh(directory: Directory): void;
}

export async function createPeople({ db, bus, log, now, onRefresh }: PeopleParts): Promise<People> {
  const directory = await openDirectory(db, onRefresh);
  let own = false;
  // Another server changed it. A refresh that fails is made up for by the next, or by the minute's.
  bus.subscribe((event) => {
    if (event.type !== 'people' || own) return;
    directory.refresh().catch((error: Error) => log.warn({ error: error.message }, 'directory.not_read'));
  });
  const changed = async () => {
    await directory.refresh();
    own = true;
    bus.publish({ type: 'people' });
    own = false;
  };
  return {
    directory,
    changed,
    async recognize({ address, sender }: Update) {
      if (!sender.mobile || directory.personOf(address.channel, sender.id)) return;
      const [person, ...others] = directory.byMobile(sender.mobile);
      // A number that two people share shows nothing.
      if (!person || others.length > 0) return;
      const chat = address.kind === 'private' ? address : null;
      const account = { channel: address.channel, account: sender.id, person: person.id, address: chat };
      if (await joinAccount(db, { ...account, by: 'mobile' }, now())) await changed();
    },
  };
}
