/** A secret that somebody lets slip, by whichever way, stands nowhere afterwards: no table, no log, no answer. */
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../server/store/database.ts';
import {
  adminTokenOf,
  ownFolder,
  ownStorage,
  type RunningServer,
  request,
  startServer,
} from '../support/server-process.ts';

/** Each kind of secret: what is said, and the part of it that must not be found again. */
const SECRETS = [
  ['身份证号 11010519491231002X', '11010519491231002X'],
  ['银行卡 6222021000001234565', '6222021000001234565'],
  ['密码是 mopane-Zq7!', 'mopane-Zq7!'],
  [
    '-----BEGIN PRIVATE KEY-----\nMIIBVgIBADANBgkqhkiG9w0BAQEF\n-----END PRIVATE KEY-----',
    'MIIBVgIBADANBgkq',
  ],
  ['机密★5年\n关于青鸾行动的安排', '青鸾行动'],
] as const;

const folder = ownFolder();
let storage: Awaited<ReturnType<typeof ownStorage>>;
let server: RunningServer;

beforeAll(async () => {
  storage = await ownStorage();
  server = await startServer(folder.path, storage.env);
}, 90_000);

afterAll(async () => {
  await server.stop();
  await storage.drop();
  folder.remove();
}, 60_000);

/** Every row of every table, as text. */
async function everythingStored(): Promise<string> {
  const { db, close } = await openDatabase({
    databaseUrl: storage.env.DATABASE_URL,
    dataDir: join(folder.path, 'data'),
  });
  const tables = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(db);
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db);
    texts.push(...rows.map(({ row }) => row));
  }
  await close();
  return texts.join('\n');
}

/** Says it in every place where somebody can write something; gives all that was answered. */
async function sayEverywhere(said: string, index: number): Promise<string> {
  const token = adminTokenOf(folder.path);
  const answers: unknown[] = [];
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await request(server.url, path, { token, body, headers });
    answers.push(answer.body);
    return answer;
  };
  const user = { id: `u${index}`, name: '张三', phone: '8012' };
  const chat = (messageId: string, rest: object, who: object = user) =>
    post('/api/chat/messages', { messageId: `${index}-${messageId}`, user: who, ...rest });

  await chat('alone', { text: said });
  await chat('before', { text: `三楼302打印机卡纸了\n${said}` });
  await chat('unsolved', { text: '没解决' });
  await chat('note', { text: `补充一下：${said}` });
  await chat('submit', { text: '提交' });
  await chat('name', { text: '你好' }, { id: `n${index}`, name: said.slice(0, 200), department: said });
  await chat('form', { action: { id: 'submit', value: 'f1', form: { note: said } } });

  const requester = { id: `u${index}`, name: '张三' };
  const { body: ticket } = await post(
    '/api/tickets',
    { kind: 'fault', title: said.slice(0, 200), description: said, requester, device: said },
    { 'idempotency-key': `key-${index}` },
  );
  const act = (action: object) => post(`/api/tickets/${ticket.number}/actions`, action);
  await act({ action: 'comment', text: said });
  await act({ action: 'hold', reason: 'other', note: said });
  await act({ action: 'resolve', resolution: said, cause: said });
  await post('/api/groups/dispatch/messages', {
    messageId: `g${index}`,
    user: { id: 'liming', name: '李明' },
    text: `备注 ${ticket.number} ${said}`,
  });

  const day = `2027-03-${String(index + 10)}`;
  const start = `${day}T09:00:00+08:00`;
  const end = `${day}T10:00:00+08:00`;
  const { body: meeting } = await post('/api/meetings', {
    title: said.slice(0, 200),
    start,
    end,
    room: '302',
    requester,
    notes: said,
  });
  await post(`/api/meetings/${meeting.number}/actions`, { action: 'cancel', reason: said });
  return JSON.stringify(answers);
}

it('is in no answer, in no log line and in no row', { timeout: 90_000 }, async () => {
  for (const [index, [said, secret]] of SECRETS.entries()) {
    const answers = await sayEverywhere(said, index);
    expect(answers).not.toContain(secret);
    expect(answers).toContain('已隐去');
  }
  const { stderr } = await server.stop();
  const stored = await everythingStored();
  expect(stored).toContain('张三');
  expect(stored).toContain('已隐去');
  for (const [, secret] of SECRETS) {
    expect(stderr).not.toContain(secret);
    expect(stored).not.toContain(secret);
  }
});
