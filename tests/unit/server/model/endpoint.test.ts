import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createEndpoint } from '../../../../server/model/endpoint.ts';
import { type ModelServer, openModelServer, record } from '../../../support/model-server.ts';

const KEY = 'sk-not-to-be-told-0123456789';
const prompt = { system: 'rules', user: '{"message":"打印机"}' };
let server: ModelServer;

beforeAll(async () => {
  server = await openModelServer();
});
afterEach(() => server.reset());
afterAll(() => server.close());

const endpoint = (more: Partial<Parameters<typeof createEndpoint>[0]> = {}) =>
  createEndpoint({ baseUrl: server.url, apiKey: KEY, model: 'local', timeoutMs: 5000, ...more });
const ask = (to = endpoint(), signal = new AbortController().signal) => to.complete(prompt, signal);
const failure = (
  to = endpoint(),
  signal = new AbortController().signal,
): Promise<Error & { code?: string }> =>
  ask(to, signal).then(
    () => Promise.reject(new Error('no failure')),
    (error) => error,
  );

describe('a request to an endpoint', () => {
  it('asks for structured output at temperature 0, rules and message apart', async () => {
    server.next(record({ intent: 'greet' }));
    expect(await ask()).toEqual({ content: '{"intent":"greet"}', tokens: 100 });
    const [request] = server.requests;
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(request?.body).toMatchObject({
      model: 'local',
      temperature: 0,
      response_format: { type: 'json_schema', json_schema: { strict: true } },
      messages: [
        { role: 'system', content: 'rules' },
        { role: 'user', content: prompt.user },
      ],
    });
  });

  it('bears no key where none is set', async () => {
    await ask(endpoint({ apiKey: null }));
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  it.each([400, 422])('steps down to what the endpoint takes after %i, and stays there', async (status) => {
    server.next({ kind: 'status', status }, { kind: 'status', status }, record({ intent: 'greet' }));
    const one = endpoint();
    await ask(one);
    await ask(one);
    const formats = server.requests.map(({ body }) => body.response_format?.type ?? 'plain');
    expect(formats).toEqual(['json_schema', 'json_object', 'plain', 'plain']);
  });

  it('learns nothing from a refusal for another reason', async () => {
    const bad = { kind: 'status', status: 400 } as const;
    server.next(bad, bad, bad, bad);
    const one = endpoint();
    expect((await failure(one)).code).toBe('refused');
    await ask(one);
    expect(server.requests.at(-1)?.body.response_format?.type).toBe('json_schema');
  });

  it('counts no tokens where the endpoint tells none, or nonsense', async () => {
    for (const usage of [null, { total_tokens: -5 }, { total_tokens: 'many' }, { total_tokens: 1e15 }]) {
      server.next({ kind: 'content', content: '{}', usage });
      expect((await ask()).tokens).toBeNull();
    }
  });
});

describe('a failure of an endpoint', () => {
  it.each([
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [404, 'refused'],
    [429, 'rate_limited'],
    [500, 'unavailable'],
    [503, 'unavailable'],
  ])('under status %i is %s', async (status, code) => {
    server.next({
      kind: 'status',
      status,
      body: JSON.stringify({ error: { message: `bad key ${KEY} 打印机` } }),
    });
    const error = await failure();
    expect(error.code).toBe(code);
    expect(server.requests).toHaveLength(1);
    expect(JSON.stringify([error.message, error.stack, error])).not.toMatch(new RegExp(`${KEY}|打印机`));
    expect(error.cause).toBeUndefined();
  });

  it.each([
    ['retry-after', '2', 2000],
    ['retry-after-ms', '40', 40],
    ['retry-after', 'Wed, 18 Nov 2026 09:00:00 GMT', null],
    ['retry-after', '-1', null],
  ])('tells when to come back: %s %s', async (name, value, ms) => {
    server.next({ kind: 'status', status: 429, headers: { [name]: value } });
    expect(await failure()).toMatchObject({ code: 'rate_limited', retryAfterMs: ms });
  });

  it.each([
    ['no JSON', '<html>502</html>'],
    ['another thing', '{"object":"list","data":[]}'],
    ['no choice', '{"choices":[]}'],
    ['no words', '{"choices":[{"message":{"content":null,"refusal":"no"}}]}'],
    ['nothing', ''],
    ['null', 'null'],
  ])('is malformed with %s for a completion', async (_what, body) => {
    server.next({ kind: 'body', body });
    expect((await failure()).code).toBe('malformed');
  });

  it('is one of the network where the answer is cut off', async () => {
    server.next({ kind: 'cut_off', content: '{"intent":"greet"}' });
    expect((await failure()).code).toBe('network');
  });

  it('is one of the network where there is nobody', async () => {
    expect((await failure(endpoint({ baseUrl: 'http://127.0.0.1:1/v1' }))).code).toBe('network');
  });

  it('is there where the answer never ends: no more of it is read than an answer can have', async () => {
    server.next({ kind: 'endless', bytes: 50_000_000 });
    expect((await failure()).code).toBe('network');
  });

  it('is there where it sends the message elsewhere', async () => {
    const other = await openModelServer();
    server.next({ kind: 'status', status: 307, headers: { location: `${other.url}/chat/completions` } });
    expect((await failure()).code).toBe('refused');
    expect(other.requests).toEqual([]);
    await other.close();
  });

  it('is a time-out where the signal says so, before or within the answer', async () => {
    server.next({ kind: 'silent' });
    const controller = new AbortController();
    const waiting = failure(endpoint(), controller.signal);
    setTimeout(() => controller.abort(), 20);
    expect((await waiting).code).toBe('timeout');
  });
});
