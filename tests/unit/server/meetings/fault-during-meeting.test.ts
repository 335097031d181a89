import { afterAll, beforeAll, expect, test } from 'vitest';
import { MORNING, openTestDesk, type TestDesk } from '../../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const zhang = { id: 'zhang', name: '张三', department: '财务科', phone: '8012' };
const HOUR = 3_600_000;

async function report(text: string) {
  await desk.say(zhang, text);
  await desk.say(zhang, '没解决');
  const said = await desk.say(zhang, '提交');
  const number = said.find(({ ticket }) => ticket)?.ticket ?? '';
  return desk.ticket(number);
}

test('a fault in a room while a meeting is held there is critical, and goes to who stands by', async () => {
  await desk.say(zhang, '今天上午十一点到十二点302会议室开视频会，10人');
  await desk.say(zhang, '确认');
  const before = await report('302会议室投影没有画面');
  expect(before).toMatchObject({ urgency: 'normal', assignee: null });
  desk.clock.now = MORNING + 2 * HOUR + 10 * 60_000;
  const during = await report('302会议室话筒没声音');
  expect(during.urgency).toBe('critical');
  expect(during.assignee).toMatch(/李明|张浩|王芳/);
  expect(during.history[0]?.detail).toMatchObject({ meeting: 'M20261118-0001' });
  const elsewhere = await report('201会议室话筒没声音');
  expect(elsewhere.urgency).not.toBe('critical');
});
