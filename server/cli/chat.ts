/**
 * `npm run chat`: the desk in a terminal. Talks to the server that has the data folder, or starts one for itself.
 * A line goes to the desk; a line that begins with # goes to the dispatch group.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { encode } from '../../adapters/terminal/encode.ts';
import type { FeedItem } from '../chat/feed.ts';
import type { ShownReply } from '../chat/shown-reply.ts';
import { type Config, loadConfig } from '../config.ts';
import { holderOf } from '../data-folder.ts';
import { createDesk, type Desk } from '../desk-app.ts';
import { createLog } from '../log.ts';
import { fail } from './json-lines.ts';

const POLL_MS = 1_000;
const user = { id: `terminal:${userInfo().username}`, name: userInfo().username };
const member = { id: `terminal-group:${userInfo().username}`, name: userInfo().username };

interface Connection {
  url: string;
  token: string;
  desk: Desk | null;
}

async function connect(config: Config): Promise<Connection> {
  const running = config.databaseUrl ? null : holderOf(config.dataDir)?.url;
  const configured = config.apiTokens.find((one) => one.role === 'admin')?.token;
  if (running) return { url: running, token: configured ?? tokenFile(config.dataDir), desk: null };
  const desk = await createDesk({
    config: { ...config, host: '127.0.0.1', port: 0 },
    log: createLog(config.logLevel === 'info' ? 'error' : config.logLevel),
  });
  const url = await desk.start();
  return { url, token: configured ?? tokenFile(config.dataDir), desk };
}

function tokenFile(dataDir: string): string {
  return readFileSync(join(dataDir, 'admin-token'), 'utf8').trim();
}

async function call<T>({ url, token }: Connection, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = (await response.json()) as T & { detail?: string };
  if (!response.ok) throw new Error(answer.detail ?? `${response.status}`);
  return answer;
}

interface Feed {
  items: (Omit<FeedItem, 'reply'> & { reply?: ShownReply })[];
  next: string;
}

function complain(error: Error): void {
  process.stderr.write(`${error.message}\n`);
}

/** Prints what a chat or a group shows that was not printed yet; one pull at a time. */
function follower(connection: Connection, path: string, speaker: string) {
  let after = '';
  let pulling: Promise<void> = Promise.resolve();
  const pull = async (show: boolean): Promise<void> => {
    const separator = path.includes('?') ? '&' : '?';
    const feed = await call<Feed>(connection, `${path}${after ? `${separator}after=${after}` : ''}`);
    after = feed.next;
    if (!show) return;
    for (const { reply } of feed.items) {
      if (!reply) continue;
      const files = reply.files?.map(({ name, url }) => ({ name, url: `${connection.url}${url}` }));
      process.stdout.write(`${encode(speaker, { ...reply, files })}\n`);
    }
  };
  return (show: boolean) => {
    pulling = pulling.then(() => pull(show)).catch(complain);
    return pulling;
  };
}

async function send(connection: Connection, line: string): Promise<void> {
  const toGroup = line.startsWith('#');
  const path = toGroup ? '/api/groups/dispatch/messages' : '/api/chat/messages';
  const text = toGroup ? line.slice(1).trim() : line;
  if (text === '') return;
  await call<{ replies: ShownReply[] }>(connection, path, {
    messageId: randomUUID(),
    user: toGroup ? member : user,
    text,
  });
}

async function main(): Promise<void> {
  const parsed = loadConfig();
  if (!parsed.ok) fail(parsed.faults.join('\n'));
  const connection = await connect(parsed.config);
  const chat = follower(connection, `/api/chat/messages?user=${encodeURIComponent(user.id)}`, '服务台');
  const group = follower(connection, '/api/groups/dispatch/messages', '派单群');
  await Promise.all([chat(false), group(false)]);
  const pullBoth = async () => {
    await chat(true);
    await group(true);
  };
  const interactive = process.stdin.isTTY === true;
  if (interactive)
    process.stdout.write('直接说要办的事；# 开头的发到派单群（如「# 接单 T…」）；Ctrl-D 结束。\n');
  const poll = setInterval(() => void pullBoth(), POLL_MS);
  const lines = createInterface({
    input: process.stdin,
    ...(interactive ? { output: process.stdout, prompt: '我：' } : {}),
  });
  if (interactive) lines.prompt();
  for await (const line of lines) {
    if (!interactive) process.stdout.write(`我：${line}\n`);
    await send(connection, line.trim()).catch(complain);
    await pullBoth();
    if (interactive) lines.prompt();
  }
  clearInterval(poll);
  await settle(pullBoth);
  await connection.desk?.stop();
}

/** What the last line set in motion (a card, a notice) is still shown. */
async function settle(pullBoth: () => Promise<void>): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, POLL_MS / 2));
  await pullBoth();
}

await main().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
