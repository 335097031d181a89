/** Entries of the knowledge base, each with its status, its version, and what it was before. */
import type { Selectable } from 'kysely';
import type { Entry } from '../../knowledge/entry.ts';
import { mergeFromFolder } from '../knowledge/entry-versions.ts';
import type { ArticleStore, HashedEntry, Upserted } from '../knowledge/import-articles.ts';
import type { Db, Trx } from './database.ts';
import type { ArticleTable } from './schema/knowledge.ts';
import { inTransaction } from './transaction.ts';

export type ArticleStatus = 'draft' | 'published' | 'retired';

export interface KeptArticle {
  id: string;
  entry: Entry;
  hash: string;
  folderHash: string | null;
  folder: string | null;
  status: ArticleStatus;
  version: number;
  /** What the folder has, where both sides changed it. */
  conflict: Entry | null;
  updatedAt: Date;
}

/**
 * New entries in one statement, changed ones each in a transaction of its own, so that imports that run at once do not lose each
 * other's changes. `now` is epoch milliseconds; `folder` is where the entries were read.
 */
export function articleStore(db: Db, now: () => number, folder: string | null = null): ArticleStore {
  return {
    async upsert(entries) {
      const at = new Date(now());
      const rows = await db.selectFrom('article').select(['id', 'folder_hash']).execute();
      const known = new Map(rows.map((row) => [row.id, row.folder_hash]));
      const unknown = entries.filter(({ entry }) => !known.has(entry.id));
      const added = new Set(await addFromFolder(db, unknown, { folder, at }));
      const done: Upserted[] = [];
      for (const { entry, hash } of entries) {
        if (added.delete(entry.id)) done.push('new');
        else if (known.get(entry.id) === hash) done.push('same');
        else done.push(await inTransaction(db, (trx) => merge(trx, { entry, hash, folder, at })));
      }
      return done;
    },
  };
}

/** Gives the ids of those that nobody else was quicker to add. */
function addFromFolder(
  db: Db,
  entries: readonly HashedEntry[],
  { folder, at }: { folder: string | null; at: Date },
): Promise<string[]> {
  const byId = new Map(entries.map((one) => [one.entry.id, one]));
  if (byId.size === 0) return Promise.resolve([]);
  const values = [...byId.values()].map(({ entry, hash }) => {
    return { id: entry.id, hash, folder_hash: hash, folder, body: JSON.stringify(entry), updated_at: at };
  });
  return inTransaction(db, async (trx) => {
    const added = await trx
      .insertInto('article')
      .values(values)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning(['id', 'version', 'status', 'body'])
      .execute();
    const how = { at, actor: 'folder', action: 'added' };
    const versions = added.map(({ id, version, status, body }) => {
      return { article: id, version, status, body: JSON.stringify(body), ...how };
    });
    if (versions.length > 0) await trx.insertInto('article_history').values(versions).execute();
    return added.map(({ id }) => id);
  });
}

interface Incoming extends HashedEntry {
  folder: string | null;
  at: Date;
}

async function merge(trx: Trx, { entry, hash, folder, at }: Incoming): Promise<Upserted> {
  const body = JSON.stringify(entry);
  const kept = await lockArticle(trx, entry.id);
  const merged = kept ? mergeFromFolder(kept, hash) : 'same';
  if (merged === 'same') return 'same';
  const of = trx.updateTable('article').where('id', '=', entry.id);
  if (merged === 'conflict') {
    await of.set({ conflict: body, folder }).execute();
    return 'conflict';
  }
  if (merged === 'agreed') {
    await of.set({ folder_hash: hash, folder, conflict: null }).execute();
    return 'same';
  }
  await of
    .set((to) => ({
      body,
      hash,
      folder_hash: hash,
      folder,
      conflict: null,
      updated_at: at,
      version: to('version', '+', 1),
    }))
    .execute();
  await note(trx, entry.id, { at, actor: 'folder', action: 'changed' });
  return 'changed';
}

/** Writes the state that an entry has now into its history. */
async function note(trx: Trx, id: string, how: { at: Date; actor: string; action: string }): Promise<void> {
  const { version, status, body } = await trx
    .selectFrom('article')
    .select(['version', 'status', 'body'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('article_history')
    .values({ article: id, version, status, body: JSON.stringify(body), ...how })
    .onConflict((conflict) => conflict.columns(['article', 'version']).doNothing())
    .execute();
}

const keptOf = (row: Selectable<ArticleTable>): KeptArticle => ({
  id: row.id,
  entry: row.body as Entry,
  hash: row.hash,
  folderHash: row.folder_hash,
  folder: row.folder,
  status: row.status,
  version: row.version,
  conflict: row.conflict as Entry | null,
  updatedAt: row.updated_at,
});

export async function findArticle(db: Db | Trx, id: string): Promise<KeptArticle | null> {
  const row = await db.selectFrom('article').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? keptOf(row) : null;
}

export async function lockArticle(trx: Trx, id: string): Promise<KeptArticle | null> {
  const row = await trx.selectFrom('article').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? keptOf(row) : null;
}

/** All entries, of whatever status, by id. */
export async function readKept(db: Db): Promise<KeptArticle[]> {
  return (await db.selectFrom('article').selectAll().orderBy('id').execute()).map(keptOf);
}

/** The entries that are answered from, by id. */
export async function readArticles(db: Db): Promise<Entry[]> {
  const rows = await db
    .selectFrom('article')
    .select('body')
    .where('status', '=', 'published')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.body as Entry);
}

export interface ArticleChange {
  actor: string;
  action: string;
  at: number;
  status?: ArticleStatus;
  content?: { entry: Entry; hash: string };
  /** The folder's content was decided upon: taken, or left for the desk's. */
  settledHash?: string;
}

/** A new entry that the desk wrote. False where the id is taken. */
export async function addArticle(
  trx: Trx,
  entry: Entry,
  hash: string,
  { actor, at }: Pick<ArticleChange, 'actor' | 'at'>,
): Promise<boolean> {
  const when = new Date(at);
  const added = await trx
    .insertInto('article')
    .values({ id: entry.id, hash, body: JSON.stringify(entry), status: 'draft', updated_at: when })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return false;
  await note(trx, entry.id, { at: when, actor, action: 'drafted' });
  return true;
}

/** The next version of an entry that is locked. */
export async function changeArticle(trx: Trx, id: string, change: ArticleChange): Promise<void> {
  const at = new Date(change.at);
  const { status, content, settledHash } = change;
  await trx
    .updateTable('article')
    .set((to) => ({
      version: to('version', '+', 1),
      updated_at: at,
      ...(status === undefined ? {} : { status }),
      ...(content === undefined ? {} : { body: JSON.stringify(content.entry), hash: content.hash }),
      ...(settledHash === undefined ? {} : { conflict: null, folder_hash: settledHash }),
    }))
    .where('id', '=', id)
    .execute();
  await note(trx, id, { at, actor: change.actor, action: change.action });
}

/** The folder has the desk's content now. */
export async function writtenToFolder(db: Db, id: string, hash: string, folder: string): Promise<void> {
  await db.updateTable('article').set({ folder_hash: hash, folder }).where('id', '=', id).execute();
}

export interface ArticleVersion {
  version: number;
  at: Date;
  actor: string;
  action: string;
  status: string;
  entry: Entry;
}

/** Newest first. */
export async function articleHistory(db: Db, id: string): Promise<ArticleVersion[]> {
  const rows = await db
    .selectFrom('article_history')
    .selectAll()
    .where('article', '=', id)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ version, at, actor, action, status, body }) => ({
    version,
    at,
    actor,
    action,
    status,
    entry: body as Entry,
  }));
}

/** Retires the published entries of a folder whose files are gone and that the desk never changed; gives their ids. */
export async function retireMissing(
  db: Db,
  folder: string,
  there: readonly string[],
  at: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('article')
    .select('id')
    .where('folder', '=', folder)
    .where('status', '=', 'published')
    .whereRef('hash', '=', 'folder_hash')
    .where('id', 'not in', [...there])
    .execute();
  for (const { id } of rows) {
    const change = { actor: 'folder', action: 'file_gone', at, status: 'retired' } as const;
    await inTransaction(db, async (trx) => {
      if (await lockArticle(trx, id)) await changeArticle(trx, id, change);
    });
  }
  return rows.map(({ id }) => id);
}
