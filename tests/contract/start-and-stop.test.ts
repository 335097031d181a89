/** The life of the process: one at a time in a data folder, a clean end, an unclean one. */
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  adminTokenOf,
  ownFolder,
  ownStorage,
  type RunningServer,
  request,
  runScript,
  startServer,
} from '../support/server-process.ts';

const PATIENCE = { timeout: 90_000 };

const message = (index: number) => ({
  messageId: `flight-${index}`,
  user: { id: `passenger-${index}`, phone: '8012' },
  text: '三楼302打印机卡纸了',
});

interface Flight {
  /** Sends the body, and gives what came of it. */
  land(): Promise<{ status: number; replies: unknown[] }>;
}

/** As browsers do: a connection for each, kept open for more. */
const agent = new http.Agent({ keepAlive: true });

/** A message that the server has begun to take: its head is read (100 Continue says so), its body is awaited. */
async function takeOff(server: RunningServer, token: string, index: number): Promise<Flight> {
  const outgoing = http.request(`${server.url}/api/chat/messages`, {
    method: 'POST',
    agent,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      expect: '100-continue',
    },
  });
  outgoing.flushHeaders();
  await once(outgoing, 'continue');
  return {
    async land() {
      outgoing.end(JSON.stringify(message(index)));
      const [incoming] = (await once(outgoing, 'response')) as [http.IncomingMessage];
      let text = '';
      for await (const chunk of incoming.setEncoding('utf8')) text += chunk;
      return { status: incoming.statusCode ?? 0, replies: JSON.parse(text).replies ?? [] };
    },
  };
}

describe('on SIGTERM, with pages open', PATIENCE, () => {
  const FLIGHT = 12;
  let folder: ReturnType<typeof ownFolder>;
  let storage: Awaited<ReturnType<typeof ownStorage>>;
  beforeAll(async () => {
    folder = ownFolder();
    storage = await ownStorage();
  });
  afterAll(async () => {
    await storage.drop();
    folder.remove();
  });

  it('answers what is in flight, ends with 0 within ten seconds, and has kept everything', async () => {
    const first = await startServer(folder.path, storage.env);
    const token = adminTokenOf(folder.path);
    const watching = await fetch(`${first.url}/api/events`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const flights = await Promise.all(
      Array.from({ length: FLIGHT }, (_, index) => takeOff(first, token, index)),
    );
    const told = Date.now();
    const ended = first.stop('SIGTERM');
    await first.says('SIGTERM');
    const answers = await Promise.all(flights.map((flight) => flight.land()));
    const exit = await ended;
    expect({ code: exit.code, inTime: Date.now() - told < 10_000 }).toEqual({ code: 0, inTime: true });
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await watching.text()).toMatch(/^: open/);
    expect(existsSync(join(folder.path, 'data', 'server.lock'))).toBe(false);

    const second = await startServer(folder.path, storage.env);
    for (const [index, answer] of answers.entries()) {
      const again = await request(second.url, '/api/chat/messages', { token, body: message(index) });
      expect(again.body.replies).toEqual(answer.replies);
    }
    expect((await second.stop('SIGINT')).code).toBe(0);
  });
});

describe('a data folder of the embedded database', PATIENCE, () => {
  let folder: ReturnType<typeof ownFolder>;
  beforeAll(() => {
    folder = ownFolder();
  });
  afterAll(() => folder.remove());

  it('is held by one process at a time, and is free again when that one was killed', async () => {
    const holder = await startServer(folder.path);
    const token = adminTokenOf(folder.path);
    const opened = await request(holder.url, '/api/tickets', {
      token,
      body: { kind: 'fault', title: '打印机卡纸', requester: { id: 'u1' } },
    });

    for (const script of ['start', 'migrate'] as const) {
      const refused = await runScript(script, folder.path, { env: { PORT: '0' } });
      expect(refused).toMatchObject({ code: 1, stdout: '' });
      expect(refused.stderr).toContain(`in use by process ${holder.pid}, at ${holder.url}`);
    }
    expect((await request(holder.url, '/readyz')).status).toBe(200);

    expect((await holder.stop('SIGKILL')).code).toBe(null);
    const next = await startServer(folder.path);
    expect(adminTokenOf(folder.path)).toBe(token);
    const kept = await request(next.url, `/api/tickets/${opened.body.number}`, { token });
    expect(kept.body).toEqual(opened.body);
    await next.stop();
  });

  it('is readable by its owner alone, backups too', () => {
    const data = join(folder.path, 'data');
    const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
    const [backup = ''] = readdirSync(join(data, 'backups'));
    expect(modeOf(join(data, 'admin-token'))).toBe('600');
    expect(modeOf(data)).toBe('700');
    expect(modeOf(join(data, 'backups'))).toBe('700');
    expect(modeOf(join(data, 'backups', backup))).toBe('600');
  });
});
