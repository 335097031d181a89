/**
 * Draws docs/channels/feishu.png, telegram.png and wechat.png: a fault on each simulated channel, as its reporter and the
 * crew see it. `node tests/sim/screenshot.ts`
 */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openBrowser } from '../e2e/browser.ts';
import { startSimulation } from './main.ts';

const SIZE = { width: 1240, height: 900 };

function chatOf(page: Page, chat: string) {
  return page.locator(`[data-chat="${chat}"]`);
}

async function say(page: Page, chat: string, text: string, answer: string): Promise<void> {
  const box = chatOf(page, chat);
  await box.getByPlaceholder('说点什么').fill(text);
  await box.getByRole('button', { name: '发送' }).click();
  await box.locator('.messages').getByText(answer).last().waitFor();
}

async function draw(page: Page, channel: string): Promise<void> {
  await page.locator('#toast:not(.shown)').waitFor({ state: 'attached' });
  const path = fileURLToPath(new URL(`../../docs/channels/${channel}.png`, import.meta.url));
  await page.locator(`[data-channel="${channel}"]`).screenshot({ path });
}

/** By buttons, with forms in the card. */
async function feishu(page: Page): Promise<void> {
  await say(page, 'oc_zhang', '三楼302打印机卡纸了，下午两点前要用', '打印机卡纸');
  await say(page, 'oc_zhang', '没解决', '联系');
  await say(page, 'oc_zhang', '8012', '提交');
  await chatOf(page, 'oc_zhang').getByRole('button', { name: '提交' }).last().click();
  const crew = chatOf(page, 'oc_crew');
  await crew.getByRole('button', { name: '接单' }).last().click();
  await crew.getByText('已更新 1 次').last().waitFor();
  await chatOf(page, 'oc_zhang').getByText('李明').first().waitFor();
  await crew.getByText('完成', { exact: true }).first().click();
  await crew
    .locator('.card')
    .last()
    .evaluate((card) => card.scrollIntoView());
}

/** By buttons under a message. */
async function telegram(page: Page): Promise<void> {
  const [anna, crew] = ['5300000001', '-1001234567890'];
  await say(page, anna, '四楼401打印机卡纸了', '打印机卡纸');
  await say(page, anna, '没解决', '联系');
  await say(page, anna, '8013', '提交');
  await chatOf(page, anna).getByRole('button', { name: '提交' }).last().click();
  const card = chatOf(page, crew).locator('.card', { hasText: '401' });
  await card.getByRole('button', { name: '接单' }).click();
  await chatOf(page, anna).getByText('李明').last().waitFor();
  await chatOf(page, crew).getByText('已更新 1 次').last().waitFor();
  await card.evaluate((shown) => shown.scrollIntoView());
}

/** By words and numbers alone. */
async function wechat(page: Page): Promise<void> {
  const [anna, crew] = ['wx_zhang', 'crew@chatroom'];
  await say(page, anna, '二楼205打印机卡纸了', '2. 没解决');
  await say(page, anna, '2', '联系');
  await say(page, anna, '8014', '1. 提交');
  await say(page, anna, '1', '登记好了');
  const card = chatOf(page, crew).locator('.bubble', { hasText: '205' }).last();
  const number = /T\d{8}-\d{4}/.exec(await card.innerText())?.[0] ?? '';
  await say(page, crew, `接单 ${number}`, '李明');
  await chatOf(page, anna).getByText('李明').last().waitFor();
}

/** An ordinary Wednesday morning. */
const began = Date.now();
const now = () => Date.parse('2026-11-18T10:20:00+08:00') + Date.now() - began;
const simulation = await startSimulation({ LOG_LEVEL: 'error' }, now);
const browser = await openBrowser();
const page = await browser.newPage({ viewport: SIZE });
await page.goto(simulation.page);
for (const [name, play] of Object.entries({ feishu, telegram, wechat })) {
  await play(page);
  await draw(page, name);
}
await browser.close();
await simulation.stop();
process.exit(0);
