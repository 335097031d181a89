import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { showAttached } from '../../../../server/attachments/show-attached.ts';
import { forgetUploads } from '../../../../server/store/attachments.ts';
import { ADMIN, openTestDesk, type TestDesk } from '../../../support/desk.ts';
import { PDF, PNG } from '../../../support/sent-files.ts';

let desk: TestDesk;
let count = 0;
beforeAll(async () => {
  desk = await openTestDesk({ env: { SENDER_LIMIT_PER_MINUTE: '240' } });
});
afterAll(() => desk.close());

const authorization = `Bearer ${ADMIN}`;

async function upload(user: string, name: string, bytes: Buffer, path = '/api/chat/files') {
  const answer = await desk.desk.http.inject({
    method: 'POST',
    url: `${path}?${new URLSearchParams({ user, name })}`,
    headers: { authorization, 'content-type': 'application/octet-stream' },
    payload: bytes,
  });
  return { status: answer.statusCode, body: answer.json() as Record<string, string> };
}

async function post(user: string, body: object, path = '/api/chat/messages') {
  count += 1;
  const payload = { messageId: `u${count}`, user: { id: user, phone: '8012' }, ...body };
  const answer = await desk.desk.http.inject({
    method: 'POST',
    url: path,
    headers: { authorization },
    payload,
  });
  await desk.settle();
  return { status: answer.statusCode, body: answer.json() };
}

const get = async (url: string) => (await desk.desk.http.inject({ url, headers: { authorization } })).json();

describe('files for a message of the web page', () => {
  test('are judged by their bytes, kept, and shown with the message that brings them', async () => {
    const { status, body } = await upload('u1', '现场.png', PNG);
    expect(status).toBe(200);
    expect(body).toMatchObject({ kind: 'image', name: '现场.png', type: 'image/png', size: PNG.length });
    await post('u1', { text: '三楼302打印机卡纸了', files: [body.id] });
    const { items } = await get('/api/chat/messages?user=u1');
    expect(items[0]).toMatchObject({
      text: '三楼302打印机卡纸了',
      files: [{ id: body.id, name: '现场.png' }],
    });
    const shown = await desk.desk.http.inject({ url: items[0].files[0].url });
    expect(shown.rawPayload.equals(PNG)).toBe(true);
  });

  test('go with the ticket, and to the crew', async () => {
    const { body } = await upload('u2', '故障单.pdf', PDF);
    await post('u2', { text: '三楼302打印机卡纸了', files: [body.id] });
    await post('u2', { text: '没解决' });
    const said = await post('u2', { text: '提交' });
    const number = /T\d{8}-\d{4}/.exec(JSON.stringify(said.body))?.[0] ?? '';
    expect((await desk.ticket(number)).attachments).toMatchObject([{ id: body.id, type: 'application/pdf' }]);
    const { db, channels, context } = desk.desk.turn;
    const parts = { groups: context.groups, channels };
    await db.transaction().execute((trx) => showAttached(trx, parts, desk.clock.now));
    expect((await desk.shownInGroup()).at(-1)).toMatchObject({ ticket: number, files: [{ id: body.id }] });
  });

  test('may come without words, and the bot asks what they are about', async () => {
    const { body } = await upload('u3', '现场.png', PNG);
    const { status, body: answer } = await post('u3', { files: [body.id] });
    expect(status).toBe(200);
    expect(answer.replies[0].text).toMatch(/照片|图片/);
  });

  test('a note with a picture in the page’s group reaches the requester', async () => {
    await post('u4', { text: '三楼302打印机卡纸了' });
    await post('u4', { text: '没解决' });
    const said = await post('u4', { text: '提交' });
    const number = /T\d{8}-\d{4}/.exec(JSON.stringify(said.body))?.[0] ?? '';
    const { body } = await upload('li', '备件.png', PNG, '/api/groups/dispatch/files');
    const text = `备注 ${number} 换成这种硒鼓`;
    expect((await post('li', { text, files: [body.id] }, '/api/groups/dispatch/messages')).status).toBe(200);
    const { db, channels, context } = desk.desk.turn;
    const parts = { groups: context.groups, channels };
    await db.transaction().execute((trx) => showAttached(trx, parts, desk.clock.now));
    expect((await desk.shown({ id: 'u4' })).at(-1)).toMatchObject({ files: [{ name: '备件.png' }] });
  });

  test.each([
    ['a program', 'setup.exe', Buffer.from('MZ...'), 415],
    ['a program with the name of a picture', 'x.png', Buffer.from('MZ\u0000\u0001'), 415],
    ['a page', 'x.html', Buffer.from('<html></html>'), 415],
    ['an archive', 'x.zip', Buffer.from('PK\u0003\u0004....'), 415],
    ['nothing', 'x.png', Buffer.alloc(0), 415],
    ['more than is kept', 'x.png', Buffer.alloc(20 * 1024 * 1024 + 1, PNG), 413],
  ])('%s is refused in words', async (_what, name, bytes, status) => {
    const refused = await upload('u5', name, bytes);
    expect(refused.status).toBe(status);
    expect(refused.body.detail).toMatch(/收不了|认不出|空的/);
  });

  test('nobody’s message brings what another uploaded, or what is not there', async () => {
    const { body } = await upload('u6', '现场.png', PNG);
    expect((await post('u7', { text: '看图', files: [body.id] })).status).toBe(400);
    const nothing = '00000000-0000-4000-8000-000000000000';
    expect((await post('u6', { text: '看图', files: [nothing] })).status).toBe(400);
  });

  test('who uploads on and on without sending is stopped; after a day it is forgotten', async () => {
    const all = [];
    for (let n = 0; n < 21; n += 1) all.push((await upload('u8', '现场.png', PNG)).status);
    expect(all.slice(0, 20)).toEqual(Array(20).fill(200));
    expect(all[20]).toBe(429);
    const { db } = desk.desk.turn;
    const { body } = await upload('u9', '现场.png', PNG);
    expect(await forgetUploads(db, desk.clock.now + 1)).toContain(body.id);
  });
});
