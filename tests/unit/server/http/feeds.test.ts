import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { testDatabase } from '../../../support/database.ts';
import { bearer, call, testHttp } from '../../../support/http.ts';
import { testDesk } from '../../../support/small-desk.ts';

let database: OpenDatabase;
let app: FastifyInstance;
const NOBODY = { authorization: '' };

beforeAll(async () => {
  database = await testDatabase();
  app = testHttp(database, testDesk());
  const at = (clock: string) => `2026-11-19T${clock}:00+08:00`;
  const meeting = { title: '半年工作会', start: at('15:00'), end: at('17:00'), equipment: ['microphone'] };
  for (const [room, id] of [
    ['302', 'u1'],
    ['501', 'u2'],
  ])
    await call(app, {
      method: 'POST',
      url: '/api/meetings',
      payload: { ...meeting, room, requester: { id, department: '财务科' } },
    });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const pathOf = async (kind: string, id: string) =>
  (await call(app, { method: 'GET', url: `/api/feeds?kind=${kind}&id=${encodeURIComponent(id)}` })).body.path;
const read = (url: string) => app.inject({ method: 'GET', url, headers: NOBODY });

test.each([
  ['room', '302', ['M20261118-0001']],
  ['person', 'web:u2', ['M20261118-0002']],
  ['crew', 'desktop', ['M20261118-0001', 'M20261118-0002']],
  ['meeting', 'M20261118-0001', ['M20261118-0001']],
])('the feed of a %s, without a token, has its meetings', async (kind, id, numbers) => {
  const { statusCode, headers, body } = await read(await pathOf(kind, id));
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toContain('text/calendar');
  expect([...body.matchAll(/UID:(M\d{8}-\d{4})@/g)].map(([, number]) => number)).toEqual(numbers);
  expect(body).toContain('DTSTART:20261119T070000Z');
  expect(body).toContain('SUMMARY:半年工作会');
});

test('another feed’s key, none, and a meeting that is not there: 404 alike', async () => {
  const path = await pathOf('room', '302');
  expect((await read(path.replace('/302/', '/501/'))).statusCode).toBe(404);
  expect((await read('/feeds/room/302/x.ics')).statusCode).toBe(404);
  expect((await read(await pathOf('meeting', 'M20261118-0404'))).statusCode).toBe(404);
});

test('addresses are given to dispatchers alone', async () => {
  const answer = await call(app, {
    method: 'GET',
    url: '/api/feeds?kind=room&id=302',
    headers: bearer('viewer'),
  });
  expect(answer.status).toBe(403);
});
