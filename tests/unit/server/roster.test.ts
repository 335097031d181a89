import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asksForDuty } from '../../../server/turn/duty-answers.ts';
import { ADMIN, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const headers = { authorization: `Bearer ${ADMIN}` };
const inject = (method: 'GET' | 'POST', url: string, payload?: object) =>
  desk.desk.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });

describe('who is on duty', () => {
  test('is answered in a private chat and in the group, and by the API', async () => {
    const said = (await desk.say({ id: 'u9' }, '今天谁值班？')).map(({ text }) => text).join('');
    expect(said).toMatch(/^今天值班：\n· 桌面组：.+ 6800-\d+\n· 网络系统组：.+ 6800-\d+$/);
    expect((await desk.group({ id: 'liming', name: '李明' }, '谁值班')).map(({ text }) => text)).toEqual([
      said,
    ]);
    const { items } = (await inject('GET', '/api/roster/duty')).json();
    expect(items.map(({ team }: { team: string }) => team)).toEqual(['桌面组', '网络系统组']);
  });

  test('is heard in many words, and not in a report', () => {
    const asks = (text: string) =>
      asksForDuty({
        kind: 'utterance',
        text,
        updateId: '1',
        at: '2026-11-18T09:00:00+08:00',
        address: { channel: 'web', chat: 'u', kind: 'private' },
        sender: { id: 'u' },
      });
    for (const text of [
      '今晚谁值班',
      '明天是谁值班呀',
      '谁在值班？',
      '值班人员是谁',
      '周六谁值班',
      'Who is on duty today?',
    ])
      expect([text, asks(text)]).toEqual([text, true]);
    for (const text of ['值班电话打不通', '值班室网断了', '谁动了我的电脑', '今天值班系统登不上'])
      expect([text, asks(text)]).toEqual([text, false]);
  });
});

describe('an engineer’s feed', () => {
  test('shows their duty under a secret address; a new one ends the old', async () => {
    const feed = (await inject('POST', '/api/roster/feeds', { person: '李明' })).json();
    expect(feed.person).toBe('liming');
    const get = (url: string) => desk.desk.http.inject({ method: 'GET', url });
    const calendar = await get(feed.url);
    expect(calendar.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(calendar.body).toMatch(/BEGIN:VEVENT[\s\S]*DTSTART;VALUE=DATE:2026\d{4}[\s\S]*值班 · 桌面组/);
    const again = (await inject('POST', '/api/roster/feeds', { person: 'liming' })).json();
    expect((await get(feed.url)).statusCode).toBe(404);
    expect((await get(again.url)).statusCode).toBe(200);
    expect((await get('/feeds/roster/nothing.ics')).statusCode).toBe(404);
    expect((await inject('POST', '/api/roster/feeds', { person: '没有这人' })).statusCode).toBe(404);
  });
});
