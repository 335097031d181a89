import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk, type Who } from '../../support/desk.ts';

const li: Who = { id: 'li', name: '李明' };
const wang: Who = { id: 'wang', name: '王强' };
let desk: TestDesk;
let people = 0;
let zhang: Who;
let number: string;

beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

beforeEach(async () => {
  people += 1;
  zhang = { id: `zhang-${people}`, name: '张三', department: '财务科', phone: '8012' };
  await desk.say(zhang, '三楼302打印机卡纸了');
  await desk.say(zhang, '没解决');
  const [opened] = await desk.say(zhang, '提交');
  number = opened?.ticket ?? '';
});

const cards = async () =>
  (await desk.shownInGroup()).filter((reply) => reply.ticket === number && reply.card);
const texts = (replies: { text: string }[]) => replies.map((reply) => reply.text).join('\n');

describe('the card in the dispatch group', () => {
  test('has all the facts and the four buttons', async () => {
    const [card] = await cards();
    for (const fact of ['三楼302', '财务科', '张三', '8012', '卡纸', '打印机卡纸怎么处理'])
      expect(card?.text, fact).toContain(fact);
    expect(card?.card?.actions.map((action) => action.label)).toEqual(['接单', '转派', '挂起', '完成']);
  });

  test('taken by one, it says by whom and has lost its 接单', async () => {
    await desk.pressInGroup(li, 'dispatch.accept', number);
    const card = (await cards()).at(-1);
    expect(card?.text).toContain('李明');
    expect(card?.card?.actions.map((action) => action.label)).not.toContain('接单');
  });

  test('two press 接单 in the same instant: one has it, the other is told who', async () => {
    const [a, b] = await Promise.all([
      desk.pressInGroup(li, 'dispatch.accept', number),
      desk.pressInGroup(wang, 'dispatch.accept', number),
    ]);
    const { assignee, history } = await desk.ticket(number);
    expect(['李明', '王强']).toContain(assignee);
    expect(history.filter((entry) => entry.action === 'accept')).toHaveLength(1);
    const loser = assignee === '李明' ? b : a;
    expect(texts(loser)).toContain(`已经由 ${assignee} 接了`);
  });

  test('an action that the status does not allow changes nothing and says so', async () => {
    const [reply] = await desk.pressInGroup(li, 'dispatch.resume', number);
    expect(reply?.text).toMatch(/办不了|已经由/);
    expect((await desk.ticket(number)).status).toBe('assigned');
  });

  test('完成 with its form closes the loop in the requester’s chat', async () => {
    await desk.pressInGroup(li, 'dispatch.accept', number);
    await desk.pressInGroup(li, 'dispatch.resolve', number, {
      resolution: '更换定影组件',
      cause: '老化',
      parts: '定影组件',
    });
    expect(await desk.ticket(number)).toMatchObject({
      status: 'resolved',
      resolution: { resolution: '更换定影组件', cause: '老化', parts: '定影组件' },
    });
    expect(texts(await desk.shown(zhang))).toContain('更换定影组件');
  });

  test('挂起 with reason and until pauses the clock and tells the requester until when', async () => {
    await desk.pressInGroup(li, 'dispatch.hold', number, {
      reason: 'parts',
      note: '等硒鼓',
      until: '明天下午三点',
    });
    expect(await desk.ticket(number)).toMatchObject({
      status: 'on_hold',
      hold: { reason: 'parts', until: '2026-11-19T15:00:00+08:00' },
    });
    expect(texts(await desk.shown(zhang))).toMatch(/等配件.*明天 15:00/s);
  });

  test('an empty 完成 asks what was done', async () => {
    const [reply] = await desk.group(li, `完成 ${number}`);
    expect(reply?.text).toContain('做了什么');
    expect((await desk.ticket(number)).status).toBe('assigned');
  });
});

describe('the same in words', () => {
  test('接单, 转给, 挂起, 继续, 完成 by number', async () => {
    await desk.group(li, `接单 ${number}`);
    await desk.group(li, `转给 王强 ${number}`);
    expect(await desk.ticket(number)).toMatchObject({ status: 'assigned', assignee: '王强' });
    await desk.group(wang, `${number} 接单`);
    await desk.group(wang, `挂起 ${number} 等厂商`);
    expect(await desk.ticket(number)).toMatchObject({ status: 'on_hold', hold: { reason: 'vendor' } });
    await desk.group(wang, `继续 ${number}`);
    await desk.group(wang, `完成 ${number} 厂商换了主板`);
    expect(await desk.ticket(number)).toMatchObject({ status: 'resolved' });
  });

  test('a reply to the card needs no number', async () => {
    await desk.group(li, '我来', number);
    expect(await desk.ticket(number)).toMatchObject({ status: 'accepted', assignee: '李明' });
  });

  test('without a number it is asked for, and nothing is guessed', async () => {
    expect(texts(await desk.group(li, '接单'))).toContain('哪张单');
    expect((await desk.ticket(number)).status).toBe('assigned');
  });

  test('a number that is none: said plainly', async () => {
    expect(texts(await desk.group(li, '接单 T20200101-0001'))).toContain('没有 T20200101-0001');
  });

  test('ordinary talk in the group is left alone', async () => {
    expect(await desk.group(li, '中午吃什么')).toEqual([]);
    expect(await desk.group(li, '打印机卡纸了')).toEqual([]);
    expect(
      await desk.group(li, '完成得不错啊各位，今天都辛苦了，晚上早点回去休息，明天继续加油干活'),
    ).toEqual([]);
  });
});

describe('targets that are missed', () => {
  test('are told to the group and to the requester, once, with the moment they were due', async () => {
    const { sla } = await desk.ticket(number);
    desk.clock.now = Date.parse(sla.respondBy ?? '') + 60_000;
    await desk.sweep();
    await desk.sweep();
    await desk.settle();
    const { history, escalation } = await desk.ticket(number);
    const breached = history.filter((entry) => entry.action === 'breached');
    expect(breached.map((entry) => entry.at)).toEqual([sla.respondBy]);
    expect(escalation.level).toBe(1);
    expect(texts(await desk.shownInGroup())).toContain(`${number} 超过响应时限`);
    expect(texts(await desk.shown(zhang))).toContain('没能按约定时间');
  });
});
