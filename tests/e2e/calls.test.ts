/** A telephone call, logged at the page while the caller speaks, and the caller rung back. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownFolder, type RunningServer, request, startServer } from '../support/server-process.ts';
import { openBrowser, openWindow } from './browser.ts';

const token = 'admin-token-0123456789';
const folder = ownFolder();
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer(folder.path, { API_TOKENS: `admin:${token}` });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

it('opens a ticket of what the caller says, and reminds whoever sits there to ring back', async () => {
  const { page, complaints, context } = await openWindow(browser, server.url);
  await page.getByLabel('访问令牌').fill(token);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('button', { name: '记来电' }).click();
  await page.getByLabel('来电号码').fill('8012');
  await page.getByLabel('来电内容').fill('三楼302打印机卡纸，下午开会要用');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  const opened = page.getByRole('status').filter({ hasText: '已开单' });
  const number = /T\d{8}-\d{4}/.exec((await opened.textContent()) ?? '')?.[0] ?? '';
  const body = { action: 'accept', assignee: '李工' };
  await request(server.url, `/api/tickets/${number}/actions`, { token, body });
  const waiting = page.getByRole('dialog').getByRole('listitem').filter({ hasText: '李工' });
  await waiting.getByRole('button', { name: '已回电' }).click();
  await waiting.waitFor({ state: 'detached' });
  // Signing in begins with being told that nobody is signed in.
  expect(complaints.filter((line) => !line.includes('401'))).toEqual([]);
  await context.close();
});
