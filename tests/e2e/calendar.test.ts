/** The rooms' calendar on the page: by day and by week, and what may be done to a meeting from there. */
import { pino } from 'pino';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseConfig } from '../../server/config.ts';
import { createDesk, type Desk } from '../../server/desk-app.ts';
import { adminTokenOf, ownFolder, request } from '../support/server-process.ts';
import { DeskPage, openBrowser, openWindow } from './browser.ts';

const NOW = Date.parse('2026-11-18T10:00:00+08:00');
const folder = ownFolder();
let desk: Desk;
let url: string;
let browser: Browser;

beforeAll(async () => {
  const parsed = parseConfig({ PORT: '0', DATA_DIR: `${folder.path}/data` });
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

async function book(title: string, room: string, start: string, end: string): Promise<string> {
  const { body } = await request(url, '/api/meetings', {
    token: adminTokenOf(folder.path),
    body: {
      title,
      room,
      start: `${start}:00+08:00`,
      end: `${end}:00+08:00`,
      attendees: 12,
      layout: 'classroom',
      equipment: ['projector'],
      requester: { id: 'u-he', name: '何静', department: '综合科', phone: '8207' },
    },
  });
  return (body as { number: string }).number;
}

it('shows a room’s meetings by day and week; one is confirmed, prepared and cancelled from there', async () => {
  await book('预算碰头会', '302', '2026-11-18T14:00', '2026-11-18T15:30');
  const number = await book('信息化培训', '201', '2026-11-19T09:00', '2026-11-19T11:30');
  const { page, complaints, context } = await openWindow(browser, url);
  await page.clock.setFixedTime(NOW);
  await page.reload();
  const { board } = new DeskPage(page);

  await board.getByText('日历', { exact: true }).click();
  const room = (name: string) => board.getByRole('region', { name, exact: true });
  await room('302会议室')
    .getByRole('button', { name: /14:00–15:30 预算碰头会/ })
    .waitFor();
  expect(await room('201会议室').getByRole('button').count()).toBe(0);

  await board.getByRole('button', { name: '后一天' }).click();
  await room('201会议室')
    .getByRole('button', { name: /信息化培训.*待确认/ })
    .click();
  const drawer = page.getByRole('dialog', { name: `会议 ${number}` });
  await drawer.getByText('何静').first().waitFor();
  await drawer.getByRole('button', { name: '确认保障' }).click();
  await room('201会议室')
    .getByRole('button', { name: /信息化培训.*已确认/ })
    .waitFor();

  await drawer.getByRole('button', { name: '完成 布场' }).click();
  const result = drawer.getByRole('form', { name: '布场' });
  await result.getByRole('textbox').fill('课桌 12 张，投影已开');
  await result.getByRole('button', { name: '确定' }).click();
  await drawer
    .getByRole('listitem')
    .filter({ hasText: '布场' })
    .getByText('课桌 12 张，投影已开')
    .first()
    .waitFor();
  expect(await drawer.getByRole('button', { name: '完成 布场' }).count()).toBe(0);

  await drawer.getByRole('button', { name: '双面桌签' }).click();
  await drawer.getByRole('textbox', { name: '把名单粘贴在这里，一行一个或用顿号隔开' }).fill('张三、李四');
  const [cards] = await Promise.all([
    page.waitForEvent('download'),
    drawer.getByRole('button', { name: '生成桌签' }).click(),
  ]);
  expect(cards.suggestedFilename()).toBe(`桌签-${number}.docx`);
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    drawer.getByRole('link', { name: '签到表' }).click(),
  ]);
  expect(sheet.suggestedFilename()).toBe(`签到表-${number}.docx`);

  await board.getByText('周', { exact: true }).click();
  await board.getByRole('button', { name: /09:00–11:30 信息化培训 201会议室/ }).waitFor();
  await board.getByRole('button', { name: /14:00–15:30 预算碰头会/ }).waitFor();
  await board.getByRole('button', { name: '后一周' }).click();
  await board.getByRole('button', { name: /预算碰头会/ }).waitFor({ state: 'detached' });
  await board.getByRole('button', { name: '今天' }).click();

  await drawer.getByRole('button', { name: '取消会议' }).click();
  const why = drawer.getByRole('form', { name: '取消会议' });
  await why.getByRole('textbox').fill('主讲老师出差');
  await why.getByRole('button', { name: '确定' }).click();
  await board.getByRole('button', { name: /信息化培训/ }).waitFor({ state: 'detached' });
  await drawer.getByText('主讲老师出差').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
