import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '../../server/store/database.ts';
import { testDatabase } from '../support/database.ts';
import { bearer, call, testHttp } from '../support/http.ts';
import { testDesk } from '../support/small-desk.ts';

let database: OpenDatabase;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  app = testHttp(database, testDesk());
  await call(app, {
    method: 'POST',
    url: '/api/tickets',
    payload: { kind: 'fault', title: 'x', requester: { id: 'u' } },
  });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\\',
    "';--",
    '%',
    '2026-11-18',
    '2026-11-18T10:00:00+08:00',
    '🖨️',
    '302',
  ),
  fc.constantFrom('9999-12-31T23:59:59-23:59', '0000-01-01T00:00:00Z', '2026-11-18T25:00:00Z', '__proto__'),
);
const odd = fc.oneof(
  { weight: 3, arbitrary: oddText },
  fc.constantFrom(null, true, 0, -1, 1e308, 2 ** 53, 1.5, [], {}, [[]]),
  fc.jsonValue(),
);
const oneOf = (...values: string[]) => fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...values) }, odd);
const requester = fc.oneof(
  { weight: 4, arbitrary: fc.record({ id: oddText, name: odd, phone: odd }, { requiredKeys: ['id'] }) },
  odd,
);

const bodies = {
  '/api/tickets': fc.record(
    {
      kind: oneOf('fault', 'service'),
      title: oddText,
      requester,
      description: odd,
      urgency: oneOf('high'),
      location: fc.oneof(fc.record({ text: oddText, floor: odd }), odd),
      deadline: odd,
      quantity: odd,
      contact: odd,
    },
    { requiredKeys: ['kind', 'title', 'requester'] },
  ),
  '/api/tickets/T20261118-0001/actions': fc.record(
    {
      action: oneOf(
        'assign',
        'accept',
        'transfer',
        'hold',
        'resume',
        'resolve',
        'reopen',
        'comment',
        'urge',
        'close',
      ),
      team: odd,
      assignee: odd,
      reason: oneOf('parts'),
      until: odd,
      resolution: odd,
      text: odd,
      rating: odd,
      version: odd,
      actor: odd,
    },
    { requiredKeys: ['action'] },
  ),
  '/api/meetings': fc.record(
    {
      title: oddText,
      start: odd,
      end: odd,
      room: oddText,
      requester,
      attendees: odd,
      equipment: odd,
      layout: odd,
    },
    { requiredKeys: ['title', 'start', 'end', 'room', 'requester'] },
  ),
};

test.each(Object.entries(bodies))(
  '%s: whatever comes in, the answer is ours and not a failure',
  async (url, body) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 5, arbitrary: body }, fc.jsonValue()), async (payload) => {
        const headers = { ...bearer('dispatcher'), 'content-type': 'application/json' };
        const response = await app.inject({ method: 'POST', url, headers, payload: JSON.stringify(payload) });
        expect(response.statusCode, response.body).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  },
);

test.each(['/api/tickets', '/api/meetings'])(
  '%s: whatever is asked for, the answer is no failure',
  async (url) => {
    const names = fc.constantFrom(
      'requester',
      'status',
      'team',
      'q',
      'limit',
      'cursor',
      'from',
      'to',
      'room',
      'overdue',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(names, oddText), { maxLength: 4 }), async (pairs) => {
        const query = pairs
          .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
          .join('&');
        expect((await call(app, { method: 'GET', url: `${url}?${query}` })).status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  },
);

test('whatever stands in a number’s place, it is not found or not readable', async () => {
  await fc.assert(
    fc.asyncProperty(oddText, async (number) => {
      const url = `/api/tickets/x${encodeURIComponent(number.toWellFormed())}`;
      expect((await call(app, { method: 'GET', url })).status).toBeOneOf([400, 404]);
    }),
    { numRuns: 60 },
  );
});
