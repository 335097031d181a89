/** Entries in a folder and in the desk: neither's change is lost, and the answer follows at once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadArticles } from '../../../../server/knowledge/load-articles.ts';
import { ADMIN, openTestDesk, silent, type TestDesk } from '../../../support/desk.ts';

const entry = (step: string, id = 'toner') => `---
id: ${id}
title: 更换打印机硒鼓
kind: article
category: printing
tags: [硒鼓]
updated: 2026-03-01
---
1. ${step}
`;

let folder: string;
let desk: TestDesk;
const write = (step: string) => writeFileSync(join(folder, 'toner.md'), entry(step));
const reload = () => loadArticles({ folder, db: desk.desk.turn.db, now: () => desk.clock.now }, silent);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kb-'));
  write('打开前盖。');
  desk = await openTestDesk({ env: { KNOWLEDGE_DIR: folder } });
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

async function http(method: 'GET' | 'PUT' | 'POST', url: string, payload?: object) {
  const headers = { authorization: `Bearer ${ADMIN}` };
  const answer = await desk.desk.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
}
const read = async (id = 'toner') => (await http('GET', `/api/knowledge/articles/${id}`)).body;
const ask = async (user: string) =>
  (await desk.say({ id: user }, '打印机硒鼓怎么换')).map(({ text }) => text).join('\n');

test('an entry that is changed in the desk is answered from at once, and the folder does not undo it', async () => {
  const done = await http('PUT', '/api/knowledge/articles/toner', {
    version: 1,
    markdown: entry('先关机。'),
  });
  expect(done).toMatchObject({ status: 200, body: { version: 2, status: 'published' } });
  expect(await ask('u1')).toContain('先关机');
  await reload();
  expect((await read()).markdown).toContain('先关机');
});

test('what both sides changed waits for somebody to decide, and nothing is lost', async () => {
  await http('PUT', '/api/knowledge/articles/toner', { version: 1, markdown: entry('先关机。') });
  write('戴手套。');
  await reload();
  const before = await read();
  expect(before).toMatchObject({ conflict: true, version: 2 });
  expect(before.markdown).toContain('先关机');
  expect(before.folderMarkdown).toContain('戴手套');
  await http('POST', '/api/knowledge/articles/toner/decide', { version: 2, keep: 'folder' });
  expect(await read()).toMatchObject({ conflict: false, version: 3 });
  expect((await read()).markdown).toContain('戴手套');
  const { body } = await http('GET', '/api/knowledge/articles/toner/history');
  const versions = (body as { items: { markdown: string; action: string }[] }).items;
  expect(versions.map(({ action }) => action)).toEqual(['took_folder', 'edited', 'added']);
  expect(versions[1]?.markdown).toContain('先关机');
});

test('a conflict that was decided for the desk does not come back with the same file', async () => {
  await http('PUT', '/api/knowledge/articles/toner', { version: 1, markdown: entry('先关机。') });
  write('戴手套。');
  await reload();
  await http('POST', '/api/knowledge/articles/toner/decide', { version: 2, keep: 'desk' });
  await reload();
  expect(await read()).toMatchObject({ conflict: false });
  expect((await read()).markdown).toContain('先关机');
});

test('of two keepers who saw the same version the second is told, with what stands there now', async () => {
  await http('PUT', '/api/knowledge/articles/toner', { version: 1, markdown: entry('先关机。') });
  const late = await http('PUT', '/api/knowledge/articles/toner', {
    version: 1,
    markdown: entry('别关机。'),
  });
  expect(late.status).toBe(409);
  expect(late.body).toMatchObject({ version: 2 });
  expect(late.body.markdown).toContain('先关机');
});

test('a draft is not answered from until it is published, a retired entry no longer', async () => {
  const draft = entry('拔线。', 'new-one').replace('更换打印机硒鼓', '绘图仪换纸筒');
  expect((await http('POST', '/api/knowledge/articles', { markdown: draft })).status).toBe(201);
  const plotter = async (user: string) =>
    (await desk.say({ id: user }, '绘图仪怎么换纸筒')).flatMap(({ articles }) => articles ?? []);
  expect(await plotter('u1')).toEqual([]);
  await http('POST', '/api/knowledge/articles/new-one/status', { version: 1, status: 'published' });
  expect(await plotter('u2')).toEqual(['new-one']);
  await http('POST', '/api/knowledge/articles/new-one/status', { version: 2, status: 'retired' });
  expect(await plotter('u3')).toEqual([]);
});

test('a bad entry is refused with the line, and nothing changes', async () => {
  const bad = entry('先关机。').replace('category: printing', 'category: paper');
  const answer = await http('PUT', '/api/knowledge/articles/toner', { version: 1, markdown: bad });
  expect(answer.status).toBe(400);
  expect(answer.body.errors[0]).toMatchObject({ path: 'markdown:5' });
  expect(await read()).toMatchObject({ version: 1 });
});

test('a file of questions and answers becomes drafts once, with a report of what could not be read', async () => {
  const page = '<p>引言</p><h2>打印机怎么加纸？</h2><ol><li>拉开纸盒</li><li>放平</li></ol>';
  const send = (name: string, payload: string) =>
    desk.desk.http.inject({
      method: 'POST',
      url: `/api/knowledge/imports?name=${encodeURIComponent(name)}`,
      headers: { authorization: `Bearer ${ADMIN}`, 'content-type': 'application/octet-stream' },
      payload,
    });
  const first = (await send('faq.html', page)).json();
  expect(first).toMatchObject({ added: [expect.any(String)], taken: [], unread: [{ where: '引言' }] });
  expect(await read(first.added[0])).toMatchObject({ title: '打印机怎么加纸？', status: 'draft' });
  expect((await send('faq.html', page)).json()).toMatchObject({ added: [], taken: first.added });
  const bad = await send('faq.docx', 'no document');
  expect(bad.statusCode).toBe(400);
  expect(bad.json().detail).toContain('faq.docx');
});
