import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../../bot/reply.ts';
import { openTicket } from '../../../server/tickets/open-ticket.ts';
import { reviewIn } from '../../../server/turn/group-acts.ts';
import { MORNING, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { draft, HOUR, MINUTE } from '../../support/small-desk.ts';

const PROFILE = `
id: told
name: 小服务台
sites: [{ id: main, name: 大院 }]
departments:
  - { name: 财务科, approver: { name: 钱科长, reach: "web:qian" } }
  - 人事科
calendars: { always: { windows: 7x24 } }
defaultCalendar: always
teams:
  - { id: desktop, name: 桌面组, lead: liming, members: [{ id: liming, name: 李明 }] }
defaultTeam: desktop
sla: [{ respondWithin: PT30M, resolveWithin: PT4H, reportWithin: P1D }]
`;

const li = { id: 'liming', name: '李明' };
const qian = { id: 'qian', name: '钱科长' };
let desk: TestDesk;
let people = 0;

beforeAll(async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'told-')), 'told.yaml');
  writeFileSync(path, PROFILE);
  desk = await openTestDesk({ env: { PROFILE: path } });
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.clock.now = MORNING;
});

const texts = (replies: readonly Reply[]) => replies.map(({ text }) => text).join('\n');

async function taken(department: string) {
  people += 1;
  const who = { id: `z${people}`, name: '张三', department, phone: '8012' };
  const { turn } = desk.desk;
  const { number } = await turn.db.transaction().execute((trx) =>
    openTicket(trx, turn.context, {
      draft: draft(),
      requester: { ...who, channel: 'web' },
      address: { channel: 'web', chat: who.id, kind: 'private' },
      actor: who.id,
    }),
  );
  await desk.group(li, `接单 ${number}`);
  return { who, number };
}

describe('a requester is told', () => {
  test('that it takes longer, with the new expectation, and the truth when they ask', async () => {
    const { who, number } = await taken('人事科');
    expect(texts(await desk.group(li, `延期 ${number} 到今天下午六点`))).toContain('已经告诉用户');
    expect(texts(await desk.shown(who))).toMatch(/要比原先约的久一些，预计.*18:00.*前处理好/);
    desk.clock.pass(5 * HOUR);
    expect(texts(await desk.say(who, `催一下 ${number}`))).toMatch(/比约定的晚了，预计.*18:00/);
  });

  test('what to expect instead once the target is missed', async () => {
    const { who, number } = await taken('人事科');
    desk.clock.pass(4 * HOUR + MINUTE);
    await desk.sweep();
    await desk.settle();
    expect(texts(await desk.shown(who))).toMatch(/没能按约定时间.*预计.*前处理好/);
    expect((await desk.ticket(number)).sla.expectedAt).toBe('2026-11-18T15:15:00+08:00');
  });

  test('of an arrival', async () => {
    const { who, number } = await taken('人事科');
    await desk.pressInGroup(li, 'dispatch.arrive', number);
    expect(texts(await desk.shown(who))).toContain('已到现场');
    expect((await desk.ticket(number)).sla.arrivedAt).toBe('2026-11-18T09:00:00+08:00');
  });
});

describe('equipment leaves for repair', () => {
  test('only after the department’s approver has agreed in their own chat', async () => {
    const { who, number } = await taken('财务科');
    const asked = texts(await desk.group(li, `送修 ${number} 打印机定影坏，返厂`));
    expect(asked).toContain('钱科长');
    expect((await desk.ticket(number)).status).toBe('on_hold');
    expect(texts(await desk.shown(who))).toContain('批下来之前设备不会带走');
    const card = (await desk.shown(qian)).at(-1);
    expect(card?.text).toContain('打印机定影坏，返厂');
    expect(texts(await desk.group(li, `同意 ${number}`))).not.toContain('同意了');
    expect((await desk.ticket(number)).sendOut?.status).toBe('requested');
    expect(texts(await desk.say(qian, '同意'))).toContain(`钱科长同意了 ${number} 的送修`);
    const after = await desk.ticket(number);
    expect(after).toMatchObject({ status: 'accepted', sendOut: { status: 'approved', by: '钱科长' } });
    expect(texts(await desk.shown(who))).toContain('已由钱科长批准');
    expect(texts(await desk.press(qian, { id: 'send_out.reject', value: number }))).toContain('已经处理过');
  });

  test('not where it is refused', async () => {
    const { who, number } = await taken('财务科');
    await desk.pressInGroup(li, 'dispatch.send_out', number, { what: '主机电源坏' });
    await desk.press(qian, { id: 'send_out.reject', value: number });
    expect((await desk.ticket(number)).sendOut?.status).toBe('rejected');
    expect(texts(await desk.shown(who))).toContain('没有批');
  });

  test('by what a dispatcher records, where the department has no approver with a chat', async () => {
    const { number } = await taken('人事科');
    await desk.group(li, `送修 ${number} 主机`);
    expect(texts(await desk.shownInGroup())).toContain('请联系部门负责人审批');
    await desk.group(li, '同意');
    expect((await desk.ticket(number)).sendOut?.status).toBe('requested');
    expect(texts(await desk.group(li, `同意 ${number}`))).toContain('同意了');
  });
});

describe('after a fault', () => {
  test('the problem report is due, and handed in with its parts', async () => {
    const { number } = await taken('人事科');
    await desk.group(li, `完成 ${number} 更换定影组件`);
    expect((await desk.ticket(number)).sla.reportBy).toBe('2026-11-19T09:00:00+08:00');
    await desk.group(li, `故障报告 ${number} 原因：定影老化 临时措施：换备机 根治：更换定影 预防：每季检查`);
    expect(await desk.ticket(number)).toMatchObject({
      review: {
        cause: '定影老化',
        workaround: '换备机',
        mend: '更换定影',
        prevention: '每季检查',
        by: '李明',
      },
      sla: { reportedAt: '2026-11-18T09:00:00+08:00' },
    });
    expect(reviewIn('电源浪涌')).toEqual({ cause: '电源浪涌' });
  });
});
