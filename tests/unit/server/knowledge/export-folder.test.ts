import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entry } from '../../../../knowledge/entry.ts';
import { formatEntry } from '../../../../knowledge/format-entry.ts';
import { parseEntry } from '../../../../knowledge/parse-entry.ts';
import { exportFolder } from '../../../../server/knowledge/export-folder.ts';
import { hashOf } from '../../../../server/knowledge/import-articles.ts';
import type { KeptArticle } from '../../../../server/store/articles.ts';

const entry = (id: string, step: string): Entry => ({
  id,
  title: `条目 ${id}: "引号" 与 #井号`,
  kind: 'article',
  category: 'printing',
  tags: ['甲', '2016'],
  questions: ['怎么办？'],
  updated: '2026-03-01',
  owner: '桌面组',
  audience: ['市局', '区局'],
  body: `1. ${step}`,
  transcript: [],
});

/** As the desk has it; `base`: what the folder had when both were last the same. */
const kept = (now: Entry, base: Entry | null, status: KeptArticle['status'] = 'published'): KeptArticle => ({
  id: now.id,
  entry: now,
  hash: hashOf(now),
  folderHash: base && hashOf(base),
  folder: null,
  status,
  version: 2,
  conflict: null,
  updatedAt: new Date(0),
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kb-export-'));
  mkdirSync(join(folder, 'printing'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const put = (one: Entry) => writeFileSync(join(folder, 'printing', `${one.id}.md`), formatEntry(one));
const read = (id: string) => parseEntry('x.md', readFileSync(join(folder, 'printing', `${id}.md`), 'utf8'));

test('an entry that is written and read again is the same', () => {
  const one = entry('a', '重启。');
  expect(parseEntry('a.md', formatEntry(one))).toMatchObject({ faults: [], entry: one });
});

test('what the desk changed is written, new entries too, drafts are not', async () => {
  const before = entry('a', '旧办法。');
  put(before);
  const desk = [
    kept(entry('a', '新办法。'), before),
    kept(entry('b', '从没有过文件。'), null),
    kept(entry('c', '草稿。'), null, 'draft'),
  ];
  const told: string[] = [];
  const done = await exportFolder(folder, desk, async ({ id }) => void told.push(id));
  expect(done.written.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(told).toEqual(['a', 'b']);
  expect(read('a').entry?.body).toBe('1. 新办法。');
  expect(read('b').entry?.body).toBe('1. 从没有过文件。');
});

test('a file with a change of its own is named, and left as it is', async () => {
  put(entry('a', '文件里改的。'));
  const desk = [kept(entry('a', '服务台改的。'), entry('a', '旧办法。'))];
  const done = await exportFolder(folder, desk, async () => {});
  expect(done).toMatchObject({ written: [], conflicts: [{ id: 'a', file: 'printing/a.md' }] });
  expect(read('a').entry?.body).toBe('1. 文件里改的。');
});
