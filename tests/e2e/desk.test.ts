/** The main job in a real browser: from «打印机卡纸了» to a closed ticket. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  adminTokenOf,
  ownFolder,
  type RunningServer,
  request,
  startServer,
} from '../support/server-process.ts';
import { DeskPage, NARROW, openBrowser, openWindow, type Window } from './browser.ts';

const folder = ownFolder();
let server: RunningServer;
let browser: Browser;
let opened: Window[] = [];

beforeAll(async () => {
  server = await startServer(folder.path);
  browser = await openBrowser();
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

async function deskPage(viewport?: { width: number; height: number }) {
  const window = await openWindow(browser, server.url, viewport);
  opened.push(window);
  return { ...window, desk: new DeskPage(window.page) };
}

/** Says a fault, asks for an engineer, and gives the number of the ticket that it became. */
async function openTicket(desk: DeskPage, fault: string, phone?: string): Promise<string> {
  await desk.say(fault);
  const unsolved = desk.chat.getByRole('button', { name: '没解决' });
  const asked = desk.chat.getByText(/分机或手机/);
  const submit = desk.chat.getByRole('button', { name: '提交', exact: true });
  await unsolved.or(asked).or(submit).last().waitFor();
  if (await unsolved.isVisible()) await unsolved.click();
  if (phone) {
    await asked.last().waitFor();
    await desk.say(phone);
  }
  await submit.click();
  const card = desk.card(/^工单 T\d{8}-\d{4}/);
  await card.waitFor();
  return /T\d{8}-\d{4}/.exec((await card.textContent()) ?? '')?.[0] ?? '';
}

describe('a fault', () => {
  it('is answered, opened, taken, finished, confirmed, rated and closed', async () => {
    const { desk, page, complaints } = await deskPage();
    await desk.say('三楼302打印机卡纸了，下午两点前要用');
    const article = desk.card('打印机卡纸怎么处理');
    await article.getByRole('button', { name: '已解决' }).waitFor();
    await article.getByRole('button', { name: '没解决' }).click();

    await desk.chat.getByText(/分机或手机/).waitFor();
    await desk.say('8012');
    const draft = desk.card('报修单（待提交）');
    await draft.waitFor();
    for (const fact of ['三楼302', '8012', '14:00']) expect(await draft.textContent()).toContain(fact);
    await draft.getByRole('button', { name: '提交', exact: true }).click();

    const recorded = desk.card(/^工单 T\d{8}-0001$/);
    await recorded.waitFor();
    const number = /T\d{8}-0001/.exec((await recorded.textContent()) ?? '')?.[0] ?? '';
    const row = desk.board.getByRole('button', { name: new RegExp(number) });
    await row.waitFor();

    const card = desk.dispatchCard(number);
    await card.waitFor();
    for (const fact of ['三楼302', '8012', '三楼302打印机卡纸了，下午两点前要用', '桌面组'])
      expect(await card.textContent()).toContain(fact);
    for (const action of ['接单', '转派', '挂起', '完成'])
      expect(await card.getByRole('button', { name: action, exact: true }).isEnabled()).toBe(true);

    await card.getByRole('button', { name: '接单', exact: true }).click();
    await desk.chat.getByText(new RegExp(`李明.*接单.*${number}`)).waitFor();
    await card.getByText(/处理中/).waitFor();
    await card.getByRole('button', { name: '接单', exact: true }).waitFor({ state: 'detached' });

    await card.getByRole('button', { name: '完成', exact: true }).click();
    const form = card.getByRole('form', { name: '完成' });
    await form.getByRole('button', { name: '提交' }).click();
    await form.getByText(/请填写/).waitFor();
    await form.getByRole('textbox', { name: '做了什么' }).fill('清理搓纸轮，更换分页器，试印 20 张正常');
    await form.getByRole('button', { name: '提交' }).click();

    const confirm = desk.card('请确认');
    await confirm.waitFor();
    await desk.chat.getByText(/清理搓纸轮，更换分页器/).waitFor();
    await confirm.getByRole('button', { name: '修好了' }).click();
    await desk.card('服务评价').getByRole('button', { name: /^5/ }).click();
    await desk.chat.getByText(/谢谢/).waitFor();

    await desk.board.getByText('全部', { exact: true }).click();
    await desk.board
      .getByRole('region', { name: /已关闭/ })
      .getByRole('button', { name: new RegExp(number) })
      .click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('5 分').first().waitFor();
    for (const event of ['登记', '接单', '处理完成', '关闭', '评价'])
      await drawer.getByText(event, { exact: true }).first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('that the article solved opens no ticket', async () => {
    const { desk } = await deskPage();
    await desk.say('WPS 怎么从第三页开始编页码');
    await desk.chat.getByRole('button', { name: '已解决' }).click();
    await desk.chat.locator('.from-desk').nth(1).waitFor();
    const token = adminTokenOf(folder.path);
    const { body } = await request(server.url, `/api/tickets?q=${encodeURIComponent('页码')}`, { token });
    expect(body.items).toEqual([]);
  });

  it('is seen at once in another window, and a card that was taken there says so here', async () => {
    const requester = await deskPage();
    const engineer = await deskPage();
    await engineer.desk.group.waitFor();
    const number = await openTicket(requester.desk, '二楼会议室投影仪没有信号，换过线也不行', '8020');
    await engineer.desk.dispatchCard(number).getByRole('button', { name: '接单', exact: true }).click();
    await requester.desk
      .dispatchCard(number)
      .getByText(/处理中/)
      .waitFor();
    await requester.desk.chat.getByText(new RegExp(`接单.*${number}`)).waitFor();
  });
});

describe('what people write', () => {
  const HOSTILE =
    '<img src=x onerror="document.title=\'owned\'"> {{constructor.constructor("x")()}} ‮打印机坏了‬';

  it('is text, wherever it is shown', async () => {
    const { desk, page, complaints } = await deskPage();
    await desk.introduce('<b>张三</b>', { phone: '8012' });
    await desk.say(HOSTILE);
    await desk.chat.locator('.from-desk').first().waitFor();
    expect(await desk.chat.locator('.from-user').first().textContent()).toContain('<img src=x onerror=');

    const { body: ticket } = await request(server.url, '/api/tickets', {
      token: adminTokenOf(folder.path),
      body: { kind: 'fault', title: HOSTILE, description: HOSTILE, requester: { id: 'h', name: HOSTILE } },
    });
    const row = desk.board.getByRole('button', { name: new RegExp(ticket.number) });
    await row.waitFor();
    expect(await row.textContent()).toContain('<img src=x onerror=');
    const card = desk.dispatchCard(ticket.number);
    await card.waitFor();
    expect(await card.textContent()).toContain('{{constructor.constructor("x")()}}');
    await row.click();
    await page
      .getByRole('dialog')
      .getByText(/<img src=x/)
      .first()
      .waitFor();

    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.title()).not.toBe('owned');
    expect(complaints).toEqual([]);
  });

  it('in English is answered in English, under a page in English', async () => {
    const { page } = await deskPage();
    await page.getByRole('button', { name: 'English' }).click();
    const chat = page.getByRole('region', { name: 'Chat', exact: true });
    await chat
      .getByRole('textbox', { name: 'Message to the desk' })
      .fill('The printer in room 302 is jammed');
    await chat.getByRole('button', { name: 'Send' }).click();
    await chat
      .getByRole('button', { name: 'Not solved' })
      .or(chat.getByText(/phone|extension/i))
      .first()
      .waitFor();
    const notSolved = chat.getByRole('button', { name: 'Not solved' });
    if (await notSolved.isVisible()) await notSolved.click();
    await chat
      .getByText(/phone|extension/i)
      .first()
      .waitFor();
  });
});

describe('on a telephone', () => {
  it('shows one pane at a time, and a fault becomes a ticket', async () => {
    const { desk, page, complaints } = await deskPage(NARROW);
    const number = await openTicket(desk, '一楼大厅的显示屏黑屏了', '13900001111');
    expect(await desk.board.isVisible()).toBe(false);
    const tabs = page.getByRole('tablist');
    await tabs.getByRole('tab', { name: /工单看板/ }).click();
    await desk.board.getByRole('button', { name: new RegExp(number) }).waitFor();
    expect(await desk.chat.isVisible()).toBe(false);
    await tabs.getByRole('tab', { name: /派单群/ }).click();
    await desk.dispatchCard(number).getByRole('button', { name: '接单', exact: true }).click();
    await tabs.getByRole('tab', { name: /对话/ }).click();
    await desk.chat.getByText(new RegExp(`接单.*${number}`)).waitFor();
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  });
});
