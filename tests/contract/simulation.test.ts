/** `npm run sim`: what the page asks for and does, on its own address. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Simulation, startSimulation } from '../sim/main.ts';
import type { SimMessage } from '../sim/simulated.ts';

let simulation: Simulation;
beforeAll(async () => {
  simulation = await startSimulation({ LOG_LEVEL: 'silent' });
});
afterAll(() => simulation.stop());

const post = (path: string, body: object) =>
  fetch(`${simulation.page}${path}`, { method: 'POST', body: JSON.stringify(body) });
const messages = async (chat: string): Promise<SimMessage[]> => {
  const channels = (await (await fetch(`${simulation.page}/state`)).json()) as { messages: SimMessage[] }[];
  return channels.flatMap((one) => one.messages).filter((one) => one.chat === chat);
};
const told = async (chat: string) =>
  JSON.stringify((await messages(chat)).filter((one) => one.from === null));
const say = (text: string) => post('/say', { channel: 'feishu', chat: 'oc_zhang', who: 'ou_zhang', text });

test('what is said on the page is answered there, with the card as it was sent', async () => {
  expect((await fetch(simulation.page)).status).toBe(200);
  await say('三楼302打印机卡纸了');
  await expect.poll(() => told('oc_zhang'), { timeout: 10_000 }).toContain('打印机卡纸');
  const card = (await messages('oc_zhang')).find((one) => one.card);
  expect(card?.card?.buttons.map(({ label }) => label)).toContain('已解决');
  expect(card?.raw).toMatchObject({ schema: '2.0' });
});

test('a pressed button is done, and the person is shown so', async () => {
  const card = (await messages('oc_zhang')).find((one) => one.card);
  const button = card?.card?.buttons.find(({ label }) => label === '已解决')?.press;
  const pressed = { channel: 'feishu', message: card?.id, who: 'ou_zhang', button };
  expect(await (await post('/press', pressed)).json()).toEqual({ toast: expect.stringContaining('收到') });
});

test.each([
  ['telegram', '5300000001', '5300000001'],
  ['wechat', 'wx_zhang', 'wx_zhang'],
])('%s stands beside it: what is said there is answered there', async (channel, chat, who) => {
  const ready = async () =>
    (await simulation.desk.http.inject('/readyz')).json<{ channels: object }>().channels;
  await expect.poll(ready, { timeout: 20_000 }).toMatchObject({ [channel]: 'ready' });
  await post('/say', { channel, chat, who, text: '你好' });
  await expect.poll(() => told(chat), { timeout: 10_000 }).toContain('您好');
});

test('what nobody asked for is not there', async () => {
  expect((await fetch(`${simulation.page}/../package.json`)).status).toBe(404);
  expect((await post('/say', { channel: 'none', chat: 'x', who: 'y', text: 'z' })).status).toBe(400);
});
