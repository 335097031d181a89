/** Commands without a number in a dispatch group, as an engineer types them between two rooms. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk, type Who } from '../support/desk.ts';

const clerk: Who = { id: 'clerk', name: '张三', department: '财务科' };
const li: Who = { id: 'li', name: '李明' };
const liu: Who = { id: 'liu', name: '刘洋' };

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());

async function report(what: string, who: Who = clerk): Promise<string> {
  for (const text of [what, '没用', '提交']) await desk.say(who, text);
  return (await desk.shown(who)).findLast((reply) => reply.ticket)?.ticket ?? '';
}

const textOf = (replies: { text: string }[]) => replies.map((reply) => reply.text).join('\n');

describe('a command without a number', () => {
  test('means the only ticket that waits', async () => {
    const number = await report('三楼302打印机卡纸了，电话8012');
    expect(textOf(await desk.group(li, '我来'))).toContain(`李明 接了 ${number}`);
    expect(await desk.ticket(number)).toMatchObject({ status: 'accepted', assignee: '李明' });
  });

  test('then means what its speaker has in hand, whoever else waits', async () => {
    const mine = await report('三楼302打印机卡纸了，电话8012');
    await desk.group(li, `接单 ${mine}`);
    const other = await report('五楼501电脑蓝屏，电话8501');
    await desk.group(li, '到场');
    await desk.group(li, '完成 换了定影组件');
    expect(await desk.ticket(mine)).toMatchObject({ status: 'resolved' });
    expect(await desk.ticket(other)).toMatchObject({ status: 'assigned' });
  });

  test('is a choice where several wait, answered by an ordinal', async () => {
    const first = await report('三楼302打印机卡纸了，电话8012');
    const second = await report('五楼501电脑蓝屏，电话8501');
    const asked = textOf(await desk.group(li, '接单'));
    expect(asked).toContain('哪张');
    expect(asked).toMatch(new RegExp(`1\\. ${second}[^]*2\\. ${first}`));
    expect(textOf(await desk.group(li, '2'))).toContain(`李明 接了 ${first}`);
    expect(await desk.ticket(second)).toMatchObject({ status: 'assigned' });
  });

  test('«都接» takes all that were offered', async () => {
    const numbers = [
      await report('三楼302打印机卡纸了，电话8012'),
      await report('五楼501电脑蓝屏，电话8501'),
    ];
    await desk.group(li, '接单');
    await desk.group(li, '都接');
    for (const number of numbers) expect(await desk.ticket(number)).toMatchObject({ assignee: '李明' });
  });

  test('an ordinal is of what its speaker was offered, not of another', async () => {
    await report('三楼302打印机卡纸了，电话8012');
    const second = await report('五楼501电脑蓝屏，电话8501');
    await desk.group(li, '接单');
    expect(await desk.group(liu, '1')).toEqual([]);
    expect(await desk.ticket(second)).toMatchObject({ status: 'assigned' });
  });

  test('asks what to do next where only one can be meant', async () => {
    const number = await report('三楼302打印机卡纸了，电话8012');
    await desk.group(li, '接单');
    expect(textOf(await desk.group(li, '完成'))).toContain(number);
    await desk.group(li, '清理了进纸辊');
    expect(await desk.ticket(number)).toMatchObject({ status: 'resolved' });
  });

  test('never guesses what is cancelled or closed', async () => {
    const number = await report('三楼302打印机卡纸了，电话8012');
    expect(textOf(await desk.group(li, '撤单'))).toContain('哪张单');
    expect(await desk.ticket(number)).toMatchObject({ status: 'assigned' });
  });

  test('«收到» and «我来» with nothing that waits are talk; «接单» is answered', async () => {
    expect(await desk.group(li, '收到')).toEqual([]);
    expect(await desk.group(li, '我来')).toEqual([]);
    expect(textOf(await desk.group(li, '接单'))).toContain('没有等着接的单');
  });
});
