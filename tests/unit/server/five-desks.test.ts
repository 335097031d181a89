/** Each of the five desks as it ships, held to the numbers of its own contract. */
import { afterEach, describe, expect, test } from 'vitest';
import { engineerOf } from '../../../server/desk/named-engineer.ts';
import type { Ticket } from '../../../server/desk/ticket-record.ts';
import { ADMIN, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
afterEach(() => desk.close());

const at = (text: string) => Date.parse(`${text}:00+08:00`);
const short = (iso: string | null | undefined) => iso?.slice(0, 16) ?? null;

async function opened(profile: string, when: string, body: object): Promise<Ticket> {
  desk = await openTestDesk({ env: { PROFILE: profile }, now: at(when) });
  return post('/api/tickets', {
    kind: 'fault',
    title: '打印机卡纸',
    category: 'printing',
    requester: { id: 'u1', name: '张三' },
    ...body,
  });
}

async function post(url: string, payload: object): Promise<Ticket> {
  const headers = { authorization: `Bearer ${ADMIN}` };
  const answer = await desk.desk.http.inject({ method: 'POST', url, headers, payload });
  expect([answer.statusCode, answer.body]).toEqual([
    expect.toSatisfy((code) => code < 300),
    expect.anything(),
  ]);
  return answer.json();
}

async function only(): Promise<Ticket> {
  const headers = { authorization: `Bearer ${ADMIN}` };
  const { items } = (await desk.desk.http.inject({ method: 'GET', url: '/api/tickets', headers })).json();
  expect(items).toHaveLength(1);
  return items[0];
}

const act = (number: string, action: object) => post(`/api/tickets/${number}/actions`, action);

async function later(number: string, when: string): Promise<Ticket> {
  desk.clock.now = at(when) + 1000;
  await desk.sweep();
  await desk.settle();
  return desk.ticket(number);
}

const toldInGroup = async () => (await desk.shownInGroup()).map(({ text }) => text).join('\n');

describe('fujian, at any hour', () => {
  test('responds within 1 h, solves within 4 h, and owes a fallback plan at 24 h', async () => {
    const { number, sla } = await opened('fujian', '2026-10-03T23:30', {});
    expect([short(sla.respondBy), short(sla.resolveBy), short(sla.fallbackPlanBy)]).toEqual([
      '2026-10-04T00:30',
      '2026-10-04T03:30',
      '2026-10-04T23:30',
    ]);
    expect((await later(number, '2026-10-04T00:30')).sla.breached).toEqual(['respond']);
    expect((await later(number, '2026-10-04T03:30')).sla.breached).toEqual(['respond', 'resolve']);
    const day = await later(number, '2026-10-04T23:30');
    expect(day.sla.breached).toEqual(['respond', 'resolve', 'fallback_plan']);
    expect(day.escalation.level).toBe(4);
    expect(await toldInGroup()).toContain('备选方案');
  });

  test('in an emergency is on site within 1 h; a plan in time is no breach', async () => {
    const { number, sla } = await opened('fujian', '2026-10-03T23:30', { urgency: 'critical' });
    expect(short(sla.onSiteBy)).toBe('2026-10-04T00:30');
    await act(number, { action: 'arrive', actor: '林志强' });
    await act(number, { action: 'plan', text: '先用备机，数据从昨晚备份恢复' });
    expect((await later(number, '2026-10-05T00:00')).sla.breached).toEqual(['resolve']);
  });

  test('in a disaster has an engineer on site within 3 h, and a report within three days', async () => {
    const { number } = await opened('fujian', '2026-10-03T23:30', { urgency: 'critical' });
    const { sla } = await act(number, { action: 'declare_major', reason: '机房进水' });
    expect([short(sla.onSiteBy), short(sla.resolveBy), short(sla.fallbackPlanBy)]).toEqual([
      '2026-10-04T02:30',
      null,
      '2026-10-04T23:30',
    ]);
    desk.clock.now = at('2026-10-04T12:00');
    const done = await act(number, { action: 'resolve', resolution: '排水、更换配电单元' });
    expect(short(done.sla.reportBy)).toBe('2026-10-07T12:00');
    expect((await later(number, '2026-10-07T12:00')).sla.breached).toContain('report');
    const review = { action: 'review', cause: '空调排水管破裂', prevention: '加装漏水检测' };
    expect((await act(number, review)).review).toMatchObject({ cause: '空调排水管破裂' });
  });
});

describe('pengjiang, in working time', () => {
  test('counts a make-up Saturday with its lunch break', async () => {
    const { sla } = await opened('pengjiang', '2026-10-10T10:00', { location: { text: '1号楼302' } });
    expect(short(sla.resolveBy)).toBe('2026-10-10T16:30');
  });

  test('gives work outside the compound to the vendor, and chases it before the target', async () => {
    const ticket = await opened('pengjiang', '2026-11-18T08:30', { location: { text: '棠下镇政府三楼' } });
    expect(ticket).toMatchObject({ team: '呼叫中心', vendor: '维护服务供应商' });
    expect(short(ticket.sla.onSiteBy)).toBe('2026-11-18T17:30');
    await act(ticket.number, { action: 'accept', assignee: '梁惠仪' });
    await later(ticket.number, '2026-11-18T15:52');
    expect(await toldInGroup()).not.toContain('离到场时限');
    await later(ticket.number, '2026-11-18T15:53');
    expect(await toldInGroup()).toMatch(/离到场时限还有 .*维护服务供应商 调度员/);
  });
});

describe('leshan', () => {
  test('answers an emergency by telephone at night, the rest when it is open', async () => {
    const { sla } = await opened('leshan', '2026-11-20T20:00', { urgency: 'critical' });
    expect(short(sla.respondBy)).toBe('2026-11-20T20:15');
    const { sla: other } = await post('/api/tickets', {
      kind: 'fault',
      title: '鼠标坏了',
      category: 'computer',
      requester: { id: 'u2' },
    });
    expect(short(other.respondBy)).toBe('2026-11-23T09:30');
  });

  test('tells people of a delay before they ask, with what to expect instead', async () => {
    const { number } = await opened('leshan', '2026-11-18T09:00', {});
    await later(number, '2026-11-18T18:00');
    const told = (await desk.shown({ id: 'u1' })).map(({ text }) => text).join('\n');
    expect(told).toMatch(/没能按约定时间处理.*预计.*前处理好/s);
  });
});

describe('chengguan, all year round', () => {
  const down = { category: 'business', title: 'OA 登不上' };

  test('works on a fault on a public holiday at two in the morning', async () => {
    const { sla } = await opened('chengguan', '2026-10-01T02:00', down);
    expect([short(sla.respondBy), short(sla.resolveBy)]).toEqual(['2026-10-01T02:30', '2026-10-01T10:00']);
  });

  test('in a period of assurance is held to its tighter targets, from its first minute to its last', async () => {
    await opened('chengguan', '2027-02-04T23:00', down);
    const targets = async (when: string, more: object = {}) => {
      desk.clock.now = at(when);
      const body = { kind: 'fault', ...down, requester: { id: when }, ...more };
      const { sla } = await post('/api/tickets', body);
      return [sla.respondBy, sla.onSiteBy, sla.resolveBy, sla.fallbackPlanBy].map((due) =>
        short(due)?.slice(5),
      );
    };
    expect(await targets('2027-02-04T23:59')).toEqual(['02-05T00:29', undefined, '02-05T07:59', undefined]);
    expect(await targets('2027-02-05T00:00')).toEqual([
      '02-05T00:15',
      undefined,
      '02-05T04:00',
      '02-05T04:00',
    ]);
    expect(await targets('2027-02-12T23:59', { urgency: 'critical' })).toEqual([
      '02-13T00:04',
      '02-13T00:14',
      '02-13T00:59',
      '02-13T01:59',
    ]);
    expect((await targets('2027-02-13T00:00')).at(2)).toBe('02-13T08:00');
  });

  test('in a period of assurance has a roster of its own, a day each', async () => {
    desk = await openTestDesk({ env: { PROFILE: 'chengguan' }, now: at('2027-02-06T22:00') });
    const said = async () => (await desk.say({ id: 'u9' }, '现在谁值班')).map(({ text }) => text).join();
    expect(await said()).toMatch(/日常使用组：董倩 6800-0043[\s\S]*系统运维组：邓凯 6800-0045/);
    desk.clock.now = at('2027-02-07T09:00');
    expect(await said()).toMatch(/日常使用组：孙立新 6800-0042[\s\S]*系统运维组：罗彬 6800-0046/);
  });

  test('sends a cabinet’s hardware to its maker under warranty, and a request by office hours', async () => {
    const cabinet = { category: 'business', title: '交换柜柜门打不开', system: '公文交换柜' };
    const ticket = await opened('chengguan', '2026-11-20T17:00', cabinet);
    expect([ticket.vendor, ticket.team]).toEqual(['公文交换柜厂商', '系统运维组']);
    expect(short(ticket.vendorClock?.answerBy)).toBe('2026-11-23T10:00');
    const wish = {
      kind: 'service',
      title: '新增一个审批流程',
      category: 'business',
      requester: { id: 'u3' },
    };
    expect(short((await post('/api/tickets', wish)).sla.respondBy)).toBe('2026-11-20T18:00');
  });
});

describe('chaoyangmen', () => {
  test('gives key users a crew and targets of their own', async () => {
    const requester = { id: 'boss', name: '某领导', vip: true };
    const ticket = await opened('chaoyangmen', '2026-11-18T11:58', { requester, category: 'computer' });
    expect(short(ticket.sla.respondBy)).toBe('2026-11-18T13:03');
    expect(ticket.requester.vip).toBe(true);
    const { teams } = desk.desk.turn.context.profile;
    expect(ticket.team).toBe(teams.find(({ id }) => id === 'key-users')?.name);
  });

  test('names each key user’s own engineer, with the telephone; who is away is stood in for', async () => {
    desk = await openTestDesk({ env: { PROFILE: 'chaoyangmen' }, now: at('2026-11-18T09:00') });
    const boss = { id: 'u-he', name: '贺建国', department: '办公室', phone: '8100' };
    const answers = [
      await desk.say(boss, '我的电脑蓝屏了，12楼1201'),
      await desk.say(boss, '还是不行，派人来'),
      await desk.say(boss, '提交'),
    ].flat();
    const { number, team, assignee, requester, status } = await only();
    expect([team, assignee, requester.vip, status]).toEqual(['关键用户组', '高峰', true, 'assigned']);
    expect(answers.map(({ text }) => text).join('\n')).toContain('由高峰（8001）负责');
    await desk.group({ id: 'keyuser1', name: '高峰' }, `接单 ${number}`);
    const told = (await desk.shown(boss)).map(({ text }) => text).join('\n');
    expect(told).toMatch(/高峰已接单，.*预计今天 \d\d:\d\d前处理好，有事可以打 8001。/);
    const { profile } = desk.desk.turn.context;
    const away = [{ person: 'keyuser1', from: '2026-11-18', to: '2026-11-20', substitute: 'keyuser2' }];
    const who = { id: boss.id, channel: 'web', name: boss.name, department: boss.department };
    expect(engineerOf({ ...profile, leave: away }, who, desk.clock.now)?.name).toBe('秦岚');
    expect(engineerOf(profile, { ...who, department: '审计部' }, desk.clock.now)).toBeNull();
  });
});
