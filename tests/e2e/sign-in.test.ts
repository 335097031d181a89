/** A desk with configured tokens: the page asks for one, and shows what its role may see and do. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ownFolder, type RunningServer, request, startServer } from '../support/server-process.ts';
import { DeskPage, openBrowser, openWindow, type Window } from './browser.ts';

const TOKENS = {
  chat: 'chat-token-0123456789',
  viewer: 'viewer-token-0123456789',
  dispatcher: 'dispatcher-token-0123456789',
};

const folder = ownFolder();
let server: RunningServer;
let browser: Browser;
let opened: Window[] = [];
let number: string;

beforeAll(async () => {
  const API_TOKENS = Object.entries(TOKENS)
    .map(([role, token]) => `${role}:${token}`)
    .join(',');
  server = await startServer(folder.path, { API_TOKENS });
  browser = await openBrowser();
  const body = { kind: 'fault', title: '五楼无线断断续续', requester: { id: 'u1', name: '孙伟' } };
  number = (await request(server.url, '/api/tickets', { token: TOKENS.dispatcher, body })).body.number;
});
afterEach(async () => {
  for (const { context } of opened) await context.close();
  opened = [];
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

async function signIn(token: string) {
  const window = await openWindow(browser, server.url);
  opened.push(window);
  const { page } = window;
  await page.getByRole('heading', { name: '登录服务台' }).waitFor();
  await page.getByLabel('访问令牌').fill(token);
  await page.getByRole('button', { name: '登录' }).click();
  return { page, desk: new DeskPage(page), context: window.context };
}

it('a wrong token is refused, and nothing is shown', async () => {
  const { page, desk } = await signIn('not-a-token-0123456789');
  await page.getByText('令牌不对，请核对后再试。').waitFor();
  expect(await desk.board.count()).toBe(0);
  expect(await page.content()).not.toContain('孙伟');
});

it('a viewer reads, and has nothing to press', async () => {
  const { page, desk } = await signIn(TOKENS.viewer);
  await desk.board.getByRole('button', { name: new RegExp(number) }).click();
  await page.getByRole('dialog').getByText('孙伟').first().waitFor();
  expect(await page.getByRole('dialog').getByRole('button', { name: '接单' }).count()).toBe(0);
  expect(await desk.chat.count()).toBe(0);
  await desk.group.getByText('当前角色只能查看').waitFor();
});

it('a dispatcher acts on cards, stays signed in over a reload, and signs out', async () => {
  const { page, desk, context } = await signIn(TOKENS.dispatcher);
  await desk.dispatchCard(number).getByRole('button', { name: '接单', exact: true }).click();
  await desk
    .dispatchCard(number)
    .getByText(/处理中/)
    .waitFor();
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  expect(cookie?.value).not.toContain(TOKENS.dispatcher);
  await page.reload();
  await desk.board.waitFor();
  await page.getByRole('button', { name: '退出' }).click();
  await page.getByRole('heading', { name: '登录服务台' }).waitFor();
  expect(await context.cookies()).toEqual([]);
});

it('one who only posts sees the chat alone, and is answered', async () => {
  const { desk } = await signIn(TOKENS.chat);
  await desk.chat.waitFor();
  expect([await desk.board.count(), await desk.group.count()]).toEqual([0, 0]);
  await desk.say('打印机卡纸了');
  await desk.card('打印机卡纸怎么处理').getByRole('button', { name: '没解决' }).waitFor();
});
