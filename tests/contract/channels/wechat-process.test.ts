/** A puppet lives in a process of its own: it works across, and whatever it does there does no harm here. */
import { afterEach, expect, it, vi } from 'vitest';
import { createClient } from '../../../adapters/wechat/client.ts';
import type { LineEvents, PuppetLine } from '../../../adapters/wechat/line.ts';
import { environmentOfPuppet } from '../../../server/channels/wechat.ts';

const SCRIPTED = new URL('../../support/scripted-puppet.ts', import.meta.url).href;
const TOKEN = 'puppet_workpro_0123456789abcdef';

let line: PuppetLine | null = null;
afterEach(() => line?.stop());

function connected(puppet: string, env: Record<string, string> = {}) {
  const events: string[] = [];
  const note = (name: string) => (what?: unknown) =>
    void events.push(what === undefined ? name : `${name} ${what}`);
  const handed: LineEvents = {
    onScan: note('scan'),
    onLogin: note('login'),
    onLogout: note('logout'),
    onAlive: () => {},
    onHeard: ({ talker, text }) => events.push(`${talker.name}: ${text}`),
    onError: note('error'),
    onExit: note('exit'),
  };
  const settings = { puppet, serviceToken: TOKEN, memory: null };
  line = createClient({ ...settings, env: { PATH: process.env.PATH ?? '', ...env } }, handed);
  return { line, events };
}

it('asks for a scan, logs in, hears people and answers them', async () => {
  const { line, events } = connected(SCRIPTED);
  await line.start();
  await vi.waitFor(() => expect(events).toContain('李安娜: 打印机坏了'), { timeout: 10_000 });
  expect(events.slice(0, 2)).toEqual(['scan https://login.weixin.qq.com/l/code', 'login']);
  expect(await line.say('anna', false, '在哪里？', undefined)).toMatchObject({ ok: true });
  await vi.waitFor(() => expect(events).toContain('李安娜: 收到：在哪里？'));
  expect(await line.download('nothing', 10)).toMatchObject({ ok: false });
}, 30_000);

it('ends alone where a puppet throws what nobody catches; what it complains of holds no token', async () => {
  const { line, events } = connected(SCRIPTED, { WECHATY_SCRIPT: 'throw', WECHATY_TOKEN: TOKEN });
  await line.start().catch(() => undefined);
  await vi.waitFor(() => expect(events.at(-1)).toMatch(/^exit /), { timeout: 10_000 });
  expect(events).toContain('error gateway of *** is away');
  expect(await line.say('anna', false, '在吗', undefined)).toMatchObject({ ok: false, known: true });
}, 30_000);

it('says why a puppet can not be started', async () => {
  const { line } = connected('wechaty-puppet-nobody-made');
  await expect(line.start()).rejects.toThrow(/Cannot find package/);
}, 30_000);

it('hands on no secret of the desk', () => {
  const all = {
    PATH: '/usr/bin',
    https_proxy: 'http://proxy:3128',
    WECHATY_PUPPET_SERVICE_ENDPOINT: '10.0.0.1:8788',
    DATABASE_URL: 'postgres://secret',
    API_TOKENS: 'admin:secret',
    TELEGRAM_BOT_TOKEN: 'secret',
    LLM_API_KEY: 'secret',
  };
  expect(Object.keys(environmentOfPuppet(all))).toEqual([
    'PATH',
    'https_proxy',
    'WECHATY_PUPPET_SERVICE_ENDPOINT',
  ]);
});
