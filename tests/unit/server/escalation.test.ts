import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../../bot/reply.ts';
import { openTicket } from '../../../server/tickets/open-ticket.ts';
import { ADMIN, MORNING, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { draft, HOUR, MINUTE } from '../../support/small-desk.ts';

const PROFILE = `
id: ladder
name: 小服务台
sites: [{ id: main, name: 大院 }]
calendars: { always: { windows: 7x24 } }
defaultCalendar: always
teams:
  - id: desktop
    name: 桌面组
    lead: zhaojun
    members: [{ id: liming, name: 李明 }, { id: zhaojun, name: 赵军, reach: "web:zhaojun" }]
defaultTeam: desktop
sla: [{ respondWithin: PT30M, resolveWithin: PT4H }]
quietHours: { from: "21:00", to: "07:30" }
contacts:
  manager: { name: 周海, reach: "web:zhouhai" }
  unit_lead: { name: 何科长, reach: "web:he" }
escalation:
  - { level: 1, target: respond, percent: 50, notify: [team] }
  - { level: 2, target: respond, notify: [lead], ackWithin: PT20M }
  - { level: 3, target: respond, after: PT1H, notify: [manager] }
  - { level: 4, target: resolve, percent: 200, notify: [unit_lead] }
`;

const zhao = { id: 'zhaojun', name: '赵军' };
const zhou = { id: 'zhouhai', name: '周海' };
const li = { id: 'liming', name: '李明' };

let desk: TestDesk;
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ladder-'));
  const path = join(folder, 'ladder.yaml');
  writeFileSync(path, PROFILE);
  desk = await openTestDesk({ env: { PROFILE: path } });
});
afterEach(() => desk.close());

const report = (count = 1, urgency: 'normal' | 'critical' = 'normal') =>
  desk.desk.turn.db.transaction().execute(async (trx) => {
    const numbers: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const id = `u${index}`;
      const ticket = await openTicket(trx, desk.desk.turn.context, {
        draft: draft({ urgency, category: 'software', title: `软件打不开 ${index}` }),
        requester: { id, channel: 'web' },
        address: { channel: 'web', chat: id, kind: 'private' },
        actor: id,
      });
      numbers.push(ticket.number);
    }
    return numbers;
  });
const alertsIn = (replies: readonly Reply[]) =>
  replies.filter((reply) => reply.card?.actions.some(({ id }) => id === 'alert.ack'));
const told = async (who: { id: string }) => alertsIn(await desk.shown(who)).map(({ text }) => text);
const toldInGroup = async () => alertsIn(await desk.shownInGroup()).map(({ text }) => text);
const pass = async (ms: number) => {
  desk.clock.pass(ms);
  await desk.sweep();
};

describe('the ladder of a ticket', () => {
  test('warns the team before the target, tells the lead at it and the manager after it, each once', async () => {
    const [number = ''] = await report();
    await pass(15 * MINUTE);
    expect(await toldInGroup()).toEqual([expect.stringContaining(`${number} 离响应时限还有 15 分钟`)]);
    await pass(15 * MINUTE + 1000);
    expect(await told(zhao)).toEqual([expect.stringContaining(`${number} 超过响应时限`)]);
    await desk.press(zhao, { id: 'alert.ack', value: cardValue(await desk.shown(zhao)) });
    await pass(50 * MINUTE);
    expect(await told(zhou)).toEqual([]);
    await pass(10 * MINUTE);
    await pass(10 * MINUTE);
    expect(await told(zhou)).toHaveLength(1);
    expect(await told(zhao)).toHaveLength(1);
    const { escalation, history } = await desk.ticket(number);
    expect(escalation.level).toBe(3);
    const levels = history.filter(({ action }) => action === 'escalated').map(({ detail }) => detail.level);
    expect(levels).toEqual([1, 2, 3]);
  });

  test('goes up early where nobody says that they heard it', async () => {
    await report();
    await pass(31 * MINUTE);
    await pass(19 * MINUTE);
    expect(await told(zhou)).toEqual([]);
    await pass(MINUTE);
    expect(await told(zhou)).toEqual([expect.stringContaining('前一级没有回应')]);
  });

  test('is heard by the words on the button too, and only by those who were told', async () => {
    const [number = ''] = await report();
    await pass(31 * MINUTE);
    const value = cardValue(await desk.shown(zhao));
    expect((await desk.press(li, { id: 'alert.ack', value })).map(({ text }) => text)).toEqual([
      '这条提醒已经处理过了。',
    ]);
    expect((await desk.say(zhao, '已知悉')).map(({ text }) => text)).toEqual([`赵军 已知悉：${number}。`]);
    expect((await desk.ticket(number)).history.at(-1)).toMatchObject({
      action: 'acknowledge',
      actor: '赵军',
    });
  });

  test('after an outage is climbed in order, and told as it then stands', async () => {
    const [number = ''] = await report();
    await pass(9 * HOUR);
    const { history } = await desk.ticket(number);
    const levels = history.filter(({ action }) => action === 'escalated').map(({ detail }) => detail.level);
    expect(levels).toEqual([1, 2, 3, 4]);
    expect(await told(zhao)).toEqual([expect.stringContaining('8 小时 30 分钟')]);
    expect(await told({ id: 'he' })).toHaveLength(1);
  });

  test('says nothing of a target that was met before it could be told', async () => {
    const [number = ''] = await report();
    desk.clock.now = MORNING + 12.5 * HOUR;
    await pass(0);
    await desk.group(li, `接单 ${number}`);
    desk.clock.now = MORNING + 22 * HOUR;
    const before = (await toldInGroup()).length;
    await desk.sweep();
    expect((await toldInGroup()).length).toBeLessThanOrEqual(before + 1);
  });
});

describe('a clock that is set back an hour', () => {
  test('makes nothing fire twice and loses nothing; the order of what happened stays', async () => {
    const [number = ''] = await report();
    await pass(31 * MINUTE);
    expect([(await toldInGroup()).length, (await told(zhao)).length]).toEqual([1, 1]);
    await pass(-HOUR);
    for (let again = 0; again < 4; again += 1) await pass(10 * MINUTE);
    expect([(await toldInGroup()).length, (await told(zhao)).length]).toEqual([1, 1]);
    const [later = ''] = await report();
    expect(later > number).toBe(true);
    // What comes due meanwhile is told by the clock as it now goes, though the last message stands in its future.
    await pass(16 * MINUTE);
    expect(await toldInGroup()).toHaveLength(2);
    await pass(HOUR);
    await pass(HOUR);
    const rungs = (await desk.ticket(number)).history.filter(({ action }) => action === 'escalated');
    expect(rungs.map(({ detail }) => detail.level)).toEqual([1, 2, 3]);
    expect(await told(zhou)).not.toEqual([]);
    const ids = await desk.desk.turn.db
      .selectFrom('ticket_history')
      .innerJoin('ticket', 'ticket.id', 'ticket_history.ticket_id')
      .select(['ticket_history.action', 'ticket.version'])
      .where('number', '=', number)
      .orderBy('ticket_history.id')
      .execute();
    expect(ids.map(({ action }) => action).slice(0, 3)).toEqual(['created', 'assign', 'escalated']);
  });

  test('holds no alert back until the clock has caught up, and no webhook or message either', async () => {
    await report(6);
    await pass(16 * MINUTE);
    const before = (await toldInGroup()).length;
    await pass(-HOUR);
    await report(6);
    await pass(16 * MINUTE);
    expect((await toldInGroup()).length).toBeGreaterThan(before);
  });
});

describe('two dispatchers at once', () => {
  test('of two who take, and two who hand over on what they saw, one does; the other is told who did', async () => {
    const [number = ''] = await report();
    const act = (payload: object) =>
      desk.desk.http.inject({
        method: 'POST',
        url: `/api/tickets/${number}/actions`,
        headers: { authorization: `Bearer ${ADMIN}` },
        payload,
      });
    const taken = await Promise.all(['李明', '赵军'].map((assignee) => act({ action: 'accept', assignee })));
    expect(taken.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const { assignee, version } = await desk.ticket(number);
    expect(taken.find(({ statusCode }) => statusCode === 409)?.json().detail).toContain(
      `已由 ${assignee} 接单`,
    );
    const moved = await Promise.all(
      ['李明', '赵军'].map((to) => act({ action: 'transfer', assignee: to, reason: '换人', version })),
    );
    expect(moved.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await desk.ticket(number)).version).toBe(version + 1);
  });
});

describe('people who are told', () => {
  test('get a handful of messages of 500 targets missed within a quarter of an hour', async () => {
    for (let batch = 0; batch < 5; batch += 1) {
      await report(100);
      desk.clock.pass(3 * MINUTE);
    }
    desk.clock.pass(15 * MINUTE);
    const before = (await told(zhao)).length;
    for (let batch = 0; batch < 5; batch += 1) await pass(3 * MINUTE);
    await pass(5 * MINUTE);
    expect((await told(zhao)).length - before).toBeLessThanOrEqual(8);
    expect((await toldInGroup()).length).toBeLessThanOrEqual(12);
    expect((await told(zhao)).at(-1)).toMatch(/张单/);
    const open = await desk.desk.turn.db
      .selectFrom('alert')
      .select('id')
      .where('told_at', 'is', null)
      .execute();
    expect(open).toEqual([]);
  }, 120_000);

  test('are left alone in quiet hours with what can wait, never with what is critical', async () => {
    desk.clock.now = Date.parse('2026-11-18T22:00:00+08:00');
    await report();
    await pass(40 * MINUTE);
    expect(await told(zhao)).toEqual([]);
    await report(1, 'critical');
    await pass(40 * MINUTE);
    expect(await told(zhao)).toHaveLength(1);
    desk.clock.now = Date.parse('2026-11-19T07:30:00+08:00');
    await pass(0);
    expect((await told(zhao)).length).toBeGreaterThan(1);
  });

  test('who urge a second time push it up a rung', async () => {
    const [number = ''] = await report();
    const who = { id: 'u0', name: '张三' };
    await desk.say(who, `催一下 ${number}`);
    await pass(0);
    expect((await desk.ticket(number)).escalation.level).toBe(0);
    await desk.say(who, `${number} 怎么还没人来，再催一下`);
    await pass(0);
    expect((await desk.ticket(number)).escalation.level).toBe(1);
    expect(await toldInGroup()).toHaveLength(1);
  });
});

function cardValue(replies: readonly Reply[]): string {
  const action = replies.flatMap(({ card }) => card?.actions ?? []).find(({ id }) => id === 'alert.ack');
  return action?.value ?? '';
}
