/** What every use case of the desk is given: its profile, its clock and the way to tell people. */
import type { Address } from '../bot/types.ts';
import type { DeskEvent } from './desk/events.ts';
import type { Profile } from './desk/profile.ts';
import type { PageLinks } from './meetings/page-links.ts';
import type { Trx } from './store/database.ts';

export interface DeskContext {
  profile: Profile;
  /** IANA zone of the desk (`TZ_NAME`). */
  zone: string;
  /** Epoch milliseconds. */
  now(): number;
  /** A meeting's page for who has no account; null where nobody said how people reach this server. */
  pageUrl: PageLinks['urlOf'];
  /** Puts what people must be told into the same transaction: cards for groups, notices for requesters. */
  tell(trx: Trx, events: readonly DeskEvent[]): Promise<void>;
  /** Asks the dispatch groups whether reports that are like ticket `main` are one incident; `count` people made them. */
  propose(trx: Trx, storm: { main: string; count: number }): Promise<void>;
  /** The groups that get every dispatch card. */
  groups: readonly Address[];
}
