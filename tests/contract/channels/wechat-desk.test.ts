/** A whole desk on WeChat: words alone, from the first to the last, and ten minutes without a login in between. */
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { ADMIN } from '../../support/desk.ts';
import { type MockContact, openWechatDesk, type WechatDesk } from '../../support/wechat-desk.ts';

let open: WechatDesk;
let anna: MockContact;
beforeAll(async () => {
  open = await openWechatDesk();
  await vi.waitFor(() => expect(open.puppet.state.active()).toBe(true));
  await login();
});
afterAll(() => open.close());
beforeEach(() => {
  anna = open.mocker.createContact({ name: '李安娜' });
});

async function login() {
  open.mocker.login(open.self);
  await vi.waitFor(() => expect(open.channel.status().state).toBe('ready'));
}

/** How many updates are recorded by now. */
const recorded = async () => (await open.desk.desk.turn.db.selectFrom('inbox').select('id').execute()).length;

async function after(saying: () => void) {
  const before = await recorded();
  saying();
  await expect.poll(recorded, { timeout: 5_000 }).toBeGreaterThan(before);
  await open.work();
}

const say = (text: string) => after(() => anna.say(text).to(open.self));
const inRoom = (text: string, mentions: MockContact[] = []) =>
  after(() => open.crew.say(text, mentions).to(open.room));
const toAnna = () => open.heardBy(anna);
const toRoom = () => open.heardBy(open.room);

/** Reports a fault by words and numbers; gives the ticket's number. */
async function report(): Promise<string> {
  const before = toRoom().length;
  await say('三楼302的打印机冒烟了，赶紧来人，我是财务科李安娜，电话8012');
  for (let turns = 0; turns < 4 && toRoom().length === before; turns += 1) {
    const choice = /(\d)\. ?(?:.*提交|.*派人|.*报修)/.exec(toAnna().at(-1) ?? '')?.[1];
    await say(choice ?? '还是不行，请派人来');
  }
  return /T\d{8}-\d{4}/.exec(toRoom()[before] ?? '')?.[0] ?? '';
}

it('takes a fault by words and numbered choices, and a crew at its word in the room', async () => {
  const number = await report();
  expect(number).not.toBe('');
  expect(toRoom().at(-1)).toContain(`\n接单 ${number}\n`);
  await inRoom(`接单 ${number}`);
  expect(toRoom().join()).toMatch(new RegExp(`${number}.*小王`));
  expect(toAnna().at(-1)).toContain('小王');
  await inRoom(`完成 ${number} 换了定影组件`);
  expect(toAnna().at(-1)).toContain('换了定影组件');
});

it('stays silent in a room until it is named, and then answers that one', async () => {
  const before = toRoom().length;
  await inRoom('中午吃什么');
  expect(toRoom()).toHaveLength(before);
  await inRoom('@服务台\u2005查单', [open.self]);
  expect(toRoom().at(-1)).toMatch(/^@小王/);
});

it('keeps what two people say in one room apart, and what one says in two rooms', async () => {
  const bob = open.mocker.createContact({ name: '赵波' });
  const [one, two] = ['one@chatroom', 'two@chatroom'].map((id) =>
    open.mocker.createRoom({ id, memberIdList: [anna.id, bob.id, open.self.id] }),
  );
  if (!one || !two) throw new Error('no rooms');
  await after(() => anna.say('@服务台\u2005打印机卡纸了', [open.self]).to(one));
  const asked = open.heardBy(one).length;
  await after(() => bob.say('@服务台\u2005你好', [open.self]).to(one));
  await after(() => anna.say('@服务台\u2005你好', [open.self]).to(two));
  expect(open.heardBy(one).length).toBeGreaterThan(asked);
  expect(open.heardBy(two).join()).not.toMatch(/打印机|卡纸/);
  expect(open.heardBy(one).at(-1)).not.toMatch(/打印机|卡纸/);
});

it('after ten minutes without a login everything arrives, once and in order', async () => {
  const number = await report();
  const before = toAnna().length;
  await open.puppet.logout('kicked');
  await vi.waitFor(() => expect(open.channel.status().state).toBe('needs_person'));
  for (const body of [
    { action: 'accept', assignee: '李工' },
    { action: 'comment', text: '正在路上' },
    { action: 'hold', reason: 'parts' },
  ]) {
    const answer = await open.desk.desk.http.inject({
      method: 'POST',
      url: `/api/tickets/${number}/actions`,
      headers: { authorization: `Bearer ${ADMIN}` },
      payload: body,
    });
    expect(answer.statusCode).toBe(200);
    await open.work();
  }
  const pass = async (steps: number) => {
    for (let step = 0; step < steps; step += 1) {
      open.desk.clock.pass(30_000);
      await open.work();
    }
  };
  await pass(20);
  expect(toAnna()).toHaveLength(before);
  await login();
  await pass(2);
  const told = toAnna().slice(before);
  const order = ['李工', '正在路上', '配件'].map((word) => told.findIndex((text) => text.includes(word)));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(new Set(told).size).toBe(told.length);
});
