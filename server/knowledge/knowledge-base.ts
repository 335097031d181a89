/** The entries that this server answers from: those published, read anew whenever somebody changed one, without a stop. */
import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type KnowledgeIndex, openIndex } from '../../knowledge/create-index.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { createIndexer } from '../../knowledge/search/build.ts';
import type { Bus } from '../live/bus.ts';
import { readArticles } from '../store/articles.ts';
import type { Db } from '../store/database.ts';
import { type Articles, createArticles } from '../turn/articles.ts';
import type { Meanings } from './meanings.ts';

export interface KnowledgeBase extends Articles {
  /** As it stands now. */
  index(): KnowledgeIndex;
  /** After a commit that changed an entry; other servers hear of it too. */
  changed(): Promise<void>;
}

export interface KnowledgeBaseParts {
  db: Db;
  bus: Bus;
  log: Logger;
  /** Where a model tells of meanings. */
  meanings?: Meanings | null;
}

export async function openKnowledgeBase({
  db,
  bus,
  log,
  meanings,
}: KnowledgeBaseParts): Promise<KnowledgeBase> {
  const indexer = createIndexer();
  let known = new Map<string, { text: string; entry: Entry }>();
  const read = async () => {
    const next = new Map<string, { text: string; entry: Entry }>();
    for (const entry of await readArticles(db)) {
      const text = JSON.stringify(entry);
      const before = known.get(entry.id);
      next.set(entry.id, before?.text === text ? before : { text, entry });
    }
    known = next;
    const entries = [...next.values()].map(({ entry }) => entry);
    const index = openIndex(await indexer.index(entries, () => setImmediate()));
    meanings?.follow(entries);
    return { index, articles: createArticles(index, meanings?.likeness) };
  };
  let current = await read();
  // One after the other: the last to be read is what was committed last.
  let reading: Promise<void> = Promise.resolve();
  const refresh = () => {
    reading = reading.then(async () => {
      current = await read();
    });
    return reading;
  };
  let own = false;
  bus.subscribe((event) => {
    if (event.type !== 'knowledge' || own) return;
    refresh().catch((error: Error) => log.warn({ error: error.message }, 'knowledge.not_read'));
  });
  return {
    index: () => current.index,
    search: (query, units) => current.articles.search(query, units),
    full: (id, units) => current.articles.full(id, units),
    lecture: (episode) => current.articles.lecture(episode),
    title: (id) => current.articles.title(id),
    async changed() {
      await refresh();
      own = true;
      bus.publish({ type: 'knowledge' });
      own = false;
    },
  };
}
