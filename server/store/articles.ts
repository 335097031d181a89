/** Articles and microlectures as they were imported. */
import { sql } from 'kysely';
import type { Entry } from '../../knowledge/entry.ts';
import type { ArticleStore } from '../knowledge/import-articles.ts';
import type { Db } from './database.ts';

/** One statement an entry, so that imports that run at once do not lose each other's changes. `now` is epoch milliseconds. */
export function articleStore(db: Db, now: () => number): ArticleStore {
  return {
    async upsert(entry, hash) {
      const row = await db
        .insertInto('article')
        .values({ id: entry.id, hash, body: JSON.stringify(entry), updated_at: new Date(now()) })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet((to) => ({
              hash: to.ref('excluded.hash'),
              body: to.ref('excluded.body'),
              updated_at: to.ref('excluded.updated_at'),
            }))
            .whereRef('article.hash', '<>', 'excluded.hash'),
        )
        // A row that was inserted, not updated, has no older version that ends with this statement.
        .returning(sql<boolean>`(xmax = 0)`.as('inserted'))
        .executeTakeFirst();
      if (!row) return 'same';
      return row.inserted ? 'new' : 'changed';
    },
  };
}

/** All imported entries, by id. */
export async function readArticles(db: Db): Promise<Entry[]> {
  const rows = await db.selectFrom('article').select('body').orderBy('id').execute();
  return rows.map((row) => row.body as Entry);
}
