/** The crew's check-list on a phone, opened by the address on the meeting's card. */
import { pino } from 'pino';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseConfig } from '../../server/config.ts';
import { createDesk, type Desk } from '../../server/desk-app.ts';
import { createPageLinks } from '../../server/meetings/page-links.ts';
import { ownFolder, request } from '../support/server-process.ts';
import { openBrowser } from './browser.ts';

const NOW = Date.parse('2026-11-18T10:00:00+08:00');
const TOKEN = 'admin-token-for-the-check-list';
const folder = ownFolder();
let desk: Desk;
let url: string;
let browser: Browser;

beforeAll(async () => {
  const parsed = parseConfig({ PORT: '0', DATA_DIR: `${folder.path}/data`, API_TOKENS: `admin:${TOKEN}` });
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
  desk = await createDesk({ config: parsed.config, log: pino({ level: 'silent' }), now: () => NOW });
  url = await desk.start();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
  folder.remove();
});

it('is ticked with a thumb: items saved, a fault explained, the task done', async () => {
  const { body } = await request(url, '/api/meetings', {
    token: TOKEN,
    body: {
      title: '人社系统培训',
      room: '第一会议室',
      start: '2026-11-18T15:00:00+08:00',
      end: '2026-11-18T17:00:00+08:00',
      attendees: 40,
      layout: 'classroom',
      equipment: ['projector', 'microphone', 'video_conference', 'name_cards', 'tea'],
      quantities: { microphone: 2 },
      requester: { id: 'u-he', name: '何静', department: '人社局' },
    },
  });
  const { number } = body as { number: string };
  const links = createPageLinks([{ role: 'admin', token: TOKEN }], null);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${url}${links.pathOf('checklist', number)}`);
  const fits = () => page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth');
  expect(await fits()).toBe(true);

  const section = (name: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { name: new RegExp(`^${name}`) }) });
  const test = section('会前联调');
  const pick = (item: string, choice: string) =>
    test.getByRole('group', { name: item }).getByText(choice, { exact: true }).click();
  for (const item of ['投影', '话筒', '视频会议']) await pick(item, '正常');
  await test.getByRole('button', { name: '先存着' }).click();
  await page.getByRole('status').filter({ hasText: '存好了' }).waitFor();

  await pick('各分会场连通', '异常');
  await test.getByRole('textbox', { name: '哪里不对' }).last().fill('乐山没声音，已换线路');
  await test.getByRole('button', { name: '会前联调完成' }).click();
  await page.getByRole('status').filter({ hasText: '会前联调已记为完成' }).waitFor();
  await section('会前联调').getByText('乐山没声音，已换线路').waitFor();
  expect(await fits()).toBe(true);

  await page.goto(`${url}${links.pathOf('door', number)}`);
  await page.getByRole('textbox').fill(links.codeOf(number));
  await page.getByRole('button', { name: '打开' }).click();
  await section('会前联调').getByText('乐山没声音，已换线路').waitFor();
  await context.close();
});
