/** A year of microlectures: planned, late, published, pushed to those who subscribed, rated. */
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { remindOfLectures } from '../../../../server/knowledge/remind-lectures.ts';
import { ADMIN, openTestDesk, type TestDesk } from '../../../support/desk.ts';

const lecture = `---
id: lecture-windows
title: 窗口分屏的三种办法
kind: microlecture
category: computer
tags: [分屏]
updated: 2026-11-18
owner: 培训组
video:
  url: https://example.org/v/103.mp4
  duration: 180
  series: IT办公技能微课堂
  episode: 103
  published: 2026-11-18
---
1. 看课。
`;

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

async function http(method: 'GET' | 'PUT' | 'POST', url: string, payload?: object) {
  const headers = { authorization: `Bearer ${ADMIN}` };
  const answer = await desk.desk.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
}
const say = async (id: string, text: string) =>
  (await desk.say({ id }, text)).map((reply) => reply.text).join('\n');

async function publish(): Promise<number> {
  await http('POST', '/api/knowledge/articles', { markdown: lecture });
  const move = { version: 1, status: 'published' };
  return (await http('POST', '/api/knowledge/articles/lecture-windows/status', move)).body.told;
}

test('whoever subscribed hears of a new lecture, whoever left does not', async () => {
  expect(await say('u1', '订阅微课堂')).toContain('订好了');
  expect(await say('u1', '订阅微课堂')).toContain('已经订阅');
  await say('u2', '订阅微课堂');
  expect(await say('u2', '退订微课堂')).toContain('已退订');
  expect(await publish()).toBe(1);
  const heard = async (id: string) => (await desk.shown({ id })).map(({ text }) => text).at(-1);
  expect(await heard('u1')).toContain('微课堂上新第103课：《窗口分屏的三种办法》');
  expect(await heard('u2')).not.toContain('上新');
});

test('a year is planned one every two weeks; what is not published by its day is late', async () => {
  const titles = ['快捷键', '分屏', '目录'].map((title) => ({ title, owner: '王讲师' }));
  const planned = await http('PUT', '/api/lectures/2026', { first: '2026-11-02', lectures: titles });
  expect(planned.body.items.filter(({ due }: { due: string | null }) => due)).toMatchObject([
    { episode: 1, due: '2026-11-02' },
    { episode: 2, due: '2026-11-16', status: 'published' },
    { episode: 3, due: '2026-11-30' },
  ]);
  const stated = { title: '打印', due: '2026-11-10', recorded: true, owner: '王讲师' };
  const after = await http('PUT', '/api/lectures/2026/101', stated);
  const of = (episode: number) =>
    after.body.items.find((row: { episode: number }) => row.episode === episode);
  expect(of(101)).toMatchObject({ status: 'late' });
  expect(
    (await http('PUT', '/api/lectures/2026/102', { ...stated, due: '2026-12-20' })).body.items,
  ).toContainEqual(expect.objectContaining({ episode: 102, status: 'recorded' }));
});

test('the list of the year has what each lecture did, and is a table to hand in', async () => {
  await publish();
  await say('u7', '窗口分屏怎么弄');
  await say('u7', '已解决');
  expect(await say('u7', '第103课5分')).toContain('记下了');
  expect(await say('u7', '第104课5分')).toContain('没有找到');
  const { items } = (await http('GET', '/api/lectures/2026')).body;
  const row = items.find(({ episode }: { episode: number }) => episode === 103);
  expect(row).toMatchObject({ status: 'published', views: 1, solvedRate: 1, rating: 5, lengthFits: true });

  const answer = await desk.desk.http.inject({
    url: '/api/lectures/2026/table.xlsx',
    headers: { authorization: `Bearer ${ADMIN}` },
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer);
  const titles = book.worksheets[0]?.getColumn(2).values ?? [];
  expect(titles).toContain('窗口分屏的三种办法');
});

test('the owner is reminded a week before, and not twice in a week', async () => {
  const { db, people, channels, context } = desk.desk.turn;
  await http('PUT', '/api/people/p1', { name: '赵讲师' });
  const code = (await http('POST', '/api/people/p1/code')).body.code;
  await say('teacher', `绑定 ${code}`);
  await http('PUT', '/api/lectures/2026/104', { title: '打印', due: '2026-11-24', owner: '赵讲师' });
  const remind = () =>
    db.transaction().execute((trx) => {
      const now = desk.clock.now;
      return remindOfLectures(trx, { directory: people.directory, channels, now, zone: context.zone });
    });
  expect(await remind()).toBe(1);
  expect(await remind()).toBe(0);
  desk.clock.pass(8 * 86_400_000);
  expect(await remind()).toBe(1);
  expect((await desk.shown({ id: 'teacher' })).at(-1)?.text).toContain('第104课《打印》');
});
