/** The system's own Chromium, and the desk's page in it as its people know it. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';

/** Where the browser is: CHROMIUM_PATH, or the places where distributions put it. */
function chromiumPath(): string {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = places.find((place) => place !== undefined && existsSync(place));
  if (found === undefined)
    throw new Error('no Chromium: install it (apt-get install chromium), or set CHROMIUM_PATH to it');
  return found;
}

/** A browser that talks to nobody but the pages it is led to. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 390, height: 844 };

/** One person's browser window: its cookies and its stored identity are its own. */
export interface Window {
  context: BrowserContext;
  page: Page;
  /** What the page complained of: errors in scripts, blocked or failed requests. */
  complaints: string[];
}

export async function openWindow(browser: Browser, url: string, viewport = WIDE): Promise<Window> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  await page.goto(url);
  return { context, page, complaints };
}

/** The three panes, found by their names. */
export class DeskPage {
  readonly page: Page;
  readonly chat: Locator;
  readonly board: Locator;
  readonly group: Locator;

  constructor(page: Page) {
    this.page = page;
    this.chat = page.getByRole('region', { name: '对话', exact: true });
    this.board = page.getByRole('region', { name: '工单看板', exact: true });
    this.group = page.getByRole('region', { name: '派单群', exact: true });
  }

  async say(text: string): Promise<void> {
    await this.chat.getByRole('textbox', { name: '对服务台说' }).fill(text);
    await this.chat.getByRole('button', { name: '发送' }).click();
    await this.chat
      .locator('.from-user')
      .filter({ hasText: text.slice(0, 40) })
      .last()
      .waitFor();
  }

  /** The newest card of the chat whose title fits. */
  card(title: string | RegExp): Locator {
    return this.chat.getByRole('article', { name: title }).last();
  }

  /** A dispatch card; it stands once, in its newest state. */
  dispatchCard(number: string): Locator {
    return this.group.getByRole('article', { name: new RegExp(number) });
  }

  async introduce(name: string, facts: { department?: string; phone?: string } = {}): Promise<void> {
    await this.chat.getByRole('button', { name: /^当前身份/ }).click();
    const form = this.page.getByRole('tooltip');
    await form.getByRole('textbox', { name: '姓名' }).fill(name);
    if (facts.department) await form.getByRole('textbox', { name: '部门' }).fill(facts.department);
    if (facts.phone) await form.getByRole('textbox', { name: '联系电话' }).fill(facts.phone);
    await form.getByRole('button', { name: '保存' }).click();
    await this.chat.getByRole('button', { name: `当前身份：${name}` }).waitFor();
  }
}
