import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { testDatabase } from '../../../support/database.ts';
import { call, testHttp } from '../../../support/http.ts';
import { HOUR, NINE, testDesk } from '../../../support/small-desk.ts';

let database: OpenDatabase;
let app: FastifyInstance;
const desk = testDesk();

beforeAll(async () => {
  database = await testDatabase();
  app = testHttp(database, desk);
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const at = (clock: string, day = 19) => `2026-11-${day}T${clock}:00+08:00`;
const post = (url: string, payload: object) => call(app, { method: 'POST', url, payload });
const book = (changes: object) =>
  post('/api/meetings', {
    title: '会',
    room: '302',
    start: at('15:00'),
    end: at('16:30'),
    requester: { id: 'u1', department: '财务科' },
    ...changes,
  });
const figures = async (from: string, to: string) =>
  (await call(app, { method: 'GET', url: `/api/figures/meetings?from=${from}&to=${to}` })).body;

test('what was met about, by unit, room and things; what was called off; what broke meanwhile', async () => {
  await book({ equipment: ['microphone', 'tea'], quantities: { microphone: 3 } });
  await book({ room: '501', equipment: ['microphone'], requester: { id: 'u2' } });
  const { number } = (await book({ start: at('17:00'), end: at('18:00') })).body;
  await post(`/api/meetings/${number}/actions`, { action: 'cancel' });
  await book({ start: at('15:00', 20), end: at('16:00', 20) });
  desk.clock.now = NINE + 30.5 * HOUR;
  await post('/api/tickets', {
    kind: 'fault',
    title: '话筒没声音',
    requester: { id: 'u1' },
    location: { text: '302', room: '302' },
  });
  await database.db
    .updateTable('meeting')
    .set({
      used: '{"microphone": 3, "tea": 0}',
      rating: '{"score": 4, "text": null, "at": "2026-11-19T18:00:00+08:00"}',
    })
    .where('room', '=', '302')
    .execute();
  expect(await figures('2026-11-19', '2026-11-19')).toEqual({
    meetings: 2,
    hours: 3,
    cancelled: 1,
    byUnit: [
      { unit: '', meetings: 1, hours: 1.5 },
      { unit: '财务科', meetings: 1, hours: 1.5 },
    ],
    byRoom: [
      { room: '302', meetings: 1, hours: 1.5 },
      { room: '501', meetings: 1, hours: 1.5 },
    ],
    equipment: [
      { what: 'microphone', meetings: 2, pieces: 4 },
      { what: 'tea', meetings: 1, pieces: 1 },
    ],
    used: [{ what: 'microphone', pieces: 3 }],
    rating: { count: 1, average: 4 },
    faultsDuring: 1,
  });
  expect(await figures('2026-11-21', '2026-11-22')).toMatchObject({ meetings: 0, hours: 0, byUnit: [] });
});
