import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { emptyTables, testDatabase } from '../../../support/database.ts';
import { call, testHttp } from '../../../support/http.ts';
import { HOUR, NINE, type TestDesk, testDesk } from '../../../support/small-desk.ts';

let database: OpenDatabase;
let desk: TestDesk;
let app: FastifyInstance;
let roomy: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  desk = testDesk();
  app = testHttp(database, desk);
  roomy = testHttp(database, testDesk({ rooms: true }));
});
afterAll(async () => {
  await app.close();
  await roomy.close();
  await database.close();
});
beforeEach(async () => {
  await emptyTables(database);
  desk.clock.now = NINE;
});

const at = (clock: string, day = 19) => `2026-11-${day}T${clock}:00+08:00`;
const MEETING = {
  title: '半年工作会',
  start: at('15:00'),
  end: at('17:00'),
  room: '302',
  requester: { id: 'u1', name: '张三' },
};
const book = (changes = {}, { headers = {}, on = app } = {}) =>
  call(on, { method: 'POST', url: '/api/meetings', payload: { ...MEETING, ...changes }, headers });
const act = (number: string, payload: object) =>
  call(app, { method: 'POST', url: `/api/meetings/${number}/actions`, payload });
const get = (url: string) => call(app, { method: 'GET', url });
const numbers = (answer: { body: { items: { number: string }[] } }) =>
  answer.body.items.map(({ number }) => number);

describe('POST /api/meetings', () => {
  test('answers 201 with the whole meeting, as reading it does', async () => {
    const booked = await book({ attendees: 20, equipment: ['microphone', 'name_cards'], layout: 'u_shape' });
    expect(booked.status).toBe(201);
    expect(booked.body).toMatchObject({
      number: 'M20261118-0001',
      status: 'requested',
      start: at('15:00'),
      end: at('17:00'),
      room: '302',
      location: { text: '302' },
      attendees: 20,
      requester: { id: 'u1', channel: 'web' },
      version: 1,
    });
    expect((await get('/api/meetings/M20261118-0001')).body).toEqual(booked.body);
  });

  test('the crew gets its tasks, each with the time it is due', async () => {
    const { body } = await book({ equipment: ['video_conference'] });
    expect(body.tasks).toEqual([
      { id: 'setup', what: 'setup', due: at('13:30'), assignee: null, doneAt: null },
      { id: 'test', what: 'test', due: at('14:00'), assignee: null, doneAt: null },
      { id: 'test-final', what: 'test', due: at('14:45'), assignee: null, doneAt: null },
      { id: 'standby', what: 'standby', due: at('15:00'), assignee: null, doneAt: null },
      { id: 'teardown', what: 'teardown', due: at('17:00'), assignee: null, doneAt: null },
    ]);
    expect((await book({ room: '401' })).body.tasks).toEqual([]);
  });

  test('it opens no ticket', async () => {
    await book({ layout: 'u_shape' });
    expect((await get('/api/tickets')).body.items).toEqual([]);
  });

  test.each([
    ['no room', { room: undefined }, 'room'],
    ['a start without an offset', { start: '2026-11-19T15:00:00' }, 'start'],
    ['an end that is no moment', { end: 'five' }, 'end'],
    ['an end at its start', { end: MEETING.start }, 'end'],
    ['an end before its start in another zone', { end: '2026-11-19T16:00:00+09:00' }, 'end'],
    ['nobody', { attendees: 0 }, 'attendees'],
    ['too many', { attendees: 100_001 }, 'attendees'],
    ['half a person', { attendees: 1.5 }, 'attendees'],
    ['unknown equipment', { equipment: ['hologram'] }, 'equipment.0'],
    ['an unknown layout', { layout: 'circle' }, 'layout'],
  ])('%s: 400 with its path', async (_, changes, path) => {
    const { status, body } = await book(changes);
    expect(status).toBe(400);
    expect(body.errors.map((fault: { path: string }) => fault.path)).toContain(path);
  });

  test('a key is used once; the same one again answers 200, with another body 422', async () => {
    const headers = { 'idempotency-key': 'm1' };
    const first = await book({}, { headers });
    const again = await book({}, { headers });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect((await book({ title: '别的会' }, { headers })).status).toBe(422);
  });
});

describe('one room, one meeting at a time', () => {
  test('an overlap is refused with what stands in the way and what is free', async () => {
    const first = (await book()).body.number;
    const { status, headers, body } = await book({ start: at('16:00'), end: at('18:00') });
    expect(status).toBe(409);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(body.conflicts).toEqual([{ number: first, room: '302', start: at('15:00'), end: at('17:00') }]);
    expect(body.alternatives).toEqual([
      { room: '302', start: at('17:00'), end: at('19:00') },
      { room: '302', start: at('13:00'), end: at('15:00') },
    ]);
  });

  test('what is offered can be booked', async () => {
    await book();
    const { alternatives } = (await book()).body;
    for (const offer of alternatives.slice(0, 1)) expect((await book(offer)).status).toBe(201);
  });

  test('one may start when another ends', async () => {
    await book();
    expect((await book({ start: at('17:00'), end: at('18:00') })).status).toBe(201);
    expect((await book({ start: at('14:00'), end: at('15:00') })).status).toBe(201);
  });

  test('however the room is written', async () => {
    expect((await book({ room: '三楼302会议室' })).body.room).toBe('302');
    expect((await book({ room: '302会议室' })).status).toBe(409);
    expect((await book({ room: '３０２' })).status).toBe(409);
    expect((await book({ room: '303会议室' })).status).toBe(201);
  });

  test('a cancelled meeting gives its room back', async () => {
    const { number } = (await book()).body;
    await act(number, { action: 'cancel' });
    expect((await book()).status).toBe(201);
  });

  test('of many who want it at once one gets it', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => book()));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  test('where the profile has other rooms, those that are free are offered too', async () => {
    await book({}, { on: roomy });
    const { body } = await book({}, { on: roomy });
    expect(body.alternatives).toContainEqual({ room: '501', start: at('15:00'), end: at('17:00') });
  });
});

describe('POST /api/meetings/{number}/actions', () => {
  const statusAfter = async (number: string, action: string) => (await act(number, { action })).body.status;

  test('the whole way', async () => {
    const { number } = (await book()).body;
    expect(await statusAfter(number, 'confirm')).toBe('confirmed');
    expect(await statusAfter(number, 'start')).toBe('in_progress');
    expect(await statusAfter(number, 'finish')).toBe('done');
    const refused = await act(number, { action: 'cancel' });
    expect(refused).toMatchObject({
      status: 409,
      body: { meetingStatus: 'done', allowed: ['task_done', 'task_check', 'rate'] },
    });
  });

  test('a moved start keeps the length and moves the tasks', async () => {
    const { number } = (await book({ equipment: ['microphone'] })).body;
    const { body } = await act(number, { action: 'change', start: at('16:30') });
    expect([body.start, body.end]).toEqual([at('16:30'), at('18:30')]);
    expect(body.tasks.map(({ due }: { due: string }) => due)).toEqual([
      at('15:30'),
      at('16:00'),
      at('18:30'),
    ]);
  });

  test('it may move over its own time, but not over another’s', async () => {
    const { number } = (await book()).body;
    expect((await act(number, { action: 'change', end: at('18:00') })).status).toBe(200);
    await book({ start: at('18:00'), end: at('19:00') });
    const before = (await get(`/api/meetings/${number}`)).body;
    const refused = await act(number, { action: 'change', end: at('18:30') });
    expect(refused).toMatchObject({ status: 409, body: { conflicts: [{ start: at('18:00') }] } });
    expect((await get(`/api/meetings/${number}`)).body).toEqual(before);
  });

  test('a change of room asks for the new one', async () => {
    await book({ room: '501' });
    const { number } = (await book()).body;
    expect((await act(number, { action: 'change', room: '五楼501会议室' })).status).toBe(409);
    expect((await act(number, { action: 'change', room: '502' })).body.room).toBe('502');
  });

  test('more equipment brings more tasks', async () => {
    const { number } = (await book()).body;
    const { body } = await act(number, { action: 'change', equipment: ['tea'], attendees: 8 });
    expect(body).toMatchObject({ equipment: ['tea'], attendees: 8 });
    expect(body.tasks.map(({ what }: { what: string }) => what)).toEqual(['setup', 'teardown']);
  });

  test('a task is done once; cancelling closes what is open', async () => {
    const { number } = (await book({ layout: 'theatre' })).body;
    const done = await act(number, { action: 'task_done', task: 'setup', result: '已布置' });
    expect(done.body.tasks[0]).toMatchObject({ id: 'setup', result: '已布置', doneAt: at('09:00', 18) });
    expect((await act(number, { action: 'task_done', task: 'setup' })).status).toBe(409);
    expect((await act(number, { action: 'task_done', task: 'nothing' })).status).toBe(400);
    const { body } = await act(number, { action: 'cancel', reason: '不开了' });
    expect(body.tasks.every(({ doneAt }: { doneAt: string | null }) => doneAt !== null)).toBe(true);
    expect(body.tasks[0].result).toBe('已布置');
  });

  test.each([
    ['an unknown action', { action: 'explode' }],
    ['a change of nothing', { action: 'change' }],
    ['an end before the start', { action: 'change', end: at('14:00') }],
    ['a start after the end', { action: 'change', start: at('18:00'), end: at('17:30') }],
    ['an unknown layout', { action: 'change', layout: 'circle' }],
  ])('%s: 400', async (_, payload) => {
    const { number } = (await book()).body;
    expect((await act(number, payload)).status).toBe(400);
  });

  test('a stale version: 409', async () => {
    const { number, version } = (await book()).body;
    await act(number, { action: 'confirm', version });
    expect((await act(number, { action: 'change', attendees: 9, version })).status).toBe(409);
  });

  test('an unknown number: 404', async () => {
    expect((await act('M20261118-0404', { action: 'confirm' })).status).toBe(404);
    expect((await get('/api/meetings/T20261118-0001')).status).toBe(404);
  });
});

describe('GET /api/meetings', () => {
  test('without a span: those that have not ended', async () => {
    await book({ start: at('10:00', 18), end: at('11:00', 18) });
    await book();
    expect(numbers(await get('/api/meetings'))).toEqual(['M20261118-0002', 'M20261118-0001']);
    desk.clock.now += 3 * HOUR;
    expect(numbers(await get('/api/meetings'))).toEqual(['M20261118-0002']);
  });

  test('with a span: those that overlap it', async () => {
    await book();
    const list = async (from: string, to: string) =>
      numbers(await get(`/api/meetings?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`));
    expect(await list(at('16:00'), at('20:00'))).toHaveLength(1);
    expect(await list(at('17:00'), at('20:00'))).toHaveLength(0);
    expect(await list(at('10:00'), at('15:00'))).toHaveLength(0);
    expect(await list('2026-11-19', '2026-11-19')).toHaveLength(1);
    expect(await list('2026-11-20', '2026-11-21')).toHaveLength(0);
  });

  test('a plus that was not encoded is still an offset', async () => {
    await book();
    expect(numbers(await get(`/api/meetings?from=${at('16:00')}`))).toHaveLength(1);
  });

  test('by room however written, requester and status; empty ones narrow nothing', async () => {
    await book();
    await book({ room: '401', requester: { id: 'u2' } });
    await act('M20261118-0002', { action: 'confirm' });
    expect(numbers(await get(`/api/meetings?room=${encodeURIComponent('三楼302')}`))).toEqual([
      'M20261118-0001',
    ]);
    expect(numbers(await get('/api/meetings?requester=u2'))).toEqual(['M20261118-0002']);
    expect(numbers(await get('/api/meetings?status=confirmed'))).toEqual(['M20261118-0002']);
    expect(numbers(await get('/api/meetings?from=&to=&room=&requester=&status='))).toHaveLength(2);
  });

  test.each(['from=yesterday', 'to=2026-11-18T10:00:00', 'limit=0', 'cursor=x', 'status=open'])(
    '%s: 400',
    async (query) => {
      expect((await get(`/api/meetings?${query}`)).status).toBe(400);
    },
  );
});
