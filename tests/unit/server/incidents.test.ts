import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../../bot/reply.ts';
import type { Location } from '../../../bot/types.ts';
import { openTicket } from '../../../server/tickets/open-ticket.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';
import { draft } from '../../support/small-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());

const li = { id: 'liming', name: '李明' };
const texts = (replies: readonly Reply[]) => replies.map(({ text }) => text).join('\n');
const toldOf = async (id: string) => texts(await desk.shown({ id }));

async function report(id: string, title = '上不了网', location?: Location) {
  const { turn } = desk.desk;
  const opened = await turn.db.transaction().execute((trx) =>
    openTicket(trx, turn.context, {
      draft: draft({
        category: 'network',
        title,
        description: `${title}，网页打不开`,
        slots: location ? { location } : {},
      }),
      requester: { id, channel: 'web', name: id },
      address: { channel: 'web', chat: id, kind: 'private' },
      actor: id,
    }),
  );
  await desk.settle();
  return opened;
}

const proposals = async () => (await desk.shownInGroup()).filter(({ text }) => text.includes('疑似同一故障'));

describe('many reports of one thing', () => {
  test('are proposed as one incident at the third person, and linked where a dispatcher says so', async () => {
    const first = await report('a');
    await report('a');
    await report('b');
    expect(await proposals()).toEqual([]);
    const third = await report('c');
    const [card] = await proposals();
    expect(card?.text).toContain('3 人报告');
    const done = await desk.pressInGroup(li, 'incident.confirm', first.number);
    expect(texts(done)).toContain('共 4 人报告');
    expect((await desk.ticket(third.number)).incident).toBe(first.number);
    expect(await desk.ticket(first.number)).toMatchObject({ incident: first.number, reports: 4 });
    for (const who of ['a', 'b', 'c']) expect(await toldOf(who)).toContain('同一个故障');
  });

  test('become one without asking at the threshold; later ones are told at once that it is known', async () => {
    const first = await report('p1');
    for (let index = 2; index <= 10; index += 1) await report(`p${index}`);
    const late = await report('p11');
    expect(late.incident).toBe(first.number);
    expect((await desk.ticket(first.number)).reports).toBe(11);
    const who = { id: 'p12', name: '周八' };
    await desk.say(who, '上不了网，网页打不开');
    let said = '';
    for (const answer of ['没解决', '三楼302', '8012', '确认']) {
      if (said.includes('已知故障')) break;
      said = texts(await desk.say(who, answer));
    }
    expect(said).toContain('已知故障');
  });

  test('are told each step, and closed together', async () => {
    const first = await report('p1');
    for (const id of ['p2', 'p3', 'p4', 'p5', 'p6']) await report(id);
    await desk.pressInGroup(li, 'incident.confirm', first.number);
    await desk.group(li, `接单 ${first.number}`);
    expect(await toldOf('p4')).toContain('李明已接单');
    await desk.group(li, `完成 ${first.number} 更换核心交换机电源`);
    for (const id of ['p1', 'p3', 'p6']) expect(await toldOf(id)).toContain('更换核心交换机电源');
  });

  test('are left alone where a dispatcher says that they are not one', async () => {
    const first = await report('a');
    await report('b');
    await report('c');
    await desk.pressInGroup(li, 'incident.dismiss', first.number);
    for (const id of ['d', 'e', 'f', 'g', 'h', 'i', 'j', 'k']) await report(id);
    expect((await desk.ticket(first.number)).incident).toBeNull();
    expect(await proposals()).toHaveLength(1);
  });

  test('of other buildings stay apart', async () => {
    for (const [index, building] of ['1号楼', '2号楼', '3号楼'].entries())
      await report(`x${index}`, '上不了网', { text: building, building });
    expect(await proposals()).toEqual([]);
  });
});

describe('by hand', () => {
  test('tickets are linked and taken apart, and a double is merged into the other', async () => {
    const one = await report('a', '上不了网');
    const two = await report('b', '无线密码不对');
    const three = await report('b', '无线的密码总不对');
    expect(texts(await desk.group(li, `关联 ${two.number} 到 ${one.number}`))).toContain('已关联');
    expect((await desk.ticket(two.number)).incident).toBe(one.number);
    expect(texts(await desk.group(li, `拆分 ${two.number}`))).toContain('单独处理');
    expect((await desk.ticket(two.number)).incident).toBeNull();
    expect((await desk.ticket(one.number)).reports).toBe(1);
    expect(texts(await desk.group(li, `合并 ${three.number} 到 ${two.number}`))).toContain('已合并');
    expect(await desk.ticket(three.number)).toMatchObject({ status: 'cancelled' });
    expect((await desk.ticket(two.number)).history.at(-1)).toMatchObject({
      action: 'merged',
      detail: { from: three.number },
    });
    expect(texts(await desk.group(li, `合并 ${three.number} 到 ${two.number}`))).toContain('合不了');
    expect(texts(await desk.group(li, `合并 ${two.number}`))).toContain('要写两张单');
  });
});

describe('one person who says the same again', () => {
  test('is asked whether it is the same before a second ticket is opened', async () => {
    const who = { id: 'z', name: '张三', phone: '8012' };
    const tell = async () => {
      const replies = [...(await desk.say(who, '三楼302打印机卡纸了'))];
      replies.push(...(await desk.say(who, '没解决')));
      replies.push(...(await desk.say(who, '确认提交')));
      return replies;
    };
    const number = (await tell()).findLast(({ ticket }) => ticket)?.ticket ?? '';
    const again = await tell();
    expect(texts(again)).toContain(`这和 ${number}`);
    expect(texts(await desk.say(who, '是'))).toContain(number);
    const { history } = await desk.ticket(number);
    expect(history.at(-1)).toMatchObject({ action: 'comment' });
    await tell();
    const other = await desk.say(who, '不是，另外报');
    expect(other.at(-1)?.ticket).not.toBe(number);
  });
});
