import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reply } from '../../../../bot/reply.ts';
import { ADMIN, openTestDesk, type TestDesk } from '../../../support/desk.ts';

const CHAT = 'chat-token-for-tests';
let desk: TestDesk;
let count = 0;

beforeAll(async () => {
  desk = await openTestDesk({
    env: { API_TOKENS: `admin:${ADMIN},chat:${CHAT}`, SENDER_LIMIT_PER_MINUTE: '120' },
  });
});
afterAll(() => desk.close());

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: { replies?: Reply[]; detail?: string; errors?: { path: string }[]; items?: unknown[] };
}

async function call(method: 'GET' | 'POST', url: string, payload?: unknown, token = CHAT): Promise<Answer> {
  const response = await desk.desk.http.inject({
    method,
    url,
    headers: { authorization: `Bearer ${token}`, ...(payload ? { 'content-type': 'application/json' } : {}) },
    ...(payload ? { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) } : {}),
  });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}

const message = (user: string, text: string, extra: object = {}) => {
  count += 1;
  return { messageId: `h${count}`, user: { id: user }, text, ...extra };
};
const post = (payload: unknown) => call('POST', '/api/chat/messages', payload);

describe('POST /api/chat/messages', () => {
  test('answers with the replies in order; the text alone says all that the card says', async () => {
    const { status, body } = await post(message('u1', '三楼302打印机卡纸了'));
    expect(status).toBe(200);
    const [reply] = body.replies ?? [];
    expect(reply?.articles?.[0]).toBe('printer-paper-jam');
    for (const { label, value } of reply?.card?.fields ?? [])
      expect(reply?.text).toContain(`${label}：${value}`);
    for (const { label } of reply?.card?.actions ?? []) expect(reply?.text).toContain(label);
  });

  test('the same messageId of the same user has its effects once and gets the same answer', async () => {
    const first = message('u2', '转人工');
    const [once, again] = [await post(first), await post(first)];
    expect(again.body).toEqual(once.body);
    const tickets = await call('GET', '/api/tickets?requester=u2', undefined, ADMIN);
    expect(tickets.body.items).toHaveLength(1);
  });

  test('the same messageId sent at once in parallel has one effect', async () => {
    const same = message('u3', '转人工');
    const answers = await Promise.all([post(same), post(same), post(same)]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const tickets = await call('GET', '/api/tickets?requester=u3', undefined, ADMIN);
    expect(tickets.body.items).toHaveLength(1);
  });

  test('the same messageId of another user is another message', async () => {
    const body = { messageId: 'same-id', text: '你好' };
    const [a, b] = [await post({ ...body, user: { id: 'u4' } }), await post({ ...body, user: { id: 'u5' } })];
    expect(a.body.replies).toHaveLength(1);
    expect(b.body.replies).toHaveLength(1);
  });

  test('ids that only look alike when glued together are kept apart', async () => {
    const one = await post({ messageId: 'c', user: { id: 'a:b' }, text: '转人工' });
    const other = await post({ messageId: 'b:c', user: { id: 'a' }, text: '你好' });
    expect(one.body.replies?.[0]?.ticket).toBeDefined();
    expect(other.body.replies?.[0]?.ticket).toBeUndefined();
  });

  test('a button of a card that is gone gets 200 and a reply that says so', async () => {
    const { status, body } = await post({
      messageId: 'gone',
      user: { id: 'u6' },
      action: { id: 'solved', value: 'f99' },
    });
    expect(status).toBe(200);
    expect(body.replies?.[0]?.text).toMatch(/过期|失效/);
  });

  test('a button pressed twice does its work once', async () => {
    const user = { id: 'u7', phone: '8012' };
    await post({ messageId: 'u7-1', user, text: '三楼302打印机卡纸了' });
    const summary = await post({ messageId: 'u7-2', user, text: '没解决' });
    const submit = summary.body.replies?.at(-1)?.card?.actions[0];
    const action = { id: submit?.id ?? '', value: submit?.value ?? '' };
    const [first, second] = [
      await post({ messageId: 'u7-3', user, action }),
      await post({ messageId: 'u7-4', user, action }),
    ];
    expect(first.body.replies?.[0]?.ticket).toMatch(/^T\d{8}-\d{4}$/);
    expect(second.body.replies?.[0]?.text).toMatch(/过期|失效/);
    const tickets = await call('GET', '/api/tickets?requester=u7', undefined, ADMIN);
    expect(tickets.body.items).toHaveLength(1);
  });
});

describe('bad input gets a clear answer and loses nothing', () => {
  test.each([
    ['neither text nor action', { messageId: 'x', user: { id: 'u' } }, 'text'],
    ['both', { messageId: 'x', user: { id: 'u' }, text: 'a', action: { id: 'a', value: 'b' } }, 'text'],
    ['an unknown kind of update', { messageId: 'x', user: { id: 'u' }, sticker: 'smile' }, 'text'],
    ['an empty text', { messageId: 'x', user: { id: 'u' }, text: '' }, 'text'],
    ['a blank text', { messageId: 'x', user: { id: 'u' }, text: '  \n ' }, 'text'],
    ['20,001 characters', { messageId: 'x', user: { id: 'u' }, text: '字'.repeat(20_001) }, 'text'],
    ['no user', { messageId: 'x', text: 'a' }, 'user'],
    ['a user without an id', { messageId: 'x', user: {}, text: 'a' }, 'user.id'],
    ['a number for a text', { messageId: 'x', user: { id: 'u' }, text: 5 }, 'text'],
    ['a NUL character', { messageId: 'x', user: { id: 'u' }, text: 'a\u0000b' }, 'text'],
    ['half a surrogate pair', { messageId: 'x', user: { id: 'u' }, text: 'a\ud83d' }, 'text'],
    ['no messageId', { user: { id: 'u' }, text: 'a' }, 'messageId'],
  ])('%s: 400 that names the field', async (_name, payload, path) => {
    const { status, body } = await post(payload);
    expect(status).toBe(400);
    expect(body.errors?.map((error) => error.path)).toContain(path);
  });

  test('malformed JSON: 400', async () => {
    expect((await post('{"messageId": "x", ')).status).toBe(400);
  });

  test('20,000 characters are taken', async () => {
    const { status, body } = await post(message('long', '打印机坏了'.repeat(4000)));
    expect(status).toBe(200);
    expect(body.replies?.length).toBeGreaterThan(0);
  });

  test('a message of blanks that a person would see as empty is refused, one of emoji is answered', async () => {
    expect((await post(message('emoji', '👍'))).status).toBe(200);
  });

  test("one sender's flood is limited, another is served", async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 80; index += 1) statuses.push((await post(message('flood', '你好'))).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(60);
    const limited = await post(message('flood', '你好'));
    expect(limited.status).toBe(429);
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
    expect((await post(message('calm', '你好'))).status).toBe(200);
  });
});

describe('who may', () => {
  test('a chat token reads nothing', async () => {
    for (const url of [
      '/api/chat/messages?user=u1',
      '/api/tickets',
      '/api/groups/dispatch/messages',
      '/api/events',
      '/api/dead-letters',
    ])
      expect((await call('GET', url)).status, url).toBe(403);
  });

  test('no token: 401, whatever the address and body', async () => {
    for (const url of ['/api/chat/messages', '/api/nothing', '/api/groups/none/messages']) {
      const response = await desk.desk.http.inject({ method: 'POST', url, payload: '{' });
      expect(response.statusCode, url).toBe(401);
    }
  });
});

describe('the feed of a chat', () => {
  test('shows what was said, pressed and answered, in order, and then only what is new', async () => {
    const user = { id: 'feed' };
    await post({ messageId: 'f1', user, text: '打印机卡纸了' });
    const offer = await call('GET', '/api/chat/messages?user=feed', undefined, ADMIN);
    const { items, next } = offer.body as unknown as {
      items: { from: string; text?: string; reply?: Reply }[];
      next: string;
    };
    expect(items.map((item) => item.from)).toEqual(['user', 'desk']);
    const solved = items[1]?.reply?.card?.actions[0];
    await post({ messageId: 'f2', user, action: { id: solved?.id, value: solved?.value } });
    const later = await call('GET', `/api/chat/messages?user=feed&after=${next}`, undefined, ADMIN);
    const more = (later.body.items ?? []) as { from: string; text?: string }[];
    expect(more.map((item) => item.text ?? item.from)).toEqual(['已解决', 'desk']);
  });

  test('a cursor that is none of ours: 400', async () => {
    expect((await call('GET', '/api/chat/messages?user=feed&after=abc', undefined, ADMIN)).status).toBe(400);
  });
});
