import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createConnection } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requireRole } from '../../../../server/http/access.ts';
import { PROBLEMS, ProblemError } from '../../../../server/problems.ts';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { testDatabase } from '../../../support/database.ts';
import { bearer, testHttp } from '../../../support/http.ts';
import { testDesk } from '../../../support/small-desk.ts';

let database: OpenDatabase;
let app: FastifyInstance;

const throws: Record<string, () => never> = {
  refused: () => {
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  },
  shutdown: () => {
    throw Object.assign(new Error('terminating connection'), { code: '57P01' });
  },
  cut: () => {
    throw new Error('Connection terminated unexpectedly');
  },
  deadlock: () => {
    throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
  },
  fault: () => {
    throw new Error('secret internals');
  },
  text: () => {
    throw 'a text';
  },
};

beforeAll(async () => {
  database = await testDatabase();
  app = testHttp(database, testDesk());
  app.register(async (scope) => {
    for (const [name, fail] of Object.entries(throws))
      scope.get(`/throws/${name}`, requireRole('public'), async () => fail());
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const post = (payload: string | Buffer, headers = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/tickets',
    payload,
    headers: { ...bearer('dispatcher'), 'content-type': 'application/json', ...headers },
  });

describe('bodies', () => {
  test.each([
    ['half a body', '{"kind": "fault"', 400],
    ['an empty body', '', 400],
    ['no object', '[1]', 400],
    ['null', 'null', 400],
    [
      'a prototype in it',
      '{"__proto__": {"vip": true}, "kind": "fault", "title": "x", "requester": {"id": "u"}}',
      400,
    ],
    ['a million and one bytes', `{"title": "${'x'.repeat(999_999)}"}`, 413],
    ['a hundred thousand brackets', '['.repeat(100_000), 400],
  ])('%s: a problem', async (_, payload, status) => {
    const response = await post(payload);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toBe('application/problem+json');
    expect(response.json()).toMatchObject({ status, type: expect.any(String), title: expect.any(String) });
  });

  test.each([
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
  ])('%s: 415', async (type) => {
    const response = await post('kind=fault', { 'content-type': type });
    expect(response.statusCode).toBe(415);
    expect(response.headers['content-type']).toBe('application/problem+json');
  });

  test('of a doubled key the last one counts', async () => {
    const body = '{"kind": "fault", "kind": "service", "title": "x", "requester": {"id": "u"}}';
    expect((await post(body)).json()).toMatchObject({ kind: 'service' });
  });
});

describe('what goes wrong here', () => {
  test.each(['refused', 'shutdown', 'cut', 'deadlock'])('%s: 503 and when to come back', async (name) => {
    const response = await app.inject({ method: 'GET', url: `/throws/${name}` });
    expect(response.statusCode).toBe(503);
    expect(response.headers['retry-after']).toBe('5');
    expect(response.json()).toMatchObject({ status: 503 });
  });

  test.each(['fault', 'text'])('%s: 500 that tells nothing of the inside', async (name) => {
    const response = await app.inject({ method: 'GET', url: `/throws/${name}` });
    expect(response.statusCode).toBe(500);
    expect(response.headers['content-type']).toBe('application/problem+json');
    expect(response.body).not.toMatch(/secret|a text|stack/);
  });
});

test('an unknown address, and an address that cannot be read, are problems', async () => {
  for (const [url, status] of [
    ['/nothing', 404],
    ['/api/nothing', 404],
    ['/%zz', 400],
    [`/api/tickets/${'9'.repeat(2000)}`, 404],
  ] as const) {
    const response = await app.inject({ method: 'GET', url, headers: bearer('viewer') });
    expect(response.statusCode, url.slice(0, 20)).toBe(status);
    expect(response.headers['content-type'], url).toBe('application/problem+json');
  }
});

test('what is no HTTP is told so', async () => {
  const { port } = app.server.address() as AddressInfo;
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => socket.write('HELLO\r\n\r\n'));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('end', () => resolve(text)).on('error', reject);
  });
  expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request/);
  expect(answer).toMatch(/application\/problem\+json/);
});

test.each([
  ['without a token', 401, {}],
  ['with too large a body', 413, bearer('dispatcher')],
] as const)('who is refused %s while still sending gets the answer', async (_, status, headers) => {
  const { port } = app.server.address() as AddressInfo;
  const body = Buffer.alloc(6_000_000, 'x');
  const head = { ...headers, 'content-type': 'application/json', 'content-length': body.length };
  const answered = await new Promise((resolve, reject) => {
    const options = {
      port,
      host: '127.0.0.1',
      path: '/api/tickets',
      method: 'POST',
      headers: head,
      agent: false,
    };
    const sending = request(options, (response) => {
      response.resume();
      sending.once('finish', () => resolve(response.statusCode));
      if (sending.writableFinished) resolve(response.statusCode);
    });
    sending.once('error', reject);
    sending.end(body);
  });
  expect(answered).toBe(status);
});

test('every code has a page of its own to lead to', async () => {
  const page = await app.inject({ method: 'GET', url: '/docs' });
  for (const code of Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]) {
    const { body } = new ProblemError(code);
    expect(page.body).toContain(`id="${body.type.split('#')[1]}"`);
  }
});
