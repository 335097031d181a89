/** A telephone call is a channel too: what was said is understood, recorded, and answered by ringing back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN, openTestDesk, type TestDesk } from '../../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
  await http('PUT', '/api/people/001', { name: '张三', department: '财务科', phone: '8012', vip: true });
  await http('PUT', '/api/people/002', { name: '李四', phone: '8100' });
  await http('PUT', '/api/people/003', { name: '王五', phone: '8100' });
});
afterAll(() => desk.close());

async function http(method: 'GET' | 'PUT' | 'POST', url: string, payload?: object, key?: string) {
  const headers = { authorization: `Bearer ${ADMIN}`, ...(key ? { 'idempotency-key': key } : {}) };
  const answer = await desk.desk.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
}
const call = (payload: object, key?: string) => http('POST', '/api/calls', payload, key);

test('a fault told on the telephone becomes a ticket of whoever has that number', async () => {
  const { status, body } = await call({ phone: '8012', said: '三楼302的打印机卡纸了，很急', agent: '小周' });
  expect(status).toBe(201);
  expect(body.outcome).toBe('ticket_opened');
  expect(body.caller).toEqual({ phone: '8012', name: '张三', department: '财务科', person: '001' });
  expect(body.understood).toMatchObject({ intent: 'report_fault', category: 'printing', urgency: 'high' });
  expect(body.ticket).toMatchObject({
    kind: 'fault',
    location: { floor: '3', room: '302' },
    requester: { id: '8012', channel: 'phone', name: '张三', person: '001', phone: '8012', vip: true },
  });
  expect(body.ticket.history[0]).toMatchObject({ action: 'created', actor: '小周' });
});

test('an urge on the telephone urges the only open ticket; the words stand in its history', async () => {
  const opened = (await call({ phone: '8201', said: '我的电脑蓝屏了' })).body.ticket.number;
  const { body } = await call({ phone: '8201', said: '怎么还没人来，催一下' });
  expect(body).toMatchObject({ outcome: 'ticket_urged', ticket: { number: opened } });
  expect(body.ticket.history.map(({ action }: { action: string }) => action)).toContain('urge');
});

test('a number that several share names nobody; what the agent heard stands', async () => {
  const { body } = await call({ phone: '8100', name: '赵六', said: '网络断了' });
  expect(body.caller).toEqual({ phone: '8100', name: '赵六' });
});

test('what is no request is kept as it is, unless the agent wants a ticket of it', async () => {
  const noted = await call({ phone: '8300', said: '谢谢你们，没事了' });
  expect(noted.body).toMatchObject({ outcome: 'noted', ticket: null });
  const opened = await call({ phone: '8300', said: '帮忙看看那个事情', open: true });
  expect(opened.body).toMatchObject({ outcome: 'ticket_opened', ticket: { kind: 'service' } });
});

test('the same key logs one call; an unknown ticket leaves no trace', async () => {
  const before = (await http('GET', '/api/calls?phone=8400')).body.items.length;
  const first = await call({ phone: '8400', said: '座机没有声音' }, 'call-1');
  const again = await call({ phone: '8400', said: '座机没有声音' }, 'call-1');
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toEqual(first.body);
  expect((await call({ phone: '8400', said: '催', ticket: 'T20200101-0001' })).status).toBe(404);
  expect((await http('GET', '/api/calls?phone=8400')).body.items.length).toBe(before + 1);
});

test('secrets told on the telephone are not written down', async () => {
  await call({ phone: '8500', said: '我的密码是 Abc12345，OA登不上' });
  expect(JSON.stringify((await http('GET', '/api/calls?phone=8500')).body)).not.toContain('Abc12345');
});

test('whoever has no chat is rung back: what they must be told waits until somebody did', async () => {
  const { number } = (await call({ phone: '8600', said: '我这里上不了网' })).body.ticket;
  await http('POST', `/api/tickets/${number}/actions`, { action: 'accept', assignee: '李工' });
  await desk.settle();
  const due = (await http('GET', '/api/call-backs')).body.items;
  const mine = due.find(({ phone }: { phone: string }) => phone === '8600');
  expect(mine.text).toContain('李工');
  expect((await http('POST', `/api/call-backs/${mine.id}/done`, { agent: '小周' })).status).toBe(200);
  const left = (await http('GET', '/api/call-backs')).body.items.map(({ phone }: { phone: string }) => phone);
  expect(left).not.toContain('8600');
  expect((await http('POST', '/api/call-backs/999999/done', {})).status).toBe(404);
});

test.each([
  [{ phone: 'none', said: 'x' }, 'phone'],
  [{ phone: '8012', said: '  ' }, 'said'],
  [{ phone: '8012' }, 'said'],
])('%o is refused, with the field named', async (body, path) => {
  const refused = await call(body);
  expect(refused.status).toBe(400);
  expect(refused.body.errors[0].path).toBe(path);
});
