/** The keeper's page: what people asked in vain becomes an entry, and whoever asked hears of it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownFolder, type RunningServer, request, startServer } from '../support/server-process.ts';
import { openBrowser, openWindow } from './browser.ts';

const token = 'admin-token-0123456789';
const QUESTION = '金蝶凭证打印模板怎么改成横版';
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

async function openKeepersPage() {
  const window = await openWindow(browser, server.url);
  const { page } = window;
  await page.getByLabel('访问令牌').fill(token);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('button', { name: '知识库' }).click();
  return { ...window, drawer: page.getByRole('dialog').first(), entry: page.getByRole('dialog').last() };
}

it('leads from a gap to a draft, to what is published, to those who asked', async () => {
  const body = { messageId: 'gap-1', user: { id: 'u7', name: '周敏' }, text: QUESTION };
  await request(server.url, '/api/chat/messages', { token, body });
  const { page, complaints, context, drawer, entry } = await openKeepersPage();
  await drawer.getByRole('tab', { name: '缺口' }).click();
  const gap = drawer.getByRole('listitem').filter({ hasText: QUESTION });
  await gap.getByText(`1 人问过，无答案：${QUESTION}`).waitFor();
  await gap.getByRole('button', { name: '起草一条' }).click();
  const source = page.getByRole('textbox', { name: '条目原文' });
  const draft = await source.inputValue();
  expect(draft).toContain(QUESTION);
  await source.fill(
    draft.replace(/\n---\n[\s\S]*$/, '\n---\n打印设置里改。\n\n1. 凭证管理里点打印设置，纸张方向选横向。\n'),
  );
  await page.getByRole('region', { name: '预览' }).getByText('1. 凭证管理里点打印设置').waitFor();
  await entry.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存', { exact: true }).waitFor();
  await entry.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('已发布，已告知 1 位问过的同事').waitFor();
  const feed = await request(server.url, '/api/chat/messages?user=u7', { token });
  expect(JSON.stringify(feed.body)).toContain(`《${QUESTION}》`);
  expect(complaints.filter((line) => !line.includes('401'))).toEqual([]);
  await context.close();
});

it('shows a change that somebody else saved meanwhile, and loses neither', async () => {
  const { page, context, drawer, entry } = await openKeepersPage();
  await drawer.getByRole('searchbox', { name: '按标题或编号找' }).fill('卡纸怎么处理');
  await drawer.getByRole('button', { name: '打印机卡纸怎么处理' }).click();
  const source = page.getByRole('textbox', { name: '条目原文' });
  const before = await source.inputValue();
  await source.fill(`${before}\n我写的一句。\n`);
  const path = '/api/knowledge/articles/printer-paper-jam';
  const { version } = (await request(server.url, path, { token })).body as { version: number };
  const theirs = { version, markdown: `${before}\n别人写的一句。\n` };
  await fetch(`${server.url}${path}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(theirs),
  });
  await entry.getByRole('button', { name: '保存' }).click();
  const conflict = page.getByRole('region', { name: '刚才有人改过这一条' });
  await conflict.getByText('别人写的一句。').waitFor();
  expect(await source.inputValue()).toContain('我写的一句。');
  await conflict.getByRole('button', { name: '存我这份' }).click();
  await page.getByText('已保存', { exact: true }).waitFor();
  const now = (await request(server.url, path, { token })).body as { markdown: string };
  expect(now.markdown).toContain('我写的一句。');
  const history = await request(server.url, `${path}/history`, { token });
  expect(JSON.stringify(history.body)).toContain('别人写的一句。');
  await context.close();
});
