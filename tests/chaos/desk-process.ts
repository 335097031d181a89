/**
 * A whole desk in a process of its own, to be killed: the real one, with a channel that pushes to a platform which the
 * test plays, and a port where that platform delivers updates. Configured by the environment as the product is, and:
 * `PLATFORM_URL` is where messages go; `CLOCK_STARTED` (epoch milliseconds) is when the run began, by the real clock.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Intake, Outgoing, PushChannel, SendResult } from '../../bot/channel.ts';
import { Update } from '../../bot/types.ts';
import { loadConfig } from '../../server/config.ts';
import { createDesk } from '../../server/desk-app.ts';
import { BEGIN, CLOCK_RATE, CREW } from './script.ts';

const platform = process.env.PLATFORM_URL ?? '';
const started = Number(process.env.CLOCK_STARTED);
const now = () => BEGIN + (Date.now() - started) * CLOCK_RATE;

let take: Intake | null = null;
const push: PushChannel = {
  name: 'push',
  capabilities: {
    cards: true,
    forms: true,
    editing: true,
    files: true,
    delivery: 'push',
    limits: { text: { most: 20_000, unit: 'characters' }, fileBytes: 0 },
  },
  async start(intake) {
    take = intake;
  },
  async stop() {
    take = null;
  },
  status: () => ({ state: 'ready', since: started }),
  async send(message: Outgoing): Promise<SendResult> {
    const response = await fetch(platform, { method: 'POST', body: JSON.stringify(message) });
    if (response.ok) return { ok: true, platformMessageId: await response.text() };
    const after = Number(response.headers.get('retry-after') ?? Number.NaN);
    const wait = Number.isNaN(after) ? {} : { afterMs: after * 1000 };
    return { ok: false, retry: true, error: `platform says ${response.status}`, ...wait };
  },
};

const parsed = loadConfig();
if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
// Standard output carries the line that the test waits for, and this log.
const log = pino({ level: parsed.config.logLevel });
const config = { ...parsed.config, dispatchGroups: [CREW] };
const desk = await createDesk({ config, log, now, channels: [push] });
const address = await desk.start();

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** As an adapter does: recorded and committed, and only then acknowledged. */
async function takeUpdate(body: unknown): Promise<void> {
  if (!take) throw new Error('not started');
  await take(Update.parse(body));
}

const intake = createServer((request, response) => {
  const answer = (status: number) => response.writeHead(status).end();
  bodyOf(request)
    .then(takeUpdate)
    .then(
      () => answer(200),
      (error: unknown) => {
        log.warn({ error: String(error) }, 'intake.failed');
        answer(500);
      },
    );
});
intake.listen(0, '127.0.0.1', () => {
  const { port } = intake.address() as AddressInfo;
  process.stdout.write(`READY ${JSON.stringify({ web: address, intake: `http://127.0.0.1:${port}` })}\n`);
});

process.on('SIGTERM', () => {
  intake.close();
  desk.stop().then(() => process.exit(0));
});
