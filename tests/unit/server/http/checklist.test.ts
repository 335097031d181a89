import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPageLinks } from '../../../../server/meetings/page-links.ts';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { emptyTables, testDatabase } from '../../../support/database.ts';
import { call, TOKENS, testHttp } from '../../../support/http.ts';
import { DAY, HOUR, NINE, type TestDesk, testDesk } from '../../../support/small-desk.ts';

let database: OpenDatabase;
let app: FastifyInstance;
let desk: TestDesk;
const links = createPageLinks(TOKENS, 'https://desk.example');
const NUMBER = 'M20261118-0001';
const path = links.pathOf('checklist', NUMBER);

beforeAll(async () => {
  database = await testDatabase();
  desk = testDesk();
  app = testHttp(database, desk);
});
afterAll(async () => {
  await app.close();
  await database.close();
});
beforeEach(async () => {
  await emptyTables(database);
  desk.clock.now = NINE;
  await call(app, {
    method: 'POST',
    url: '/api/meetings',
    payload: {
      title: '<b>视频会</b>',
      room: '302',
      start: '2026-11-18T15:00:00+08:00',
      end: '2026-11-18T17:00:00+08:00',
      layout: 'classroom',
      equipment: ['microphone', 'video_conference'],
      quantities: { microphone: 2 },
      requester: { id: 'u1', phone: '13800000000' },
    },
  });
});

const get = (url: string, headers = {}) => app.inject({ method: 'GET', url, headers });
const post = (url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
const meeting = async () => (await call(app, { method: 'GET', url: `/api/meetings/${NUMBER}` })).body;
const task = async (id: string) => (await meeting()).tasks.find((one: { id: string }) => one.id === id);

describe('the check-list page', () => {
  test('opens by its address without a token, shows every open task with its items, and no markup of others', async () => {
    const page = await get(path);
    expect(page.statusCode).toBe(200);
    for (const words of ['布场', '会前联调', '开会前复测', '各分会场连通', '话筒', '课桌'])
      expect(page.body).toContain(words);
    expect(page.body).toContain('&lt;b&gt;视频会');
    expect(page.body).not.toContain('13800000000');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await get(path, { 'accept-language': 'en-GB' })).body).toContain('Save for now');
  });

  test('keeps what was ticked, and ends the task when all was looked at', async () => {
    const fields = { task: 'test', who: '李明', 'item:microphone': 'ok' };
    expect((await post(path, { ...fields, what: 'save' })).body).toContain('存好了');
    expect(await task('test')).toMatchObject({ doneAt: null, items: [{ item: 'microphone', ok: true }] });
    expect((await post(path, { ...fields, what: 'finish' })).body).toContain('还有没选的项');
    expect(await task('test')).toMatchObject({ doneAt: null });
    const all = { ...fields, 'item:video_conference': 'ok', 'item:remote_sites': 'no', what: 'finish' };
    expect((await post(path, all)).body).toContain('有异常的项');
    const explained = { ...all, 'note:remote_sites': '乐山没声音' };
    expect((await post(path, explained)).body).toContain('会前联调已记为完成');
    expect(await task('test')).toMatchObject({
      doneAt: '2026-11-18T09:00:00+08:00',
      items: [
        { item: 'microphone', ok: true },
        { item: 'video_conference', ok: true },
        { item: 'remote_sites', ok: false, note: '乐山没声音' },
      ],
    });
  });

  test('asks who did it, and records what was used at clearing', async () => {
    const cleared = { task: 'teardown', 'item:counted': 'ok', 'item:powered_off': 'ok', what: 'finish' };
    expect((await post(path, cleared)).body).toContain('选一下是谁做的');
    await post(path, { ...cleared, name: '实习生小王', 'used:microphone': '3', 'used:tea': 'x' });
    expect(await meeting()).toMatchObject({ used: { microphone: 3 } });
    expect((await meeting()).history.at(-1)).toMatchObject({ actor: '实习生小王', action: 'task_done' });
  });

  test('a wrong key, another meeting’s, a cancelled one and one that was over a day ago are refused alike', async () => {
    for (const url of [`/checklist/${NUMBER}/x`, path.replace('-0001', '-0002')])
      expect((await get(url)).statusCode).toBe(404);
    desk.clock.now = NINE + 8 * HOUR + DAY + 1;
    expect((await get(path)).statusCode).toBe(404);
    expect((await post(path, { task: 'test', what: 'save' })).statusCode).toBe(404);
    desk.clock.now = NINE;
    await call(app, {
      method: 'POST',
      url: `/api/meetings/${NUMBER}/actions`,
      payload: { action: 'cancel' },
    });
    expect((await get(path)).body).toContain('打不开');
  });

  test('a form that is none changes nothing', async () => {
    expect((await post(path, { task: 'test', what: 'explode' })).statusCode).toBe(400);
    expect((await meeting()).version).toBe(1);
  });
});

describe('the code at the door', () => {
  const door = links.pathOf('door', NUMBER);

  test('opens the meeting for who comes, and the check-list with the code on the crew’s card', async () => {
    const page = await get(door);
    expect(page.body).toContain('加入日历');
    expect(page.body).toContain('8000');
    expect(page.body).not.toContain('现在完成');
    const opened = await post(door, { code: links.codeOf(NUMBER) });
    expect([opened.statusCode, opened.headers.location]).toEqual([303, path]);
  });

  test('guessing is slow', async () => {
    desk.clock.now = NINE + HOUR;
    const answers = [];
    for (let count = 0; count < 7; count += 1)
      answers.push((await post(door, { code: '000000' })).statusCode);
    expect([answers[0], answers.at(-1)]).toEqual([403, 429]);
  });

  test('its key does not open the check-list', async () => {
    const key = door.split('/').at(-1);
    expect((await get(`/checklist/${NUMBER}/${key}`)).statusCode).toBe(404);
  });
});
