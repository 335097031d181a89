import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deliverWebhooks, signatureOf } from '../../../server/webhooks/deliver.ts';
import { ADMIN, openTestDesk, silent, type TestDesk } from '../../support/desk.ts';

const SECRET = 'a-secret-of-enough-length';
const headers = { authorization: `Bearer ${ADMIN}` };
const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
let answers: number[] = [];
let desk: TestDesk;
let url = '';

const listener = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    heard.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
    response.statusCode = answers.shift() ?? 200;
    response.end();
  });
});

beforeAll(async () => {
  await new Promise<void>((ready) => listener.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/hook`;
  desk = await openTestDesk();
  const answer = await desk.desk.http.inject({
    method: 'POST',
    url: '/api/webhooks',
    headers,
    payload: { url, secret: SECRET },
  });
  expect(answer.statusCode).toBe(200);
});
afterAll(async () => {
  listener.close();
  await desk.close();
});
beforeEach(() => {
  heard.length = 0;
  answers = [];
});

const deliver = () =>
  deliverWebhooks({
    db: desk.desk.turn.db,
    fetch,
    log: silent,
    now: () => desk.clock.now,
    jitter: () => 0,
  });
const open = async () => {
  const payload = { kind: 'fault', title: '打印机卡纸', requester: { id: 'u1' } };
  const answer = await desk.desk.http.inject({ method: 'POST', url: '/api/tickets', headers, payload });
  return answer.json().number as string;
};
const accept = (number: string) =>
  desk.desk.http.inject({
    method: 'POST',
    url: `/api/tickets/${number}/actions`,
    headers,
    payload: { action: 'accept', assignee: '李明' },
  });
const events = () => heard.map(({ body }) => JSON.parse(body).event);

test('every change is told, in order, under a signature that the secret proves', async () => {
  const number = await open();
  await accept(number);
  while (await deliver());
  expect(events()).toEqual(['ticket.created', 'ticket.accept']);
  const [first] = heard;
  expect(JSON.parse(first?.body ?? '')).toMatchObject({ ticket: { number, status: 'assigned' } });
  const timestamp = String(first?.headers['x-desk-timestamp']);
  expect(first?.headers['x-desk-signature']).toBe(signatureOf(SECRET, timestamp, first?.body ?? ''));
});

test('what is not taken is tried again, and holds back what comes after it', async () => {
  answers = [503];
  const number = await open();
  await accept(number);
  await deliver();
  await deliver();
  expect(events()).toEqual(['ticket.created']);
  desk.clock.pass(60_000);
  while (await deliver());
  expect(events()).toEqual(['ticket.created', 'ticket.created', 'ticket.accept']);
  expect(heard[0]?.headers['x-desk-delivery']).toBe(heard[1]?.headers['x-desk-delivery']);
});

test('one that never answers is given up, and those behind it go on', async () => {
  answers = Array(14).fill(500);
  const number = await open();
  for (let attempt = 0; attempt < 14; attempt += 1) {
    await deliver();
    desk.clock.pass(20 * 60_000);
  }
  await accept(number);
  while (await deliver());
  expect(events().at(-1)).toBe('ticket.accept');
});

test('only an admin names addresses; one can be ended', async () => {
  const inject = (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) =>
    desk.desk.http.inject({ method, url: path, headers, ...(payload ? { payload } : {}) });
  expect((await inject('POST', '/api/webhooks', { url: 'ftp://x.example/a' })).statusCode).toBe(400);
  expect((await inject('POST', '/api/webhooks', { url: 'http://a:b@x.example/' })).statusCode).toBe(400);
  const [hook] = (await inject('GET', '/api/webhooks')).json().items;
  expect(hook).toMatchObject({ url });
  expect(JSON.stringify(hook)).not.toContain(SECRET);
  expect((await inject('DELETE', `/api/webhooks/${hook.id}`)).statusCode).toBe(204);
  expect((await inject('DELETE', `/api/webhooks/${hook.id}`)).statusCode).toBe(404);
});
