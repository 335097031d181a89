/** What a running server answers besides its work, to whom, and what it says in its log. */
import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  adminTokenOf,
  ownFolder,
  ownStorage,
  type RunningServer,
  request,
  startServer,
} from '../support/server-process.ts';

const PATIENCE = { timeout: 60_000 };
const folder = ownFolder();
let storage: Awaited<ReturnType<typeof ownStorage>>;
let server: RunningServer;
let token: string;

beforeAll(async () => {
  storage = await ownStorage();
  server = await startServer(folder.path, { ...storage.env, SENDER_LIMIT_PER_MINUTE: '20' });
  token = adminTokenOf(folder.path);
}, 90_000);

afterAll(async () => {
  await server.stop();
  await storage.drop();
  folder.remove();
}, 60_000);

const get = (path: string, headers: Record<string, string> = {}) => request(server.url, path, { headers });

/** As a browser that was led here under another name: fetch would not let `Host` be set. */
function withHost(host: string, path = '/'): Promise<http.IncomingHttpHeaders> {
  return new Promise((resolve, reject) => {
    const outgoing = http.get(`${server.url}${path}`, { headers: { host } }, (incoming) => {
      incoming.resume();
      resolve(incoming.headers);
    });
    outgoing.on('error', reject);
  });
}

describe('for those who watch it', () => {
  it('says that it lives and can take work', async () => {
    expect(await get('/healthz')).toMatchObject({ status: 200, body: { ok: true } });
    expect(await get('/readyz')).toMatchObject({ status: 200, body: { ok: true } });
  });

  it('gives figures to this machine, and to others with a token', async () => {
    const { status, headers, body } = await get('/metrics');
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
    expect(body).toMatch(/^process_resident_memory_bytes \d+/m);
    const from = { 'x-forwarded-for': '203.0.113.9' };
    expect((await get('/metrics', from)).status).toBe(401);
    expect((await get('/metrics', { ...from, authorization: `Bearer ${token}` })).status).toBe(200);
  });

  it('describes its whole API', async () => {
    const { status, body } = await get('/openapi.json');
    expect([status, body.openapi]).toEqual([200, '3.1.0']);
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        '/api/chat/messages',
        '/api/tickets',
        '/api/tickets/{number}',
        '/api/tickets/{number}/actions',
        '/api/meetings',
        '/api/meetings/{number}',
        '/api/meetings/{number}/actions',
        '/healthz',
        '/readyz',
      ]),
    );
    expect((await get('/docs')).body).toContain('/api/tickets/{number}/actions');
  });
});

describe('the page', () => {
  it('comes under a policy that lets nothing from elsewhere in', async () => {
    const { status, headers } = await get('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(status).toBe(200);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('signs this machine in with a cookie that no script reads and no other site sends', async () => {
    const cookie = (await get('/')).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(cookie).not.toContain(token);
    const session = { cookie: cookie.split(';')[0] ?? '' };
    expect((await get('/api/session', session)).body).toEqual({ role: 'admin', local: true });
    expect((await get('/api/tickets', session)).status).toBe(200);
  });

  it('signs nobody in under a name that is not this machine, nor through a proxy', async () => {
    expect((await withHost('127.0.0.1'))['set-cookie']).toBeDefined();
    for (const host of [
      'evil.example',
      'evil.example:3000',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
    ])
      expect((await withHost(host))['set-cookie']).toBeUndefined();
    expect((await get('/', { 'x-forwarded-for': '203.0.113.9' })).headers.get('set-cookie')).toBeNull();
  });

  it('of another site cannot act with the cookie', async () => {
    const cookie = (await get('/')).headers.get('set-cookie')?.split(';')[0] ?? '';
    const body = { kind: 'fault', title: '打印机卡纸', requester: { id: 'u1' } };
    const act = (headers: Record<string, string>) =>
      request(server.url, '/api/tickets', { body, headers: { cookie, ...headers } });
    expect((await act({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await act({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await act({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
  });
});

describe('chat', PATIENCE, () => {
  const say = (user: string, messageId: string, text: string) =>
    request(server.url, '/api/chat/messages', { token, body: { messageId, user: { id: user }, text } });

  it('takes 20,000 characters and no more', async () => {
    expect((await say('writer', 'w1', '卡'.repeat(20_000))).status).toBe(200);
    const { status, body } = await say('writer', 'w2', '卡'.repeat(20_001));
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ path: 'text' })]]);
  });

  it('limits one sender and leaves the others alone', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => say('flood', `f${index}`, '你好')),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(30);
    for (const { headers } of refused) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(5);
    expect((await say('neighbour', 'n1', '你好')).status).toBe(200);
  });
});

describe('the log', PATIENCE, () => {
  it('holds events and ids; no words, telephone number, name or token', async () => {
    const post = (path: string, body: unknown) => request(server.url, path, { token, body });
    const user = { id: 'u-log', name: '欧阳慕白', department: '档案七科', phone: '13912345678' };
    const text = '档案库房的密集架控制屏花屏了，抽屉编号甲辰';
    await post('/api/chat/messages', { messageId: 'log-1', user, text });
    await post('/api/chat/messages', { messageId: 'log-2', user, action: { id: 'gone', value: '甲辰' } });
    const { body } = await post('/api/tickets', { kind: 'fault', title: text, requester: user });
    await post(`/api/tickets/${body.number}/actions`, { action: 'comment', text: '甲辰柜已断电' });
    await post('/api/tickets', { kind: 'nonsense', title: text, requester: user });
    await get(`/api/tickets?q=${encodeURIComponent('甲辰')}`, { authorization: `Bearer ${token}x` });
    const log = server.stderr();
    expect(log).toContain('http.answered');
    expect(log).not.toMatch(/欧阳|慕白|档案|13912345678|甲辰|密集架/);
    expect(log).not.toContain(encodeURIComponent('甲辰'));
    expect(log).not.toContain(token);
    for (const line of log.split('\n').filter((one) => one.startsWith('{'))) JSON.parse(line);
  });
});
