/** Two servers on one PostgreSQL, with one Redis between them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnPostgres, ownPostgres } from '../support/postgres.ts';
import { ownFolder, type RunningServer, request, startServer } from '../support/server-process.ts';

const TOKEN = 'admin-token-0123456789';
const folders = [ownFolder(), ownFolder()] as const;
let database: OwnPostgres;
let one: RunningServer;
let other: RunningServer;

beforeAll(async () => {
  database = await ownPostgres();
  const env = {
    DATABASE_URL: database.url,
    REDIS_URL: process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379',
    API_TOKENS: `admin:${TOKEN}`,
  };
  // Together on an empty database: one of them migrates it, the other waits for that.
  // The first does no queued work, so what it hears of the second comes through Redis alone.
  [one, other] = await Promise.all([
    startServer(folders[0].path, { ...env, ROLE: 'web' }),
    startServer(folders[1].path, env),
  ]);
});

afterAll(async () => {
  await Promise.all([one?.stop(), other?.stop()]);
  await database?.drop();
  for (const folder of folders) folder.remove();
});

it('a page on one hears at once of what happens on the other', async () => {
  const leaving = new AbortController();
  const events = await fetch(`${one.url}/api/events`, {
    headers: { authorization: `Bearer ${TOKEN}` },
    signal: leaving.signal,
  });
  const heard = (async () => {
    let text = '';
    for await (const chunk of events.body ?? []) {
      text += Buffer.from(chunk).toString('utf8');
      if (/"type":"ticket"/.test(text)) return text;
    }
    return text;
  })();
  // Said until it is heard: a server that has just come up may still be joining the others.
  let done = false;
  heard.finally(() => {
    done = true;
  });
  for (let count = 0; !done && count < 200; count += 1) {
    const body = { kind: 'fault', title: `打印机卡纸 ${count}`, requester: { id: 'u1' } };
    expect((await request(other.url, '/api/tickets', { token: TOKEN, body })).status).toBe(201);
  }
  expect(await heard).toContain('"type":"ticket"');
  leaving.abort();
});

it('a conversation goes on wherever its next message arrives', async () => {
  const say = (server: RunningServer, messageId: string, text: string) =>
    request(server.url, '/api/chat/messages', {
      token: TOKEN,
      body: { messageId, user: { id: 'u-two', phone: '8012' }, text },
    });
  await say(one, 'a', '三楼302打印机卡纸了');
  const draft = await say(other, 'b', '没解决');
  expect(draft.body.replies[0].card.title).toBe('报修单（待提交）');
  const opened = await say(one, 'c', '提交');
  const number = opened.body.replies[0].ticket;
  expect(number).toMatch(/^T\d{8}-\d{4}$/);
  const again = await say(other, 'c', '提交');
  expect(again.body).toEqual(opened.body);
  const { body } = await request(other.url, '/api/tickets?requester=u-two', { token: TOKEN });
  expect(body.items.map((ticket: { number: string }) => ticket.number)).toEqual([number]);
});
