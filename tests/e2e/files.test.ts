/** Pictures and files in a real browser: chosen, pasted, dropped; refused in words; seen by the crew and on the ticket. */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PDF, PNG } from '../support/sent-files.ts';
import { ownFolder, type RunningServer, startServer } from '../support/server-process.ts';
import { DeskPage, openBrowser, openWindow, type Window } from './browser.ts';

const folder = ownFolder();
let server: RunningServer;
let browser: Browser;
let window: Window;
let desk: DeskPage;

beforeAll(async () => {
  server = await startServer(folder.path);
  browser = await openBrowser();
  window = await openWindow(browser, server.url);
  desk = new DeskPage(window.page);
});
afterAll(async () => {
  await window?.context.close();
  await browser?.close();
  await server?.stop();
  folder.remove();
});

const picker = () => desk.chat.locator('input[type=file]');
const picked = () => desk.chat.getByRole('list', { name: '要一起发的文件' }).getByRole('listitem');

// The browser's own, where the function below runs.
declare const DataTransfer: new () => { items: { add(file: File): void } };
declare const ClipboardEvent: new (type: string, init: object) => Event;
declare const DragEvent: new (type: string, init: object) => Event;

/** Hands a file to an element as the hand or the clipboard does. */
async function give(target: Locator, type: 'paste' | 'drop', name: string, bytes: Buffer): Promise<void> {
  await target.evaluate(
    (element, given) => {
      const file = new File([Uint8Array.from(atob(given.base64), (c) => c.charCodeAt(0))], given.name);
      const data = new DataTransfer();
      data.items.add(file);
      const init = { bubbles: true, cancelable: true };
      if (given.type === 'paste')
        element.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData: data }));
      else element.dispatchEvent(new DragEvent('drop', { ...init, dataTransfer: data }));
    },
    { type, name, base64: bytes.toString('base64') },
  );
}

it('go with the message, to the crew, and onto the ticket', async () => {
  await picker().setInputFiles({ name: '卡纸.png', mimeType: 'image/png', buffer: PNG });
  await picked().locator('img').waitFor();
  await give(desk.chat.getByRole('textbox', { name: '对服务台说' }), 'paste', '截图.png', PNG);
  await expect.poll(() => picked().count()).toBe(2);
  await desk.say('三楼302打印机卡纸了');
  await expect.poll(() => desk.chat.locator('.from-user img').count()).toBe(2);
  await desk.chat.getByRole('button', { name: '没解决' }).click();
  await desk.chat
    .getByText(/分机或手机/)
    .last()
    .waitFor();
  await desk.say('8012');
  await desk.chat.getByRole('button', { name: '提交', exact: true }).click();
  await desk.card(/^工单 T\d{8}-\d{4}/).waitFor();
  await expect.poll(() => desk.group.locator('.attached img').count(), { timeout: 10_000 }).toBe(2);
  await desk
    .card(/^工单 T/)
    .getByRole('button', { name: /查看工单/ })
    .click();
  const drawer = window.page.getByRole('dialog');
  await expect.poll(() => drawer.locator('.attached img').count()).toBe(2);
  await window.page.keyboard.press('Escape');
});

it('are dropped anywhere on the pane, taken away again, and go without words', async () => {
  await give(desk.chat.locator('.log'), 'drop', '日志.pdf', PDF);
  await give(desk.chat.locator('.log'), 'drop', '另一个.pdf', PDF);
  await expect.poll(() => picked().count()).toBe(2);
  await desk.chat.getByRole('button', { name: '不发 另一个.pdf' }).click();
  await desk.chat.getByRole('button', { name: '发送' }).click();
  await desk.chat.locator('.from-user').getByRole('link', { name: '日志.pdf' }).waitFor();
  expect(await picked().count()).toBe(0);
});

it('that could be run are refused in words, and hold nothing else up', async () => {
  await picker().setInputFiles({ name: 'setup.exe', mimeType: 'x', buffer: Buffer.from('MZ....') });
  await desk.chat
    .getByRole('alert')
    .getByText(/收不了/)
    .waitFor();
  await desk.say('你好');
  expect(window.complaints.filter((one) => !one.includes('415'))).toEqual([]);
});
