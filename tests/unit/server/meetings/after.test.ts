import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reply } from '../../../../bot/reply.ts';
import { attendMeetings } from '../../../../server/meetings/attend-meetings.ts';
import { getMeeting } from '../../../../server/meetings/get-meeting.ts';
import { openTestDesk, type TestDesk } from '../../../support/desk.ts';
import { MINUTE } from '../../../support/small-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const li = { id: 'liming', name: '李明' };
const texts = (replies: readonly Reply[]) => replies.map(({ text }) => text).join('\n');
const record = async (number: string) => getMeeting(desk.desk.turn.db, desk.desk.turn.context, number);

async function over(id: string, room: string) {
  const who = { id, name: '张三', department: '人事科' };
  desk.clock.now = Date.parse('2026-11-18T09:00:00+08:00');
  await desk.say(who, `今天上午十点到十一点${room}开例会，10人`);
  const number = (await desk.say(who, '确认预约')).find(({ meeting }) => meeting)?.meeting ?? '';
  await desk.group(li, `确认 ${number}`);
  desk.clock.pass(136 * MINUTE);
  const { turn } = desk.desk;
  await attendMeetings(turn.db, turn.context);
  await desk.settle();
  return { who, number };
}

test('a meeting that nobody ended is over a quarter of an hour after its end, and its requester is asked once', async () => {
  const { who, number } = await over('after-1', '201会议室');
  expect(await record(number)).toMatchObject({ status: 'done' });
  const asked = (await desk.shown(who)).at(-1);
  expect(asked?.card?.actions.map(({ label }) => label).at(-1)).toBe('5 分 很满意');
  expect(texts(await desk.say(who, '5 分 很满意'))).toContain('谢谢');
  expect(await record(number)).toMatchObject({ rating: { score: 5, text: null } });
  const { turn } = desk.desk;
  await attendMeetings(turn.db, turn.context);
  await desk.settle();
  expect((await desk.shown(who)).filter(({ card }) => card?.title.includes('保障得怎么样'))).toHaveLength(1);
});

test.each([
  ['5', 5, '第一会议室'],
  ['4分', 4, '第二会议室'],
])('«%s» typed to it is %i of 5', async (said, score, room) => {
  const { who, number } = await over(`after-${room}`, room);
  await desk.say(who, said);
  expect(await record(number)).toMatchObject({ rating: { score } });
});

test('a low score is asked about, and the group is told to call back', async () => {
  const { who, number } = await over('after-2', '501会议室');
  expect(texts(await desk.press(who, { id: 'meeting.rate', value: `${number}:2` }))).toContain('哪里不满意');
  expect(texts(await desk.say(who, '话筒一直啸叫'))).toContain('负责人会跟进');
  expect(await record(number)).toMatchObject({ rating: { score: 2, text: '话筒一直啸叫' } });
  expect(texts(await desk.shownInGroup())).toContain(`会议 ${number} 评价 2 分：话筒一直啸叫`);
});

test('only the requester rates, and only what is over', async () => {
  const { number } = await over('after-3', '302会议室');
  const press = (id: string, value: string) => desk.press({ id }, { id: 'meeting.rate', value });
  expect(texts(await press('stranger', `${number}:1`))).toContain('没有找到');
  expect(await record(number)).toMatchObject({ rating: null });
});
