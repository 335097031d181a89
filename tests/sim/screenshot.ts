/** Draws docs/channels/feishu.png: a fault in simulated Feishu, as its reporter and the crew see it. `node tests/sim/screenshot.ts` */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openBrowser } from '../e2e/browser.ts';
import { startSimulation } from './main.ts';

const PICTURE = fileURLToPath(new URL('../../docs/channels/feishu.png', import.meta.url));
const SIZE = { width: 1240, height: 900 };

async function say(page: Page, chat: string, text: string, answer: string): Promise<void> {
  const box = page.locator(`[data-chat="${chat}"]`);
  await box.getByPlaceholder('说点什么').fill(text);
  await box.getByRole('button', { name: '发送' }).click();
  await box.locator('.messages').getByText(answer).last().waitFor();
}

/** An ordinary Wednesday morning. */
const began = Date.now();
const now = () => Date.parse('2026-11-18T10:20:00+08:00') + Date.now() - began;
const simulation = await startSimulation({ LOG_LEVEL: 'error' }, now);
const browser = await openBrowser();
const page = await browser.newPage({ viewport: SIZE });
await page.goto(simulation.page);
await say(page, 'oc_zhang', '三楼302打印机卡纸了，下午两点前要用', '打印机卡纸');
await say(page, 'oc_zhang', '没解决', '联系');
await say(page, 'oc_zhang', '8012', '提交');
await page.locator('[data-chat="oc_zhang"]').getByRole('button', { name: '提交' }).last().click();
const crew = page.locator('[data-chat="oc_crew"]');
await crew.getByRole('button', { name: '接单' }).click();
await crew.getByText('已更新 1 次').waitFor();
await page.locator('[data-chat="oc_zhang"]').getByText('李明').first().waitFor();
await crew.getByText('完成', { exact: true }).first().click();
await page.locator('#toast:not(.shown)').waitFor({ state: 'attached' });
await crew.locator('.card').evaluate((card) => card.scrollIntoView());
await page.screenshot({ path: PICTURE });
await browser.close();
await simulation.stop();
