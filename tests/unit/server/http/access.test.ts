import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../../../server/config.ts';
import { requireRole } from '../../../../server/http/access.ts';
import { tokenBuckets } from '../../../../server/limits.ts';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { testDatabase } from '../../../support/database.ts';
import { bearer, testHttp } from '../../../support/http.ts';
import { testDesk } from '../../../support/small-desk.ts';

let database: OpenDatabase;
let app: FastifyInstance;
let session: Role | null = null;

beforeAll(async () => {
  database = await testDatabase();
  app = testHttp(database, testDesk(), { sessionRole: () => session });
  app.register(async (scope) => {
    scope.post('/api/chat/messages', requireRole('chat'), async () => ({ replies: [] }));
    scope.post('/api/open', requireRole('public'), async ({ caller }) => ({ caller }));
    scope.get('/metrics', requireRole('viewer_or_loopback'), async () => 'up 1');
    scope.get('/page', async () => 'hello');
  });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const status = async (method: 'GET' | 'POST' | 'DELETE', url: string, headers = {}, payload?: string) =>
  (await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })).statusCode;

const LIST = ['GET', '/api/tickets'] as const;
const ONE = ['GET', '/api/tickets/T20261118-0404'] as const;
const OPEN = ['POST', '/api/tickets'] as const;
const ACT = ['POST', '/api/tickets/T20261118-0404/actions'] as const;
const MEET = ['POST', '/api/meetings'] as const;
const CHAT = ['POST', '/api/chat/messages'] as const;
const UNKNOWN = ['GET', '/api/nothing'] as const;

describe('roles', () => {
  test.each<[Role, readonly ['GET' | 'POST', string], number]>([
    ['chat', CHAT, 200],
    ['chat', LIST, 403],
    ['chat', ONE, 403],
    ['chat', OPEN, 403],
    ['chat', UNKNOWN, 403],
    ['viewer', LIST, 200],
    ['viewer', ONE, 404],
    ['viewer', OPEN, 403],
    ['viewer', ACT, 403],
    ['viewer', MEET, 403],
    ['viewer', CHAT, 403],
    ['viewer', UNKNOWN, 404],
    ['dispatcher', LIST, 200],
    ['dispatcher', OPEN, 400],
    ['dispatcher', ACT, 400],
    ['dispatcher', MEET, 400],
    ['dispatcher', CHAT, 403],
    ['admin', LIST, 200],
    ['admin', OPEN, 400],
    ['admin', CHAT, 200],
  ])('%s: %s answers %i', async (role, [method, url], expected) => {
    const payload = method === 'POST' ? '{}' : undefined;
    const headers = { ...bearer(role), ...(payload ? { 'content-type': 'application/json' } : {}) };
    expect(await status(method, url, headers, payload)).toBe(expected);
  });
});

describe('without a good token', () => {
  const BROKEN = '{"kind": ';
  const json = { 'content-type': 'application/json' };

  test.each([
    ['no header', {}],
    ['an unknown token', { authorization: 'Bearer nobody-token-012345678' }],
    ['a token that is nearly right', { authorization: 'Bearer admin-token-012345678' }],
    ['no scheme', { authorization: 'admin-token-0123456789' }],
    ['another scheme', { authorization: 'Basic admin-token-0123456789' }],
    ['two tokens', { authorization: 'Bearer admin-token-0123456789 x' }],
    ['nothing after the scheme', { authorization: 'Bearer ' }],
  ])('%s: 401 on every address, before the body is looked at', async (_, headers) => {
    for (const [method, url] of [LIST, ONE, OPEN, ACT, MEET, CHAT, UNKNOWN])
      expect(await status(method, url, { ...headers, ...json }, BROKEN), url).toBe(401);
  });

  test('a wrong role is refused before the body is looked at, however large', async () => {
    const headers = { ...bearer('viewer'), ...json };
    expect(await status('POST', '/api/tickets', headers, BROKEN)).toBe(403);
    expect(await status('POST', '/api/tickets', headers, 'x'.repeat(2_000_000))).toBe(403);
  });

  test('the scheme may be written in any case', async () => {
    expect(await status(...LIST, { authorization: 'bearer viewer-token-0123456789' })).toBe(200);
  });

  test('the answer is a problem that says how to come in', async () => {
    const response = await app.inject({ method: 'GET', url: '/api/tickets' });
    expect(response.headers['www-authenticate']).toBe('Bearer');
    expect(response.headers['content-type']).toBe('application/problem+json');
    expect(response.json()).toMatchObject({ status: 401, title: 'Unauthorized' });
  });

  test('what is public needs none; outside /api/ an address is public unless it says otherwise', async () => {
    expect(await status('POST', '/api/open')).toBe(200);
    expect(await status('GET', '/page')).toBe(200);
    expect(await status('GET', '/nothing')).toBe(404);
  });
});

describe('metrics and docs', () => {
  test.each(['/metrics', '/docs', '/openapi.json'])(
    '%s: open to this machine, else for viewers',
    async (url) => {
      const from = (remoteAddress: string, headers = {}) =>
        app.inject({ method: 'GET', url, remoteAddress, headers });
      expect((await from('127.0.0.1')).statusCode).toBe(200);
      expect((await from('::1')).statusCode).toBe(200);
      expect((await from('::ffff:127.0.0.1')).statusCode).toBe(200);
      expect((await from('10.0.0.7')).statusCode).toBe(401);
      expect((await from('127.0.0.1', { 'x-forwarded-for': '10.0.0.7' })).statusCode).toBe(401);
      expect((await from('10.0.0.7', bearer('chat'))).statusCode).toBe(403);
      expect((await from('10.0.0.7', bearer('viewer'))).statusCode).toBe(200);
    },
  );
});

describe('a signed-in browser', () => {
  const json = { 'content-type': 'application/json', host: 'desk.local' };

  test('reads with its cookie alone', async () => {
    session = 'viewer';
    expect(await status(...LIST)).toBe(200);
    session = null;
    expect(await status(...LIST)).toBe(401);
  });

  test('changes something only from a page of this site', async () => {
    session = 'dispatcher';
    const post = (headers: object) => status('POST', '/api/tickets', { ...json, ...headers }, '{}');
    expect(await post({})).toBe(403);
    expect(await post({ 'sec-fetch-site': 'cross-site', origin: 'http://desk.local' })).toBe(403);
    expect(await post({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await post({ origin: 'http://evil.example' })).toBe(403);
    expect(await post({ origin: 'null' })).toBe(403);
    expect(await post({ 'sec-fetch-site': 'same-origin' })).toBe(400);
    expect(await post({ origin: 'http://desk.local' })).toBe(400);
    session = null;
  });

  test('a bad token is not mended by a cookie', async () => {
    session = 'admin';
    expect(await status(...LIST, { authorization: 'Bearer nobody-token-012345678' })).toBe(401);
    session = null;
  });
});

describe('excess', () => {
  test('one token’s excess is answered with 429 and when to come back, and is not another’s', async () => {
    const limited = testHttp(database, testDesk(), { limiter: tokenBuckets({ perMinute: 4, now: () => 0 }) });
    const list = (role: Role) =>
      limited.inject({ method: 'GET', url: '/api/tickets', headers: bearer(role) });
    expect([(await list('viewer')).statusCode, (await list('viewer')).statusCode]).toEqual([200, 200]);
    const refused = await list('viewer');
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBe('15');
    expect((await list('dispatcher')).statusCode).toBe(200);
    await limited.close();
  });
});
