/** What somebody is shown of the knowledge base in a conversation. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../support/desk.ts';

const LECTURE = `---
id: lecture-print
title: 省纸又好看的打印设置
kind: microlecture
category: printing
tags: [打印]
updated: 2026-03-01
owner: 培训组
video:
  url: https://example.org/v/012.mp4
  duration: 200
  episode: 12
  transcript: 012.srt
---
1. 看课。
`;
const SRT = `1
00:00:00,000 --> 00:00:20,000
这一课讲打印设置。

2
00:01:20,000 --> 00:01:40,000
表格右边被切掉一列，缩放里选把所有列打印在一页。
`;
const FOR_CITY = `---
id: city-report
title: 督查台账导出的办法
kind: article
category: business
tags: [督查台账]
updated: 2026-03-01
audience: [市局]
---
1. 点导出。
`;

let folder: string;
let desk: TestDesk;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kb-'));
  writeFileSync(join(folder, '012.md'), LECTURE);
  writeFileSync(join(folder, '012.srt'), SRT);
  writeFileSync(join(folder, 'city.md'), FOR_CITY);
  desk = await openTestDesk({ env: { KNOWLEDGE_DIR: folder } });
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

test('a lecture answers at its second, with who keeps it and when it was checked', async () => {
  const [reply] = await desk.say({ id: 'u1' }, '怎么让表格打印时右边那一列不被切掉');
  expect(reply?.text).toContain('第12课 1:20 处');
  expect(reply?.text).toContain('https://example.org/v/012.mp4#t=80');
  expect(reply?.text).toContain('知识库 · 培训组 · 2026-03-01 核对过');
});

test('an entry for one unit is shown to nobody else, by whatever words', async () => {
  const asked = '督查台账导出怎么弄';
  const shown = async (id: string, department: string) =>
    (await desk.say({ id, department }, asked)).flatMap(({ articles }) => articles ?? []);
  expect(await shown('u2', '市局/督查室')).toEqual(['city-report']);
  expect(await shown('u3', '东街街道')).toEqual([]);
});
