import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { emptyTables, testDatabase } from '../../../support/database.ts';
import { call, testHttp, understandingOf } from '../../../support/http.ts';
import { DAY, HOUR, MINUTE, NINE, type TestDesk, testDesk } from '../../../support/small-desk.ts';

let database: OpenDatabase;
let desk: TestDesk;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  desk = testDesk();
  app = testHttp(database, desk, { understand: understandingOf(desk) });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await database.close();
});
beforeEach(async () => {
  await emptyTables(database);
  desk.clock.now = NINE;
});

const PRINTER = { kind: 'fault', title: '三楼302打印机卡纸', requester: { id: 'u1', name: '张三' } };
const open = (changes = {}, headers = {}) =>
  call(app, { method: 'POST', url: '/api/tickets', payload: { ...PRINTER, ...changes }, headers });
const act = (number: string, payload: object, headers = {}) =>
  call(app, { method: 'POST', url: `/api/tickets/${number}/actions`, payload, headers });
const get = (url: string) => call(app, { method: 'GET', url });
const numbers = (answer: { body: { items: { number: string }[] } }) =>
  answer.body.items.map(({ number }) => number);

describe('POST /api/tickets', () => {
  test('answers 201 with the whole ticket, as reading it does', async () => {
    const opened = await open();
    expect(opened.status).toBe(201);
    expect(opened.body).toMatchObject({
      number: 'T20261118-0001',
      kind: 'fault',
      requester: { id: 'u1', channel: 'web', name: '张三', vip: false },
      createdAt: '2026-11-18T09:00:00+08:00',
      assignee: null,
      vendor: null,
      attachments: [],
    });
    expect((await get('/api/tickets/T20261118-0001')).body).toEqual(opened.body);
  });

  test('what is left out is understood from the words', async () => {
    const { body } = await open({ description: '下午两点前要用，急' });
    expect(body).toMatchObject({
      category: 'printing',
      urgency: 'high',
      priority: 2,
      location: { floor: '3', room: '302' },
      deadline: '2026-11-18T14:00:00+08:00',
    });
  });

  test('what is stated stands', async () => {
    const stated = {
      category: 'network',
      urgency: 'low',
      device: '交换机',
      model: 'S5735',
      asset: 'A-17',
      location: { text: '五楼512室' },
      contact: { name: '李四', phone: '8012' },
      deadline: '2026-11-20',
      quantity: 3,
    };
    const { body } = await open(stated);
    expect(body).toMatchObject({
      ...stated,
      location: { text: '五楼512室', floor: '5', room: '512' },
      team: '系统组',
    });
  });

  test.each([
    ['no title', { title: undefined }, 'title'],
    ['a title of blanks', { title: '  ' }, 'title'],
    ['a title that is too long', { title: 'x'.repeat(201) }, 'title'],
    ['an unknown kind', { kind: 'incident' }, 'kind'],
    ['an unknown category', { category: 'cars' }, 'category'],
    ['a requester without an id', { requester: { name: '张三' } }, 'requester.id'],
    ['a name that is a number', { requester: { id: 'u1', name: 7 } }, 'requester.name'],
    ['a NUL', { description: 'a\u0000b' }, 'description'],
    ['half a surrogate pair', { description: 'a\ud800b' }, 'description'],
    ['a day that is none', { deadline: '2026-02-30' }, 'deadline'],
  ])('%s: 400 with its path', async (_, changes, path) => {
    const { status, headers, body } = await open(changes);
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(body.errors.map((fault: { path: string }) => fault.path)).toContain(path);
  });

  test('secrets are not kept, wherever they stand', async () => {
    const { body } = await open({ description: '我的密码是Abc12345，身份证110101199003077432' });
    expect(JSON.stringify(body)).not.toMatch(/Abc12345|110101199003077432/);
  });

  test('a key user is seen by the profile, and a caller may vouch for one', async () => {
    expect((await open({ requester: { id: 'boss' } })).body.requester.vip).toBe(true);
    expect((await open({ requester: { id: 'u2', vip: true } })).body.requester.vip).toBe(true);
  });
});

describe('Idempotency-Key', () => {
  const key = { 'idempotency-key': 'k1' };

  test('the same key again: 200 with the same ticket, and no second one', async () => {
    const first = await open({}, key);
    const again = await open({}, key);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect(numbers(await get('/api/tickets'))).toEqual([first.body.number]);
  });

  test('the order of keys in a body does not matter; another body does: 422', async () => {
    await open({}, key);
    const { requester, title, kind } = PRINTER;
    const reordered = { method: 'POST', url: '/api/tickets', payload: { requester, title, kind } } as const;
    expect((await call(app, { ...reordered, headers: key })).status).toBe(200);
    expect((await open({ title: '另一件事' }, key)).status).toBe(422);
  });

  test('many at once have one effect', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => open({}, key)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
  });

  test('another token has keys of its own', async () => {
    await open({}, key);
    const other = await open({}, { ...key, authorization: 'Bearer admin-token-0123456789' });
    expect(other.status).toBe(201);
  });

  test('an action with a key has its effect once', async () => {
    const { number } = (await open()).body;
    const comment = { action: 'comment', text: '已联系' };
    const first = await act(number, comment, key);
    const again = await act(number, comment, key);
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect((await get(`/api/tickets/${number}`)).body.version).toBe(first.body.version);
  });

  test('a refused request leaves its key free', async () => {
    const { number } = (await open()).body;
    expect((await act(number, { action: 'close' }, key)).status).toBe(409);
    await act(number, { action: 'resolve', resolution: '换了硒鼓' });
    expect((await act(number, { action: 'close' }, key)).status).toBe(200);
  });

  test('an empty key and one that is too long: 400', async () => {
    expect((await open({}, { 'idempotency-key': 'x'.repeat(256) })).status).toBe(400);
  });
});

describe('POST /api/tickets/{number}/actions', () => {
  test('the whole way: accept, hold, resume, resolve, close with a rating', async () => {
    const { number } = (await open()).body;
    expect((await act(number, { action: 'accept', assignee: 'liming' })).body).toMatchObject({
      status: 'accepted',
      assignee: '李明',
    });
    expect((await act(number, { action: 'hold', reason: 'parts', note: '等硒鼓' })).body).toMatchObject({
      status: 'on_hold',
      hold: { reason: 'parts', note: '等硒鼓' },
    });
    desk.clock.now += HOUR;
    expect((await act(number, { action: 'resume' })).body).toMatchObject({
      status: 'accepted',
      hold: null,
      sla: { pausedMs: HOUR, resolveBy: '2026-11-18T14:00:00+08:00' },
    });
    const resolve = { action: 'resolve', resolution: '换了硒鼓', cause: '缺粉', parts: '硒鼓 CF228A' };
    expect((await act(number, resolve)).body).toMatchObject({
      status: 'resolved',
      resolution: { resolution: '换了硒鼓', cause: '缺粉', parts: '硒鼓 CF228A' },
    });
    const closed = await act(number, { action: 'close', rating: { score: 5, text: '很快' } });
    expect(closed.body).toMatchObject({ status: 'closed', rating: { score: 5, text: '很快' } });
    expect(closed.body.history.map(({ action }: { action: string }) => action)).toEqual([
      'created',
      'assign',
      'accept',
      'hold',
      'resume',
      'resolve',
      'close',
      'rated',
    ]);
  });

  test('a rating may be the score alone', async () => {
    const { number } = (await open()).body;
    await act(number, { action: 'resolve', resolution: '好了' });
    expect((await act(number, { action: 'close', rating: 4 })).body.rating).toEqual({ score: 4 });
  });

  test('who comes second is told who took it, and nothing changes', async () => {
    const { number } = (await open()).body;
    const first = await act(number, { action: 'accept', assignee: '王芳' });
    const second = await act(number, { action: 'accept', assignee: '李明' });
    expect(second.status).toBe(409);
    expect(second.body.detail).toMatch(/王芳/);
    expect(second.body.detail).toMatch(/accepted/);
    expect(second.body.allowed).toEqual([
      'transfer',
      'hold',
      'resolve',
      'cancel',
      'escalate',
      'comment',
      'urge',
      'arrive',
      'plan',
      'delay',
      'declare_major',
      'acknowledge',
      'send_out',
    ]);
    expect((await get(`/api/tickets/${number}`)).body).toEqual(first.body);
  });

  test('two who accept in the same instant: one gets it', async () => {
    const { number } = (await open()).body;
    const answers = await Promise.all(
      ['王芳', '李明', '赵军'].map((assignee) => act(number, { action: 'accept', assignee })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test('a stale version: 409; the version that was seen: 200', async () => {
    const { number, version } = (await open()).body;
    expect((await act(number, { action: 'urge', version })).status).toBe(200);
    const stale = await act(number, { action: 'urge', version });
    expect(stale).toMatchObject({ status: 409, body: { version: version + 1 } });
  });

  test('the actor is who is named, else the token’s role; accepting for somebody is theirs', async () => {
    const { number } = (await open()).body;
    await act(number, { action: 'urge' });
    await act(number, { action: 'comment', text: 'x', actor: '陈静' });
    const { body } = await act(number, { action: 'accept', assignee: '王芳' });
    expect(body.history.slice(-3).map(({ actor }: { actor: string }) => actor)).toEqual([
      'dispatcher',
      '陈静',
      '王芳',
    ]);
  });

  test('accepting without a name is the caller’s', async () => {
    const { number } = (await open()).body;
    expect((await act(number, { action: 'accept' })).body.assignee).toBe('dispatcher');
  });

  test.each([
    ['no action', {}, 'action'],
    ['an unknown action', { action: 'explode' }, 'action'],
    ['one that is not for callers', { action: 'rate', score: 5 }, 'action'],
    ['assign to nobody', { action: 'assign' }, 'team'],
    ['transfer without a reason', { action: 'transfer', team: 'a' }, 'reason'],
    ['hold for an unknown reason', { action: 'hold', reason: 'lunch' }, 'reason'],
    ['resolve without words', { action: 'resolve', resolution: ' ' }, 'resolution'],
    ['a score of six', { action: 'close', rating: 6 }, 'rating'],
    ['a version that is no number', { action: 'urge', version: '1' }, 'version'],
  ])('%s: 400 with its path', async (_, payload, path) => {
    const { number } = (await open()).body;
    const { status, body } = await act(number, payload);
    expect(status).toBe(400);
    expect(body.errors.map((fault: { path: string }) => fault.path)).toContain(path);
  });

  test('a closed ticket is reopened within 30 days, not later, and gets a fresh target', async () => {
    const { number } = (await open()).body;
    await act(number, { action: 'resolve', resolution: '好了' });
    await act(number, { action: 'close' });
    desk.clock.now += 30 * DAY;
    const again = await act(number, { action: 'reopen', reason: '又卡了' });
    expect(again.body).toMatchObject({
      status: 'assigned',
      sla: { resolvedAt: null, resolveBy: '2026-12-18T13:00:00+08:00' },
    });
    await act(number, { action: 'resolve', resolution: '好了' });
    await act(number, { action: 'close' });
    desk.clock.now += 30 * DAY + MINUTE;
    expect((await act(number, { action: 'reopen', reason: '又卡了' })).status).toBe(409);
  });

  test('an unknown number is 404, whatever stands in its place', async () => {
    for (const number of ['T20261118-0404', 'M20261118-0001', 'x', '%00', '%E0%A4%A', "';--"])
      expect((await act(number, { action: 'accept' })).status, number).toBeOneOf([400, 404]);
  });
});

describe('GET /api/tickets', () => {
  test('newest first, in pages that neither repeat nor leave out', async () => {
    for (let i = 0; i < 5; i += 1) await open();
    const first = await get('/api/tickets?limit=2');
    expect(numbers(first)).toEqual(['T20261118-0005', 'T20261118-0004']);
    await open();
    const second = await get(`/api/tickets?limit=2&cursor=${first.body.nextCursor}`);
    expect(numbers(second)).toEqual(['T20261118-0003', 'T20261118-0002']);
    const third = await get(`/api/tickets?limit=2&cursor=${second.body.nextCursor}`);
    expect(numbers(third)).toEqual(['T20261118-0001']);
    expect(third.body.nextCursor).toBeNull();
  });

  test('an empty parameter narrows nothing', async () => {
    await open();
    const url = '/api/tickets?requester=&status=&category=&team=&assignee=&overdue=&q=&limit=&cursor=';
    expect(numbers(await get(url))).toHaveLength(1);
  });

  test('each filter narrows to its own', async () => {
    await open({ category: 'network', requester: { id: 'u2' } });
    await open({ title: '100% 卡纸', category: 'printing' });
    await act('T20261118-0002', { action: 'accept', assignee: '王芳' });
    const network = ['T20261118-0001'];
    const printing = ['T20261118-0002'];
    expect(numbers(await get('/api/tickets?requester=u2'))).toEqual(network);
    expect(numbers(await get('/api/tickets?requester=U2'))).toEqual([]);
    expect(numbers(await get('/api/tickets?status=accepted'))).toEqual(printing);
    expect(numbers(await get('/api/tickets?status=accepted,assigned'))).toHaveLength(2);
    expect(numbers(await get('/api/tickets?category=network'))).toEqual(network);
    expect(numbers(await get(`/api/tickets?team=${encodeURIComponent('系统组')}`))).toEqual(network);
    expect(numbers(await get(`/api/tickets?assignee=${encodeURIComponent('王芳')}`))).toEqual(printing);
    expect(numbers(await get(`/api/tickets?q=${encodeURIComponent('100%')}`))).toEqual(printing);
    expect(numbers(await get('/api/tickets?q=%25'))).toEqual(printing);
    expect(numbers(await get('/api/tickets?q=t20261118-0001'))).toEqual(network);
    expect(numbers(await get('/api/tickets?q=_'))).toEqual([]);
  });

  test('overdue: a target is over and not met; a hold stops the clock', async () => {
    const { number } = (await open()).body;
    const held = (await open()).body.number;
    await act(held, { action: 'hold', reason: 'user' });
    expect(numbers(await get('/api/tickets?overdue=true'))).toEqual([]);
    desk.clock.now += 6 * HOUR;
    expect(numbers(await get('/api/tickets?overdue=true'))).toEqual([number]);
    expect(numbers(await get('/api/tickets?overdue=false'))).toEqual([held]);
  });

  test.each([
    'limit=0',
    'limit=201',
    'limit=x',
    'cursor=abc',
    'status=open',
    'overdue=1',
    'category=cars',
    'q=%00',
  ])('%s: 400', async (query) => {
    const { status, headers } = await get(`/api/tickets?${query}`);
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('application/problem+json');
  });
});
