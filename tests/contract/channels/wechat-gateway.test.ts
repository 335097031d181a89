/** The puppet that most people use, over its own wire: wechaty-puppet-service, in its process, to a gateway. */
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createClient } from '../../../adapters/wechat/client.ts';
import type { Heard } from '../../../adapters/wechat/decode.ts';
import type { PuppetLine } from '../../../adapters/wechat/line.ts';
import { type GatewayContact, startWechatGateway, type WechatGateway } from '../../support/wechat-gateway.ts';

let gateway: WechatGateway;
let anna: GatewayContact;
let line: PuppetLine;
const events: string[] = [];
let heard: Heard[] = [];

beforeAll(async () => {
  gateway = await startWechatGateway();
  anna = gateway.mocker.createContact({ id: 'anna', name: '李安娜' });
  const note = (name: string) => () => void events.push(name);
  line = createClient(
    {
      puppet: 'wechaty-puppet-service',
      serviceToken: gateway.token,
      memory: null,
      env: { PATH: process.env.PATH ?? '', ...gateway.env },
    },
    {
      onScan: note('scan'),
      onLogin: note('login'),
      onLogout: note('logout'),
      onAlive: () => {},
      onHeard: (one) => heard.push(one),
      onError: note('error'),
      onExit: note('exit'),
    },
  );
  await line.start();
  await vi.waitFor(() => expect(events).toContain('login'), { timeout: 10_000 });
});
afterAll(async () => {
  await line.stop();
  await gateway.close();
});
beforeEach(() => {
  heard = [];
});

const sentTo = (id: string) =>
  [...gateway.mocker.cacheMessagePayload.values()]
    .filter(
      (one) => one.talkerId === 'desk' && (one.listenerId === id || ('roomId' in one && one.roomId === id)),
    )
    .map((one) => one.text);

it('hears people and answers them', async () => {
  anna.say('打印机坏了').to(gateway.self);
  await vi.waitFor(() =>
    expect(heard).toMatchObject([{ text: '打印机坏了', talker: { id: 'anna', name: '李安娜' } }]),
  );
  expect(await line.say('anna', false, '在哪里？', undefined)).toMatchObject({ ok: true });
  expect(sentTo('anna')).toEqual(['在哪里？']);
});

it('knows in a room who was named, and names whom it answers', async () => {
  const room = gateway.mocker.createRoom({ id: 'r@chatroom', memberIdList: ['anna', 'desk'] });
  anna.say('@服务台\u2005查单', [gateway.self]).to(room);
  await vi.waitFor(() => expect(heard).toMatchObject([{ room: room.id, mentioned: [{ id: 'desk' }] }]));
  expect(await line.say(room.id, true, '都接了。', heard[0]?.id)).toMatchObject({ ok: true });
  expect(sentTo(room.id)[0]).toMatch(/@李安娜\s都接了。/u);
});

it('hears of a logout', async () => {
  await gateway.puppet.logout('kicked');
  await vi.waitFor(() => expect(events).toContain('logout'));
});
