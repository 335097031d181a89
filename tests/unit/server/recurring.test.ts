import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { DAY } from '../../support/small-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const headers = { authorization: `Bearer ${ADMIN}` };
async function report(body: object) {
  const payload = { kind: 'fault', category: 'printing', title: '卡纸', requester: { id: 'u1' }, ...body };
  const answer = await desk.desk.http.inject({ method: 'POST', url: '/api/tickets', headers, payload });
  desk.clock.pass(DAY);
  return answer.json();
}
const timesOf = ({ history }: { history: { detail: { times?: number } }[] }) => history[0]?.detail.times;
const printer = { device: '打印机', location: { text: '三楼302', room: '302' } };

test('the third fault of one device in a room within 30 days says so, to the crew too; what was long ago does not count', async () => {
  expect(timesOf(await report(printer))).toBeUndefined();
  expect(timesOf(await report({ ...printer, location: { text: '501', room: '501' } }))).toBeUndefined();
  expect(timesOf(await report(printer))).toBeUndefined();
  const third = await report(printer);
  expect(timesOf(third)).toBe(3);
  const card = (await desk.shownInGroup()).find(({ ticket }) => ticket === third.number);
  expect(card?.text).toContain('30 天内第 3 次');
  const { items } = (
    await desk.desk.http.inject({ method: 'GET', url: '/api/recurring-faults', headers })
  ).json();
  expect(items).toEqual([
    expect.objectContaining({ what: 'device', name: '打印机', place: '302', count: 3 }),
  ]);
  desk.clock.pass(40 * DAY);
  expect(timesOf(await report(printer))).toBeUndefined();
});

test('an asset number tells which one it is, wherever it stands', async () => {
  for (const room of ['101', '102']) await report({ asset: 'ZC-0091', location: { text: room, room } });
  expect(timesOf(await report({ asset: 'ZC-0091' }))).toBe(3);
});
