import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseEntry } from '../../../knowledge/parse-entry.ts';
import { hashOf, importArticles } from '../../../server/knowledge/import-articles.ts';
import { articleStore, readArticles } from '../../../server/store/articles.ts';
import { type OpenDatabase, openDatabase } from '../../../server/store/database.ts';
import { migrate } from '../../../server/store/migrate.ts';

const entryOf = (id: string, title: string) => {
  const text = `---\nid: ${id}\ntitle: ${title}\nkind: article\ncategory: other\ntags: [甲]\nupdated: 2026-01-01\n---\n1. 报修。\n`;
  const { entry } = parseEntry(`${id}.md`, text);
  if (!entry) throw new Error(`bad sample ${id}`);
  return entry;
};

describe('importing', () => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await openDatabase({ dataDir: 'memory://' });
    await migrate(opened.db);
  });
  afterAll(() => opened.close());

  it('keeps new entries, replaces changed ones, and leaves the same alone', async () => {
    let now = 1_000;
    const store = articleStore(opened.db, () => now);
    const [a, b] = [entryOf('a', '甲'), entryOf('b', '乙')];
    expect(await importArticles([a, b], store)).toEqual({
      new: ['a', 'b'],
      changed: [],
      same: [],
      conflict: [],
    });
    now = 2_000;
    const renamed = entryOf('b', '丙');
    expect(await importArticles([a, renamed], store)).toEqual({
      new: [],
      changed: ['b'],
      same: ['a'],
      conflict: [],
    });
    expect(await importArticles([a, renamed], store)).toEqual({
      new: [],
      changed: [],
      same: ['a', 'b'],
      conflict: [],
    });
    expect(await readArticles(opened.db)).toEqual([
      JSON.parse(JSON.stringify(a)),
      JSON.parse(JSON.stringify(renamed)),
    ]);
    const times = await opened.db.selectFrom('article').select(['id', 'updated_at']).orderBy('id').execute();
    expect(times.map((row) => row.updated_at.getTime())).toEqual([1_000, 2_000]);
  });

  it('takes an entry for the same whatever the order of its keys', () => {
    const entry = entryOf('a', '甲');
    const turned = Object.fromEntries(Object.entries(entry).reverse()) as unknown as typeof entry;
    expect(hashOf(turned)).toBe(hashOf(entry));
  });
});
