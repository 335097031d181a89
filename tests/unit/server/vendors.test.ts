import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMailChannel } from '../../../adapters/mail/index.ts';
import type { Ticket } from '../../../server/desk/ticket-record.ts';
import { createOutboxWorker } from '../../../server/queue/outbox-worker.ts';
import { deliverWebhooks } from '../../../server/webhooks/deliver.ts';
import { ADMIN, openTestDesk, silent, type TestDesk } from '../../support/desk.ts';
import { HOUR, MINUTE } from '../../support/small-desk.ts';
import { openSmtpServer, type SmtpServer, wordsOf } from '../../support/smtp-server.ts';

const PROFILE = `
id: vendors
name: 区服务台
deskPhone: "8000"
sites: [{ id: main, name: 大院 }, { id: town, name: 棠下镇, inside: false }]
calendars:
  always: { windows: 7x24 }
  office: { windows: { wed: [["09:00", "12:00"], ["14:00", "18:00"]], thu: [["09:00", "12:00"], ["14:00", "18:00"]] } }
defaultCalendar: always
teams:
  - id: callcentre
    name: 呼叫中心
    lead: liang
    members: [{ id: liang, name: 梁惠仪 }, { id: zhou, name: 周敏 }]
  - { id: crew, name: 大院组, lead: chen, members: [{ id: chen, name: 陈国栋 }] }
defaultTeam: crew
vendors:
  - { id: firm, name: 维护公司, contact: 调度员, phone: "400-1", reach: "web:firm", calendar: office, respondWithin: PT1H, resolveWithin: PT4H, chaseEvery: PT2H }
  - { id: maker, name: 原厂, contact: 客户经理, phone: "400-2", reach: "mail:service@maker.example", contract: 合同〔2026〕7号 }
routing:
  - { when: { inside: false }, team: callcentre, vendor: firm }
sla: [{ respondWithin: PT1H, resolveWithin: PT48H }]
`;

const liang = { id: 'liang', name: '梁惠仪' };
const firm = { id: 'firm', name: '小陈' };
const headers = { authorization: `Bearer ${ADMIN}` };

let desk: TestDesk;
let mail: SmtpServer;
beforeEach(async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'vendors-')), 'vendors.yaml');
  writeFileSync(path, PROFILE);
  mail = await openSmtpServer();
  const channel = createMailChannel({
    url: mail.url,
    from: 'desk@bureau.example',
    patienceMs: 500,
    now: () => 0,
  });
  desk = await openTestDesk({ env: { PROFILE: path }, channels: [channel] });
});
afterEach(async () => {
  await desk.close();
  await mail.close();
});

async function post(url: string, payload: object) {
  const answer = await desk.desk.http.inject({ method: 'POST', url, headers, payload });
  return { status: answer.statusCode, body: answer.json() };
}
const open = async (place: string): Promise<Ticket> => {
  const requester = { id: 'u1', name: '张三', department: '财政所', phone: '8012' };
  const body = {
    kind: 'fault',
    category: 'printing',
    title: '打印机卡纸',
    requester,
    location: { text: place },
  };
  return (await post('/api/tickets', body)).body;
};
const act = (number: string, action: object) => post(`/api/tickets/${number}/actions`, action);
const deliver = () =>
  createOutboxWorker({
    db: desk.desk.turn.db,
    channels: desk.desk.turn.channels,
    files: desk.desk.files,
    log: silent,
    now: () => desk.clock.now,
    jitter: () => 0,
  }).drain(100);
const toldFirm = async () => (await desk.shown(firm)).map(({ text }) => text);
const group = async () => (await desk.shownInGroup()).map(({ text }) => text).join('\n');

describe('a vendor that has the work', () => {
  test('is told what, where, by when on its own clock; the card shows that clock beside ours', async () => {
    const { number, vendorClock } = await open('棠下镇政府二楼');
    expect(vendorClock).toMatchObject({
      answerBy: '2026-11-18T10:00:00+08:00',
      doneBy: '2026-11-18T15:00:00+08:00',
      answeredAt: null,
    });
    const [told = ''] = await toldFirm();
    for (const part of [
      number,
      '调度员，您好',
      '打印机卡纸',
      '棠下镇政府二楼',
      '张三 8012',
      '今天 10:00',
      '今天 15:00',
    ])
      expect(told).toContain(part);
    expect(await group()).toMatch(/厂商：维护公司（今天 10:00 前答复，今天 15:00 前完成；还没答复）/);
  });

  test('answers in its own chat: it is logged, the crew hears it, and it is not asked again so soon', async () => {
    const { number } = await open('棠下镇政府二楼');
    desk.clock.pass(HOUR);
    const [said] = await desk.say(firm, `${number} 配件到了，下午三点到场`);
    expect(said?.text).toContain('记下了');
    const { vendorClock, history } = await desk.ticket(number);
    expect(vendorClock?.answeredAt).toBe('2026-11-18T10:00:00+08:00');
    expect(history.at(-1)).toMatchObject({
      action: 'vendor_answer',
      actor: '维护公司 小陈',
      detail: { vendor: '维护公司', text: '配件到了，下午三点到场' },
    });
    expect(await group()).toContain(`维护公司（${number}）答复：配件到了，下午三点到场`);
    const before = (await toldFirm()).length;
    desk.clock.pass(HOUR + MINUTE);
    await desk.sweep();
    expect((await toldFirm()).length).toBe(before);
    // Two hours of its own: 10:00 to 12:00, and the break does not count.
    desk.clock.pass(HOUR);
    await desk.sweep();
    expect((await toldFirm()).length).toBe(before + 1);
  });

  test('is chased on its own calendar until it is done, once an interval, also after an outage', async () => {
    const { number } = await open('棠下镇政府二楼');
    desk.clock.pass(2 * HOUR);
    await desk.sweep();
    desk.clock.pass(18 * HOUR);
    await desk.sweep();
    await desk.sweep();
    const chased = (await desk.ticket(number)).history.filter(({ detail }) => detail.event === 'chased');
    expect(chased.map(({ at }) => at.slice(11, 16))).toEqual(['11:00', '05:00']);
    await act(number, { action: 'resolve', resolution: '换了搓纸轮' });
    desk.clock.pass(24 * HOUR);
    await desk.sweep();
    expect(
      (await desk.ticket(number)).history.filter(({ detail }) => detail.event === 'chased'),
    ).toHaveLength(2);
  });

  test('does not see another’s ticket, nor one that it has no longer', async () => {
    const { number } = await open('大院一楼');
    expect((await desk.say(firm, `${number} 明天到`)).map(({ text }) => text).join()).toContain(
      '不在贵方手上',
    );
    const mine = await open('棠下镇政府二楼');
    await act(mine.number, { action: 'transfer', team: 'crew', reason: '我们自己去' });
    expect((await toldFirm()).at(-1)).toContain(`${mine.number} 不用再处理了，大院组会接着办`);
    expect(await desk.ticket(mine.number)).toMatchObject({ vendor: null, vendorClock: null });
  });
});

describe('work is handed over', () => {
  test('in the group by the vendor’s name; the team goes on answering for it', async () => {
    const { number } = await open('大院一楼');
    const [done] = await desk.group({ id: 'chen', name: '陈国栋' }, `转给 维护公司 ${number} 要换主板`);
    expect(done?.text).toContain(`${number} 转给了 维护公司`);
    expect(await desk.ticket(number)).toMatchObject({ vendor: '维护公司', team: '大院组' });
    const [noted] = await desk.group(liang, `厂商答复 ${number} 明天上午到`);
    expect(noted?.text).toBe(`维护公司（${number}）答复：明天上午到`);
  });

  test('by mail, in order, however often the server refuses', async () => {
    const { number } = await open('大院一楼');
    await act(number, { action: 'transfer', vendor: 'maker', reason: '主板坏' });
    await act(number, { action: 'transfer', vendor: 'firm', reason: '原厂不来' });
    for (const mood of ['busy', 'cut', 'full'] as const) {
      mail.mood = mood;
      await deliver();
      desk.clock.pass(10 * MINUTE);
    }
    expect(mail.letters).toEqual([]);
    mail.mood = 'well';
    for (let round = 0; round < 3; round += 1) await deliver();
    const letters = mail.letters.map(wordsOf);
    expect(letters.map(({ subject }) => subject)).toEqual([
      `【区服务台】请处理：${number}`,
      `${number} 不用再处理了，大院组会接着办。谢谢！`,
    ]);
    expect(letters[0]?.text).toContain('合同〔2026〕7号');
    expect(letters[0]?.text).toContain('请回这封信或致电8000');
  });

  test('by a webhook of its own, which hears of no other ticket', async () => {
    const url = 'http://127.0.0.1:9/firm';
    expect((await post('/api/webhooks', { url, vendor: 'nobody' })).status).toBe(400);
    expect((await post('/api/webhooks', { url, vendor: 'firm' })).body).toMatchObject({ vendor: '维护公司' });
    await open('大院一楼');
    const { number } = await open('棠下镇政府二楼');
    await act(number, { action: 'transfer', team: 'crew', reason: '我们自己去' });
    await act(number, { action: 'comment', text: '内部的事', internal: true });
    const heard: string[] = [];
    const take = async (_url: unknown, init?: RequestInit) => {
      const { event, ticket } = JSON.parse(String(init?.body));
      heard.push(`${event} ${ticket.number}`);
      return new Response();
    };
    const work = {
      db: desk.desk.turn.db,
      fetch: take as typeof fetch,
      log: silent,
      now: () => desk.clock.now,
    };
    while (await deliverWebhooks({ ...work, jitter: () => 0 }));
    expect(heard).toEqual([`ticket.created ${number}`, `ticket.transfer ${number}`]);
  });

  test('never to a vendor that nobody knows', async () => {
    const { number } = await open('大院一楼');
    const refused = await act(number, { action: 'transfer', vendor: '没有的公司', reason: '试试' });
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [{ path: 'vendor', message: 'a vendor of the profile' }],
    ]);
    expect((await desk.ticket(number)).vendor).toBeNull();
  });
});

describe('somebody who left', () => {
  test('gets nothing handed over, neither over HTTP nor in the group', async () => {
    const { number } = await open('大院一楼');
    await desk.desk.turn.db
      .insertInto('person')
      .values({
        id: 'p1',
        name: '陈国栋',
        department: null,
        phone: null,
        room: null,
        vip: false,
        manager: null,
        source: 'import',
        active: false,
        updated_at: new Date(desk.clock.now),
      })
      .execute();
    const refused = await act(number, { action: 'assign', assignee: 'chen' });
    expect([refused.status, refused.body.detail]).toEqual([400, expect.stringContaining('陈国栋 已经离开')]);
    const [said] = await desk.group(liang, `转给 陈国栋 ${number}`);
    expect(said?.text).toContain('陈国栋 已经离开了，单子没有动');
    expect((await desk.ticket(number)).assignee).toBeNull();
  });
});
