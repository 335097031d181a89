import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { emptyTables, testDatabase } from '../../../support/database.ts';
import { bearer, call, testHttp } from '../../../support/http.ts';
import { testDesk } from '../../../support/small-desk.ts';

let database: OpenDatabase;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  const desk = testDesk();
  desk.clock.now = Date.parse('2026-09-20T09:00:00+08:00');
  app = testHttp(database, desk);
});
afterAll(async () => {
  await app.close();
  await database.close();
});
beforeEach(() => emptyTables(database));

const FIRST = {
  title: '周例会',
  start: '2026-09-24T09:00:00+08:00',
  end: '2026-09-24T10:00:00+08:00',
  room: '302',
  requester: { id: 'u1', name: '张三' },
};
/** Thursdays and Fridays over Mid-Autumn (25 September 2026) and the National Day week (1 to 7 October). */
const WEEKLY = { every: 'week', interval: 1, days: [3, 4], until: '2026-10-16', holidays: 'skip' };
const book = (changes = {}, headers = {}) =>
  call(app, {
    method: 'POST',
    url: '/api/meetings/series',
    payload: { ...FIRST, recurrence: WEEKLY, ...changes },
    headers,
  });
const act = (number: string, payload: object) =>
  call(app, { method: 'POST', url: `/api/meetings/${number}/series-actions`, payload });
const startsOf = (body: { meetings: { start: string }[] }) =>
  body.meetings.map(({ start }) => start.slice(0, 16));

describe('a series over the API', () => {
  test('books each that can be had, leaves a holiday out, and says which is taken', async () => {
    await call(app, {
      method: 'POST',
      url: '/api/meetings',
      payload: { ...FIRST, start: '2026-10-08T08:30:00+08:00', end: '2026-10-08T09:30:00+08:00' },
    });
    const { status, body } = await book();
    expect(status).toBe(201);
    expect(startsOf(body)).toEqual([
      '2026-09-24T09:00',
      '2026-10-09T09:00',
      '2026-10-15T09:00',
      '2026-10-16T09:00',
    ]);
    expect(body.missed).toEqual([
      {
        start: '2026-10-08T09:00:00+08:00',
        end: '2026-10-08T10:00:00+08:00',
        trouble: { reason: 'room_taken' },
      },
    ]);
    expect(new Set(body.meetings.map(({ series }: { series: string }) => series))).toEqual(
      new Set([body.meetings[0].number]),
    );
  });

  test('a holiday is moved to the next working day where that is wanted', async () => {
    const { body } = await book({ recurrence: { ...WEEKLY, days: [4], holidays: 'move' } });
    expect(startsOf(body)).toEqual(expect.arrayContaining(['2026-09-28T09:00', '2026-10-08T09:00']));
  });

  test('one is changed by its own address; it and all after it together; the others stay', async () => {
    const { body } = await book();
    const [first, second] = body.meetings;
    const moved = await act(second.number, { action: 'change', start: '2026-10-08T14:00:00+08:00' });
    expect(moved.status).toBe(200);
    expect(startsOf(moved.body)).toEqual(expect.arrayContaining(['2026-10-08T14:00', '2026-10-16T14:00']));
    expect(moved.body.missed).toEqual([]);
    const alone = await call(app, { method: 'GET', url: `/api/meetings/${first.number}` });
    expect(alone.body.start).toBe(FIRST.start);
    const called = await act(second.number, { action: 'cancel', reason: '不开了' });
    expect(called.body.meetings).toHaveLength(moved.body.meetings.length);
    const left = await call(app, {
      method: 'GET',
      url: '/api/meetings?status=requested&from=2026-09-01&to=2026-11-01',
    });
    expect(left.body.items.map(({ number }: { number: string }) => number)).toEqual([first.number]);
  });

  test('the same key books once', async () => {
    const key = { 'idempotency-key': 'weekly-1' };
    const once = await book({}, key);
    const again = await book({}, key);
    expect([again.status, again.body]).toEqual([200, once.body]);
  });

  test('what does not validate, an unknown number and a viewer are refused', async () => {
    expect(
      (await book({ recurrence: { every: 'week', interval: 1, days: [], holidays: 'skip' } })).status,
    ).toBe(400);
    expect((await book({ end: FIRST.start })).status).toBe(400);
    expect((await act('M20260920-0099', { action: 'cancel' })).status).toBe(404);
    expect((await book({}, bearer('viewer'))).status).toBe(403);
  });
});
