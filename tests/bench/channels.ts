/**
 * `npm run bench -- channels`: how soon Feishu's events are acknowledged while the desk works on them, and what becomes of
 * a burst; beside it the limit, the same HTTP server that only commits one row, under the same events. `--record` appends
 * to docs/benchmarks.md; `--only=pglite|postgres|two` and `--seconds=N` are for work on one of them.
 */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passing } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../server/store/database.ts';
import { messageEvent } from '../support/feishu-platform/events.ts';
import { type FeishuPlatform, openFeishuPlatform } from '../support/feishu-platform/platform.ts';
import { ownPostgres, postgresServer } from '../support/postgres.ts';
import { machine } from './record.ts';
import { SCRIPT } from './script.ts';
import { type RunningServer, startServer, TOKEN } from './server.ts';

const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
const RATE = 200;
const STEADY_CHATS = 200;
const BURST = 2_000;
const BURST_CHATS = 200;
const BURST_S = 5;
const WORKED_WITHIN_MS = 180_000;

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    record: { type: 'boolean', default: false },
    only: { type: 'string' },
    seconds: { type: 'string', default: '15' },
  },
});
const seconds = Number(values.seconds);

interface Figures {
  how: string;
  ackP50Ms: number;
  ackP99Ms: number;
  limitP99Ms: number;
  burstAckP99Ms: number;
  burstWorkedS: number;
  lost: number;
  outOfOrder: number;
}

interface Sent {
  latencies: number[];
  /** What was not acknowledged. */
  refused: number;
}

interface Place {
  how: string;
  environment: Record<string, string>;
  /** A second process does the work, on the same database. */
  split: boolean;
  open(): ReturnType<typeof openDatabase>;
  remove(): Promise<void>;
}

async function pglitePlace(): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  return {
    how: 'PGlite, one process',
    environment: { DATA_DIR: dataDir },
    split: false,
    open: () => openDatabase({ dataDir }),
    remove: async () => rmSync(dataDir, { recursive: true }),
  };
}

async function postgresPlace(split: boolean): Promise<Place> {
  const own = await ownPostgres(postgresServer);
  return {
    how: split ? 'PostgreSQL, `web` and `worker`' : 'PostgreSQL, one process',
    environment: { DATABASE_URL: own.url, REDIS_URL: process.env.TEST_REDIS_URL ?? '' },
    split,
    open: () => openDatabase({ databaseUrl: own.url, dataDir: '' }),
    remove: own.drop,
  };
}

type Post = (chat: number, line: number) => Promise<boolean>;

/** Events at an even rate; those of one chat one after the other, as people write. */
async function deliver(
  post: Post,
  { rate, count, chats }: { rate: number; count: number; chats: number },
): Promise<Sent> {
  const sent: Sent = { latencies: [], refused: 0 };
  const tails = Array.from({ length: chats }, () => Promise.resolve());
  const began = performance.now();
  for (let n = 0; n < count; n += 1) {
    const due = began + (n * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 1) await passing(wait);
    const chat = n % chats;
    const line = Math.floor(n / chats);
    tails[chat] = (tails[chat] ?? Promise.resolve()).then(async () => {
      const before = performance.now();
      const fine = await post(chat, line).catch(() => false);
      if (fine) sent.latencies.push(performance.now() - before);
      else sent.refused += 1;
    });
  }
  await Promise.all(tails);
  return sent;
}

function poster(
  agent: Agent,
  url: string,
  make: (chat: number, line: number) => { headers: object; body: string },
): Post {
  return (chat, line) =>
    new Promise((resolve, reject) => {
      const { headers, body } = make(chat, line);
      const length = { 'content-length': Buffer.byteLength(body) };
      const sending = request(
        url,
        { method: 'POST', agent, headers: { ...headers, ...length } },
        (response) => {
          response.resume();
          response.on('end', () => resolve(response.statusCode === 200));
        },
      );
      sending.on('error', reject);
      sending.end(body);
    });
}

function eventPost(agent: Agent, url: string, platform: FeishuPlatform, label: string): Post {
  const { keys } = platform;
  return poster(agent, `${url}/channels/feishu/events`, (chat, line) => {
    const name = `${label}${chat}`;
    platform.people.set(`ou_${name}`, { name: '张三', department: '财务科' });
    const event = messageEvent(
      {
        messageId: `om_in.oc_${name}.${line}`,
        sender: `ou_${name}`,
        chat: `oc_${name}`,
        content: { text: SCRIPT[line % SCRIPT.length] ?? '' },
        at: Date.now(),
      },
      keys,
    );
    return platform.request(event);
  });
}

function limitPost(agent: Agent, url: string): Post {
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
  return poster(agent, `${url}/api/chat/messages`, (chat, line) => {
    const user = { id: `u${chat}`, name: '张三', department: '财务科' };
    const body = JSON.stringify({ messageId: `m${line}`, user, text: SCRIPT[line % SCRIPT.length] });
    return { headers, body };
  });
}

async function waitingIn(url: string): Promise<number> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const text = await (await fetch(`${url}/metrics`, { headers })).text();
  return Number(/desk_backlog\{[^}]*"inbox"[^}]*\} (\d+)/.exec(text)?.[1] ?? Number.NaN);
}

async function workedOff(url: string): Promise<void> {
  const until = performance.now() + WORKED_WITHIN_MS;
  while (performance.now() < until) {
    if ((await waitingIn(url)) === 0) return;
    await passing(100);
  }
  throw new Error(`not worked within ${WORKED_WITHIN_MS} ms`);
}

async function measure(make: () => Promise<Place>): Promise<Figures> {
  const place = await make();
  const limitPlace = await make();
  const platform = await openFeishuPlatform();
  const { keys, url: baseUrl } = platform;
  const environment = {
    ...place.environment,
    FEISHU_APP_ID: keys.appId,
    FEISHU_APP_SECRET: keys.appSecret,
    FEISHU_ENCRYPT_KEY: keys.encryptKey,
    FEISHU_VERIFICATION_TOKEN: keys.verificationToken,
    FEISHU_MODE: 'webhook',
    FEISHU_BASE_URL: baseUrl,
  };
  const servers: RunningServer[] = [];
  const desk = await startServer('server/main.ts', { ...environment, ROLE: place.split ? 'web' : 'all' });
  servers.push(desk);
  if (place.split) servers.push(await startServer('server/main.ts', { ...environment, ROLE: 'worker' }));
  const limit = await startServer('tests/bench/limit-server.ts', limitPlace.environment);
  servers.push(limit);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });

  const steady = { rate: RATE, count: RATE * seconds, chats: STEADY_CHATS };
  await deliver(eventPost(agent, desk.url, platform, 'warm'), { rate: 50, count: 200, chats: 20 });
  await workedOff(desk.url);
  const limited = await deliver(limitPost(agent, limit.url), steady);
  const acked = await deliver(eventPost(agent, desk.url, platform, 'steady'), steady);
  await workedOff(desk.url);
  const began = performance.now();
  const burst = await deliver(eventPost(agent, desk.url, platform, 'burst'), {
    rate: BURST / BURST_S,
    count: BURST,
    chats: BURST_CHATS,
  });
  await workedOff(desk.url);
  const burstWorkedS = (performance.now() - began) / 1000;
  agent.destroy();
  for (const server of servers) await server.stop();
  const found = await audit(place);
  await platform.close();
  await place.remove();
  await limitPlace.remove();
  return {
    how: place.how,
    ackP50Ms: at(acked.latencies, 0.5),
    ackP99Ms: at(acked.latencies, 0.99),
    limitP99Ms: at(limited.latencies, 0.99),
    burstAckP99Ms: at(burst.latencies, 0.99),
    burstWorkedS: Number(burstWorkedS.toFixed(1)),
    lost: BURST - found.done + acked.refused,
    outOfOrder: found.outOfOrder,
  };
}

function at(latencies: readonly number[], share: number): number {
  const sorted = [...latencies].sort((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1));
}

/** What became of the burst: how many events were worked, and how many answers stand before an older one of their chat. */
async function audit(place: Place): Promise<{ done: number; outOfOrder: number }> {
  const database = await place.open();
  const rows = await database.db
    .selectFrom('inbox')
    .select(['id', 'update_id', 'status', 'conversation_key'])
    .where('update_id', 'like', 'message:om_in.oc_burst%')
    .orderBy('id')
    .execute();
  const answers = await database.db
    .selectFrom('outbox')
    .select(['inbox_id', 'address_key'])
    .where('address_key', 'like', '%oc_burst%')
    .where('inbox_id', 'is not', null)
    .orderBy('id')
    .execute();
  await database.close();
  const lines = rows.map(({ update_id, conversation_key }) => ({
    key: conversation_key,
    place: Number(update_id.split('.').at(-1)),
  }));
  const said = answers.map(({ inbox_id, address_key }) => ({ key: address_key, place: Number(inbox_id) }));
  return {
    done: rows.filter(({ status }) => status === 'done').length,
    outOfOrder: turnedBack(lines) + turnedBack(said),
  };
}

function turnedBack(items: readonly { key: string; place: number }[]): number {
  const last = new Map<string, number>();
  let count = 0;
  for (const { key, place } of items) {
    if (place < (last.get(key) ?? -1)) count += 1;
    last.set(key, place);
  }
  return count;
}

const places: Record<string, () => Promise<Place>> = {
  pglite: pglitePlace,
  postgres: () => postgresPlace(false),
  two: () => postgresPlace(true),
};
const results: Figures[] = [];
for (const [name, make] of Object.entries(places))
  if (values.only === undefined || values.only === name) results.push(await measure(make));

const table = [
  `| Feishu webhook at ${RATE} events/s | ack p50 ms | ack p99 ms | limit p99 ms | burst ${BURST} in ${BURST_S} s: ack p99 ms | worked after, s | lost | out of order |`,
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ...results.map(
    (one) =>
      `| ${one.how} | ${one.ackP50Ms} | ${one.ackP99Ms} | ${one.limitP99Ms} | ${one.burstAckP99Ms} | ${one.burstWorkedS} | ${one.lost} | ${one.outOfOrder} |`,
  ),
];
process.stdout.write(`${table.join('\n')}\n`);
if (values.record) {
  const moment = new Date().toISOString().slice(0, 16).replace('T', ' ');
  const head = [
    '',
    `### ${moment} UTC, channels`,
    '',
    `\`npm run bench -- channels --record\` · ${machine()}`,
    '',
  ];
  appendFileSync(PAGE, [...head, ...table, ''].join('\n'));
}
