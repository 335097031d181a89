/** A person is one person, on however many channels (a ticket opened in one can be asked about in another). */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Reply } from '../../../../bot/reply.ts';
import type { Update } from '../../../../bot/types.ts';
import { receive } from '../../../../server/chat/receive.ts';
import { ADMIN, openTestDesk, type TestDesk } from '../../../support/desk.ts';
import { playedChannel } from '../../../support/push-channel.ts';

const MINUTE = 60_000;

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk({ channels: [playedChannel('feishu'), playedChannel('wechat')] });
});
afterEach(() => desk.close());

let count = 0;
/** What is answered in a private chat of a channel. */
async function say(channel: string, id: string, text: string, sender: Partial<Update['sender']> = {}) {
  count += 1;
  const replies = await receive(desk.desk.receiving, {
    kind: 'utterance',
    updateId: `${channel}-${count}`,
    at: new Date(desk.clock.now).toISOString(),
    address: { channel, chat: `chat-of-${id}`, kind: 'private' },
    sender: { id, ...sender },
    text,
  });
  await desk.settle();
  return replies.map((reply: Reply) => reply.text).join('\n');
}

async function http(method: 'GET' | 'PUT' | 'DELETE' | 'POST', url: string, payload?: object | string) {
  const headers = {
    authorization: `Bearer ${ADMIN}`,
    ...(typeof payload === 'string' ? { 'content-type': 'text/csv' } : {}),
  };
  const answer = await desk.desk.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
}

const codeIn = (text: string) => /(\d{4}) (\d{4})/.exec(text)?.slice(1).join('') ?? '';

async function openTicket(channel: string, id: string): Promise<string> {
  await say(channel, id, '三楼302打印机卡纸了，电话8012');
  await say(channel, id, '没解决');
  const opened = await say(channel, id, '提交');
  return /T\d{8}-\d{4}/.exec(opened)?.[0] ?? '';
}

test('with the code of one chat another is the same person, who finds their ticket there', async () => {
  const number = await openTicket('feishu', 'ou_1');
  expect(await say('wechat', 'wx_1', `${number}到哪了`)).not.toContain('网络');
  const code = codeIn(await say('feishu', 'ou_1', '绑定账号'));
  expect(await say('wechat', 'wx_1', `绑定 ${code}`)).toContain('绑定好了');
  expect(await say('wechat', 'wx_1', '我的单子到哪了')).toContain(number);
});

test('a code works once, and not after ten minutes', async () => {
  const code = codeIn(await say('feishu', 'ou_1', '绑定账号'));
  await say('wechat', 'wx_1', `绑定 ${code}`);
  expect(await say('wechat', 'wx_2', `绑定 ${code}`)).toContain('过期');
  const late = codeIn(await say('feishu', 'ou_1', '绑定账号'));
  desk.clock.pass(11 * MINUTE);
  expect(await say('wechat', 'wx_3', `绑定 ${late}`)).toContain('过期');
});

test('nobody claims another by guessing: after five wrong codes even the right one is refused for an hour', async () => {
  const code = codeIn(await say('feishu', 'ou_1', '绑定账号'));
  for (let guess = 0; guess < 5; guess += 1) await say('wechat', 'thief', `绑定 0000000${guess}`);
  expect(await say('wechat', 'thief', `绑定 ${code}`)).toContain('一小时');
  expect(await say('wechat', 'wx_1', `绑定 ${code}`)).toContain('绑定好了');
});

test('the person is told where they were before that an account was joined', async () => {
  const code = codeIn(await say('feishu', 'ou_1', '绑定账号'));
  await say('wechat', 'wx_1', `绑定 ${code}`);
  const { rows } = await desk.desk.turn.db
    .selectFrom('outbox')
    .select('body')
    .where('channel', '=', 'feishu')
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
    .then((found) => ({ rows: found }));
  expect(rows[0]?.body.text).toContain('微信');
});

test('who leaves sees what was reported here alone', async () => {
  const number = await openTicket('feishu', 'ou_1');
  const code = codeIn(await say('feishu', 'ou_1', '绑定账号'));
  await say('wechat', 'wx_1', `绑定 ${code}`);
  expect(await say('wechat', 'wx_1', '解除绑定')).toContain('已经解除');
  expect(await say('wechat', 'wx_1', '我的单子到哪了')).not.toContain(number);
});

test('an account of the directory is not taken over by a code of somebody else', async () => {
  await http('PUT', '/api/people/001', { name: '张三', mobile: '13800138000' });
  await say('wechat', 'wx_1', '你好', { mobile: '+86 138-0013-8000' });
  const code = codeIn(await say('feishu', 'ou_2', '绑定账号'));
  expect(await say('wechat', 'wx_1', `绑定 ${code}`)).toContain('另一个人');
});

test('a mobile that the platform vouches for joins the account to the one person who has it', async () => {
  await http('PUT', '/api/people/001', {
    name: '张三',
    department: '财务科',
    room: '302',
    phone: '8012',
    mobile: '13800138000',
    vip: true,
  });
  expect(await say('feishu', 'ou_1', '我是谁', { name: '风一样的男子', mobile: '13800138000' })).toContain(
    '财务科张三',
  );
  await say('feishu', 'ou_1', '打印机卡纸了');
  const summary = await say('feishu', 'ou_1', '没解决');
  expect(summary).toContain('302');
  expect(summary).toContain('8012');
  const number = /T\d{8}-\d{4}/.exec(await say('feishu', 'ou_1', '提交'))?.[0] ?? '';
  const { requester, location } = await desk.ticket(number);
  expect(requester).toEqual({
    id: 'ou_1',
    channel: 'feishu',
    name: '张三',
    department: '财务科',
    phone: '8012',
    person: '001',
    vip: true,
  });
  expect(location).toMatchObject({ text: '302' });
});

test('a mobile that two people share joins nobody; the web page vouches for none', async () => {
  await http('PUT', '/api/people/001', { name: '张三', mobile: '13800138000' });
  await http('PUT', '/api/people/002', { name: '李四', mobile: '13800138000' });
  expect(await say('feishu', 'ou_1', '我是谁', { mobile: '13800138000' })).toContain('还不知道');
  await http('DELETE', '/api/people/002');
  await desk.say({ id: 'u1', phone: '13800138000' }, '你好');
  const [answer] = await desk.say({ id: 'u1', phone: '13800138000' }, '我是谁');
  expect(answer?.text).toContain('还不知道');
});

test('whoever left is nobody any more, and what they asked for stays', async () => {
  await http('PUT', '/api/people/001', { name: '张三', mobile: '13800138000' });
  await say('feishu', 'ou_1', '你好', { mobile: '13800138000' });
  expect((await http('DELETE', '/api/people/001')).status).toBe(200);
  expect(await say('feishu', 'ou_1', '我是谁')).toContain('还不知道');
  expect((await http('GET', '/api/people/001')).status).toBe(404);
});

test('a table of staff is imported, again and again, and its names are understood at once', async () => {
  const table = '工号,姓名,部门,电话\n001,诸葛亮,军机处,8012\n002,,x,\n';
  expect((await http('POST', '/api/people/import', table)).body).toMatchObject({
    imported: 1,
    faults: [{ line: 3 }],
  });
  await http('POST', '/api/people/import', table);
  expect((await http('GET', '/api/people?q=诸葛')).body.total).toBe(1);
  const heard = desk.desk.turn.understand('帮诸葛亮看下电脑，开不了机', { now: desk.clock.now });
  expect(heard.slots.person).toBe('诸葛亮');
  const refused = await http('POST', '/api/people/import', '名字,电话\na,1\n');
  expect(refused.status).toBe(400);
});

test('an agent who knows a person gives them a code', async () => {
  await http('PUT', '/api/people/001', { name: '张三' });
  const { code } = (await http('POST', '/api/people/001/code')).body;
  expect(await say('wechat', 'wx_1', `绑定 ${code}`)).toContain('张三');
});
