/** Publishes an entry, or takes it back, and tells those who wait for it, in one transaction. */
import type { Channel } from '../../bot/channel.ts';
import type { Directory } from '../people/directory.ts';
import { knownSender } from '../people/directory.ts';
import { unitsOf } from '../people/units.ts';
import { type ArticleStatus, findArticle } from '../store/articles.ts';
import type { Trx } from '../store/database.ts';
import { type Keeper, type Kept, moveArticle } from './keep-articles.ts';
import { tellPublished } from './tell-published.ts';

export interface Publishing {
  channels: ReadonlyMap<string, Channel>;
  directory: Directory;
}

export async function publishArticle(
  trx: Trx,
  { channels, directory }: Publishing,
  keeper: Keeper,
  move: { id: string; version: number; status: ArticleStatus },
): Promise<Kept> {
  const moved = await moveArticle(trx, keeper, move);
  if (!moved.ok || moved.status !== 'published') return moved;
  const article = await findArticle(trx, move.id);
  if (!article) return moved;
  const units = (channel: string, account: string) =>
    unitsOf(directory, knownSender(directory, channel, { id: account }));
  const told = await tellPublished(trx, { channels, unitsOf: units, now: keeper.now }, article.entry);
  return { ...moved, told };
}
