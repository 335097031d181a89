import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bookMeeting } from '../../../server/meetings/book-meeting.ts';
import { actOnTicket } from '../../../server/tickets/act-on-ticket.ts';
import { openTicket } from '../../../server/tickets/open-ticket.ts';
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
    await desk.group(li, `转给 张浩 ${number}`);
    expect(await desk.ticket(number)).toMatchObject({ status: 'assigned', assignee: '张浩' });
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
    expect(texts(await desk.group(li, '接单'))).toContain('是哪张');
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

describe('a ticket goes to somebody who is known', () => {
  test('as colleagues call one another, and why is kept', async () => {
    const [said] = await desk.group(li, `转派 ${number} 给 陈静 原因 账号问题`);
    expect(said?.text).toBe(`李明 把 ${number} 转给了 陈静：账号问题。`);
    const acts = (await desk.ticket(number)).history.filter((entry) => entry.action === 'transfer');
    expect(acts.at(-1)).toMatchObject({
      action: 'transfer',
      detail: { assignee: '陈静', reason: '账号问题' },
    });
    await desk.group(li, `转给小赵 ${number}`);
    expect(await desk.ticket(number)).toMatchObject({ assignee: '赵军', team: '网络系统组' });
    await desk.group(li, `${number} 转派到桌面组`);
    expect(await desk.ticket(number)).toMatchObject({ assignee: null, team: '桌面组' });
  });

  test('an unknown name changes nothing; near ones are named, and the next words are the answer', async () => {
    const before = await desk.ticket(number);
    expect(texts(await desk.group(li, `转给张浩然 ${number}`))).toMatch(/没有「张浩然」.*张浩/);
    expect(await desk.ticket(number)).toEqual(before);
    await desk.group(li, '张浩');
    expect(await desk.ticket(number)).toMatchObject({ assignee: '张浩' });
  });

  test('whoever had a ticket before is known, listed or not; 我 is the one who says so', async () => {
    await desk.group(wang, `接单 ${number}`);
    await desk.group(wang, `转给李明 ${number}`);
    await desk.group(li, `转给王强 ${number}`);
    expect(await desk.ticket(number)).toMatchObject({ assignee: '王强' });
    await desk.group(li, `转给我 ${number}`);
    expect(await desk.ticket(number)).toMatchObject({ assignee: '李明' });
  });

  test('the form of the button is read alike', async () => {
    const [said] = await desk.pressInGroup(li, 'dispatch.transfer', number, { to: '不存在' });
    expect(said?.text).toContain('没有「不存在」');
    await desk.pressInGroup(li, 'dispatch.transfer', number, { to: '陈静', reason: '账号' });
    expect(await desk.ticket(number)).toMatchObject({ assignee: '陈静' });
  });
});

describe('what a member was asked', () => {
  test('is answered by their next words', async () => {
    expect(texts(await desk.group(li, `完成 ${number}`))).toContain('做了什么');
    await desk.group(li, '重装驱动');
    expect(await desk.ticket(number)).toMatchObject({
      status: 'resolved',
      resolution: { resolution: '重装驱动', by: '李明' },
    });
  });

  test('by theirs alone: what others say is talk', async () => {
    await desk.group(li, `完成 ${number}`);
    expect(await desk.group(wang, '重装驱动')).toEqual([]);
    expect((await desk.ticket(number)).status).toBe('assigned');
  });

  test('within five minutes', async () => {
    await desk.group(li, `完成 ${number}`);
    desk.clock.pass(5 * 60_000 + 1);
    expect(await desk.group(li, '重装驱动')).toEqual([]);
    expect((await desk.ticket(number)).status).toBe('assigned');
  });

  test('can be let go, and gives way to another command', async () => {
    await desk.group(li, `完成 ${number}`);
    expect(texts(await desk.group(li, '算了'))).toContain('不办了');
    expect(await desk.group(li, '重装驱动')).toEqual([]);
    await desk.group(li, `完成 ${number}`);
    await desk.group(li, `接单 ${number}`);
    expect(await desk.group(li, '重装驱动')).toEqual([]);
    expect((await desk.ticket(number)).status).toBe('accepted');
  });

  test('the number that was left out', async () => {
    const once = texts(await desk.group(li, '完成 换了硒鼓'));
    const twice = texts(await desk.group(li, '完成 换了硒鼓'));
    expect(once).toContain('是哪张');
    expect(twice).not.toBe(once);
    await desk.group(li, number);
    expect(await desk.ticket(number)).toMatchObject({ resolution: { resolution: '换了硒鼓' } });
  });

  test('why it waits; a wrong reason is put right, and the requester told of the new one only', async () => {
    expect(texts(await desk.group(li, `挂起 ${number}`))).toContain('为什么挂起');
    expect((await desk.ticket(number)).status).toBe('assigned');
    await desk.group(li, '等厂商');
    expect(await desk.ticket(number)).toMatchObject({ status: 'on_hold', hold: { reason: 'vendor' } });
    await desk.group(li, `${number} 挂起 等配件 到周五`);
    expect(await desk.ticket(number)).toMatchObject({
      status: 'on_hold',
      hold: { reason: 'parts', until: '2026-11-20' },
    });
    const told = texts(await desk.shown(zhang));
    expect(told).toContain('等配件，预计后天继续');
    expect(told).not.toContain('继续处理了');
    expect((await cards()).at(-1)?.text).toContain('原因：等配件 到周五');
  });

  test('a time that is past is not taken', async () => {
    expect(texts(await desk.group(li, `挂起 ${number} 等厂商 昨天下午三点`))).toContain('已经过去');
    expect((await desk.ticket(number)).status).toBe('assigned');
    await desk.group(li, '明天下午三点');
    expect(await desk.ticket(number)).toMatchObject({
      hold: { reason: 'vendor', until: '2026-11-19T15:00:00+08:00' },
    });
  });
});

describe('the words of the desk', () => {
  test('who did it is named, not whose it was', async () => {
    await desk.group(li, `接单 ${number}`);
    await desk.group(wang, `完成了 ${number}，换了硒鼓，测试正常`);
    const told = texts(await desk.shown(zhang));
    expect(told).toContain('王强说');
    expect(told).toContain('换了硒鼓，测试正常。');
  });

  test.each(['完成', '挂起', '转给李明', '接单'])(
    '%s on a ticket that is done: by its status',
    async (said) => {
      await desk.group(li, `完成 ${number} 换了硒鼓`);
      const answer = texts(await desk.group(wang, `${said} ${number}`));
      expect(answer).toBe(`${number} 已经是「待确认」，这一步办不了。`);
    },
  );

  test('taken: by whom, and by oneself', async () => {
    await desk.group(li, `接单 ${number}`);
    expect(texts(await desk.group(wang, `接单 ${number}`))).toContain('已经由 李明 接了');
    expect(texts(await desk.group(li, `接单 ${number}`))).toContain('您已经接了');
  });

  test('撤销 tells the requester why; 关闭 waits for 完成', async () => {
    expect(texts(await desk.group(li, `关闭 ${number}`))).toContain('还不能关闭');
    await desk.group(li, `撤销 ${number} 重复报修`);
    expect(await desk.ticket(number)).toMatchObject({ status: 'cancelled' });
    expect(texts(await desk.shown(zhang))).toContain('重复报修');
  });

  test('a card that is looked at, reopened or given to somebody is no new ticket', async () => {
    const lead = (text: string | undefined) => text?.split('\n')[0];
    const [looked] = await desk.group(li, `查 ${number}`);
    expect(lead(looked?.text)).toBe(`${number} 已派单 · 桌面组`);
    await desk.group(li, `完成 ${number} 换了硒鼓`);
    await desk.press(zhang, { id: 'ticket.reopen', value: number });
    await desk.say(zhang, '还是卡纸');
    expect(lead((await cards()).at(-1)?.text)).toBe(`【重新打开】${number}`);
  });
});

describe('several at once, and short numbers', () => {
  test('each is done and told', async () => {
    const other = number;
    const liu = { id: `liu-${people}`, name: '刘三', phone: '8013' };
    await desk.say(liu, '我的键盘坏了，三楼303');
    await desk.say(liu, '没解决');
    const [opened] = await desk.say(liu, '提交');
    const second = opened?.ticket ?? '';
    expect(second).toMatch(/^T/);
    const replies = await desk.group(li, `接单 ${other} ${second} T20200101-0001`);
    expect(replies.map((reply) => reply.text)).toEqual([
      '没有 T20200101-0001 这张单，请核对单号。',
      `李明 接了 ${other}。`,
      `李明 接了 ${second}。`,
    ]);
  });

  test('the last four digits mean the ticket of today', async () => {
    const ending = number.slice(-4);
    await desk.group(li, `接单 ${ending}`);
    expect(await desk.ticket(number)).toMatchObject({ status: 'accepted', assignee: '李明' });
    expect(texts(await desk.group(li, '接单 9876'))).toContain('没有尾号 9876');
  });

  test('of another day only where one ticket alone can be meant', async () => {
    const ending = number.slice(-4);
    desk.clock.pass(24 * 3_600_000);
    await desk.group(li, `接单 ${ending}`);
    expect(await desk.ticket(number)).toMatchObject({ assignee: '李明' });
  });
});

describe('the bot spoken to in its group', () => {
  test('its name is no part of the command', async () => {
    await desk.group(li, `@服务台 接单 ${number}`);
    expect(await desk.ticket(number)).toMatchObject({ assignee: '李明' });
    const [said] = await desk.group(li, `@服务台 完成 ${number} 换键盘`, undefined, true);
    expect(said?.text).toContain('完成了');
  });

  test('帮助 is the help of a crew, and so is the bare name', async () => {
    for (const text of ['@服务台 帮助', '@服务台'])
      expect(texts(await desk.group(li, text, undefined, true))).toContain('接单 T…');
    expect(texts(await desk.group(li, '帮助'))).toContain('接单 T…');
  });

  test('a number alone shows the card', async () => {
    const [card] = await desk.group(li, `@服务台 ${number} 怎么样了`, undefined, true);
    expect(card?.card?.title).toContain(number);
  });

  test('查单 lists what nobody has taken, the most urgent first, ten at most', async () => {
    const boss = { id: `boss-${people}`, name: '王五', phone: '8014' };
    await desk.say(boss, '整栋楼都断网了，1号楼');
    const [opened] = await desk.say(boss, '提交');
    const urgent = opened?.ticket ?? '';
    const [list] = await desk.group(li, '查单');
    const lines = list?.text.split('\n') ?? [];
    expect(lines[0]).toMatch(/张单没人接/);
    expect(lines.length).toBeLessThanOrEqual(11);
    expect(lines[1]).toContain('特急');
    await desk.group(li, `接单 ${urgent}`);
    expect(texts(await desk.group(li, '还有哪些没接'))).not.toContain(urgent);
  });
});

describe('what a crew has to ask for', () => {
  const anonymous = async (text: string) => {
    const who = { id: `nobody-${people}` };
    await desk.say(who, text);
    await desk.say(who, '没解决');
    await desk.say(who, '没有');
    const [opened] = await desk.say(who, '提交');
    const said = await desk.shownInGroup();
    return {
      who,
      number: opened?.ticket ?? '',
      card: said.filter((one) => one.ticket === opened?.ticket)[0],
    };
  };

  test('stands on the card as missing', async () => {
    const { card } = await anonymous('打印机卡纸，三楼302');
    expect(card?.text).toContain('联系：未留电话');
  });

  test('whoever has no name is known by the place', async () => {
    const { who, number: own } = await anonymous('打印机卡纸，三楼302');
    await desk.say(who, '催一下');
    expect(texts(await desk.shownInGroup())).toContain(`三楼302 催办 ${own}`);
  });
});

describe('what the requester reads', () => {
  test('of a ticket on hold: why, and until when', async () => {
    await desk.group(li, `挂起 ${number} 等配件 明天下午三点`);
    expect(texts(await desk.say(zhang, '我报的修到哪一步了'))).toContain('等配件，预计明天 15:00 继续');
    expect(texts(await desk.say(zhang, '催一下'))).toContain('等配件，预计明天 15:00 继续');
  });

  test('of a reason that says nothing: only that it waits', async () => {
    await desk.pressInGroup(li, 'dispatch.hold', number, { reason: 'other', note: '他太忙' });
    const told = texts(await desk.shown(zhang));
    expect(told).toContain(`${number} 要等一等。`);
    expect(told).not.toContain('他太忙');
  });

  test('of what a program did: whose ticket it is', async () => {
    await desk.group(li, `接单 ${number}`);
    const resolve = { action: 'resolve' as const, resolution: '远程处理' };
    const { db, context } = desk.desk.turn;
    await db
      .transaction()
      .execute((trx) =>
        actOnTicket(trx, context, { number, actor: 'dispatcher', byRequester: false, action: resolve }),
      );
    await desk.settle();
    expect(texts(await desk.shown(zhang))).toContain('李明说');
  });
});

describe('a meeting in the group', () => {
  test('says what has to be laid out and what can’t be right, and is confirmed there', async () => {
    const { db, context } = desk.desk.turn;
    const booked = await db.transaction().execute((trx) =>
      bookMeeting(trx, context, {
        draft: {
          title: '例会',
          start: '2026-12-18T15:00:00+08:00',
          end: '2026-12-18T16:00:00+08:00',
          room: '501',
          location: { text: '1号楼501' },
          attendees: 12,
          equipment: ['microphone'],
          layout: 'u_shape',
        },
        requester: { id: zhang.id, channel: 'web', name: '张三' },
        address: { channel: 'web', chat: zhang.id, kind: 'private' },
        actor: zhang.id,
      }),
    );
    const meeting = booked.ok ? booked.meeting.number : '';
    const line = (await desk.shownInGroup()).find((one) => one.meeting === meeting)?.text ?? '';
    for (const fact of ['1号楼501', '12 人，U 形，话筒', `确认 ${meeting}`]) expect(line).toContain(fact);
    await desk.group(li, '接单');
    expect(texts(await desk.group(li, meeting))).toContain(`没有 ${meeting}`);
    await desk.group(li, `确认 ${meeting}`);
    expect(texts(await desk.shown(zhang))).toContain(`会议 ${meeting} 已确认`);
    expect(texts(await desk.group(li, `确认 ${meeting}`))).toContain('办不了');
  });
});

describe('out of hours', () => {
  test('a critical ticket’s card names the person on duty of its team; others, and by day, do not', async () => {
    const night = await openTestDesk({ now: Date.parse('2026-11-20T22:50:00+08:00') });
    const { db, context, deskFacts } = night.desk.turn;
    const report = (urgency: 'critical' | 'normal') =>
      db.transaction().execute((trx) =>
        openTicket(trx, context, {
          draft: {
            kind: 'fault',
            category: 'network',
            urgency,
            title: '断网',
            description: '',
            slots: {},
            tried: [],
          },
          requester: { id: 'wu', channel: 'web' },
          address: { channel: 'web', chat: 'wu', kind: 'private' },
          actor: 'wu',
        }),
      );
    const critical = await report('critical');
    const normal = await report('normal');
    const card = async (of: string) => texts((await night.shownInGroup()).filter((one) => one.ticket === of));
    const { duty, dutyOf } = deskFacts(night.clock.now);
    const reached = dutyOf?.[critical.team ?? ''];
    expect(reached?.phone).toMatch(/^6800-/);
    expect(await card(critical.number)).toContain(`今日值班：${reached?.name} ${reached?.phone}`);
    expect(await card(normal.number)).not.toContain('今日值班');
    expect(duty).toEqual(dutyOf?.桌面组);
    night.clock.now = Date.parse('2026-11-23T09:00:00+08:00');
    expect(deskFacts(night.clock.now).duty).toBeUndefined();
    expect(await card((await report('critical')).number)).not.toContain('今日值班');
    await night.close();
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
    const told = texts(await desk.shownInGroup());
    expect(told).toContain('时限提醒');
    expect(told).toContain('项已超时');
    expect(texts(await desk.shown(zhang))).toContain('没能按约定时间');
  });
});
