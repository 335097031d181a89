/** The dispatch page: what is near its target is acknowledged, reports become an incident, the roster changes, a vendor's answer is kept. */
import { mkdirSync } from 'node:fs';
import excel from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownFolder, type RunningServer, request, startServer } from '../support/server-process.ts';
import { openBrowser, openWindow } from './browser.ts';

const token = 'admin-token-0123456789';
const folder = ownFolder();
let server: RunningServer;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  server = await startServer(folder.path, { API_TOKENS: `admin:${token}`, PROFILE: 'chengguan' });
  browser = await openBrowser();
  const opened = await openWindow(browser, server.url);
  ({ page, complaints } = opened);
  await page.getByLabel('访问令牌').fill(token);
  await page.getByRole('button', { name: '登录' }).click();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

async function open(title: string, more: object = {}): Promise<string> {
  const body = {
    kind: 'fault',
    category: 'business',
    title,
    requester: { id: title, name: '张三' },
    ...more,
  };
  const { body: ticket } = await request(server.url, '/api/tickets', { token, body });
  return (ticket as { number: string }).number;
}

const tab = (name: string) => page.getByRole('tab', { name });
const picture = async (name: string) => {
  if (!process.env.SCREENSHOTS) return;
  mkdirSync(process.env.SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png` });
};

it('shows what is due soon, who has it, and opens the ticket', async () => {
  const number = await open('OA 全部登不上', { urgency: 'critical' });
  await page.getByRole('button', { name: '调度', exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: number }).filter({ hasText: '响应' });
  await row.waitFor();
  expect(await row.textContent()).toContain('系统运维组');
  await picture('escalations');
  await row.getByRole('button', { name: number }).click();
  await page.getByRole('dialog').filter({ hasText: 'OA 全部登不上' }).last().waitFor();
  await page.keyboard.press('Escape');
});

it('makes one incident of two reports, and takes one out again', async () => {
  const [first, second] = [await open('考勤系统打不开'), await open('邮件发不出去')];
  await tab('事件').click();
  const link = page.getByRole('region', { name: '并入另一张单' });
  await link.getByLabel('要并入的单号').fill(second);
  await link.getByLabel('并到哪张单').fill(first);
  await link.getByRole('button', { name: '关联' }).click();
  const incident = page.getByRole('listitem').filter({ hasText: '2 人报告' });
  await incident.getByText(second).waitFor();
  await picture('incidents');
  await incident.getByRole('button', { name: `拆出 ${second}` }).click();
  await page.getByText('现在没有合并成事件的故障。').or(page.getByText('1 人报告')).first().waitFor();
});

it('shows the week of duty, sets somebody else for a day, records leave, and takes a workbook in', async () => {
  await tab('值班').click();
  const service = page.getByRole('row').filter({ hasText: '日常使用组' });
  const today = service.getByRole('button', { name: /今天 孙立新/ });
  await today.click();
  const card = page.getByRole('region', { name: '日常使用组 · 今天' });
  await card.getByLabel('值班人').click();
  await page.getByTitle('董倩').click();
  await card.getByRole('button', { name: '保存' }).click();
  await service.getByRole('button', { name: /今天 董倩/ }).waitFor();
  const leave = page.getByRole('region', { name: '登记请假' });
  await leave.getByLabel('谁请假').click();
  await page.getByTitle('董倩').last().click();
  await leave.getByLabel('谁替班').click();
  await page.getByTitle('潘宇').last().click();
  await leave.getByRole('button', { name: '登记请假' }).click();
  await page.getByRole('listitem').filter({ hasText: '董倩' }).filter({ hasText: '潘宇 替班' }).waitFor();
  await picture('roster');

  const book = new excel.Workbook();
  book.addWorksheet('值班表').addRows([
    ['日期', '班组', '班次', '值班人', '电话'],
    ['2027-05-01', '日常使用组', '', '没有这人', '8002'],
  ]);
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page
    .locator('input[type=file][accept=".xlsx"]')
    .setInputFiles({ name: '值班.xlsx', mimeType, buffer: bytes });
  await page.getByText('值班表 D2「没有这人」：没有这个人（孙立新、董倩、潘宇）').waitFor();
  await picture('import');
});

it('shows a vendor’s clock beside ours, and keeps what it answers', async () => {
  const number = await open('交换柜柜门打不开', { system: '公文交换柜' });
  await tab('厂商').click();
  const vendor = page.getByRole('region', { name: '公文交换柜厂商' });
  const row = vendor.getByRole('row').filter({ hasText: number });
  expect(await row.textContent()).toMatch(/前答复.*还没答复.*还没督办/);
  await row.getByRole('button', { name: `记下答复 ${number}` }).click();
  await page.getByLabel('厂商说了什么').fill('明天上午带锁芯来');
  await page.getByRole('button', { name: '保存' }).click();
  await row.getByText('明天上午带锁芯来').waitFor();
  await picture('vendors');
  // The drawer lies over the page's head.
  await page.getByRole('button', { name: 'English' }).first().dispatchEvent('click');
  await page.getByRole('tab', { name: 'Vendors' }).waitFor();
  await picture('english');
  // Signing in begins with being told that nobody is signed in; a workbook that can't be read is refused.
  expect(complaints.filter((line) => !/401|400/.test(line))).toEqual([]);
});
