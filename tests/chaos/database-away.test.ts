/** The database goes away for a while under a running desk: nothing acknowledged is lost, and nobody restarts anything. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../../server/store/database.ts';
import { ownPostgres } from '../support/postgres.ts';
import { seededRandom } from '../support/random.ts';
import { audit } from './audit.ts';
import { startCrowd } from './crowd.ts';
import { startPlatform } from './fake-platform.ts';
import { killAll, startReplica, TOKEN } from './replica.ts';
import { DEVICES, people } from './script.ts';
import { progressOf, settled } from './storm.ts';
import { startProxy } from './tcp-proxy.ts';

const persons = people({ web: 4, push: 4 });
const AWAY_MS = 3_000;

afterEach(killAll);

async function ready(web: string): Promise<{ status: number; body: { ok: boolean; reason?: string } }> {
  const response = await fetch(`${web}/readyz`);
  return { status: response.status, body: (await response.json()) as { ok: boolean; reason?: string } };
}

async function say(web: string, text: string): Promise<Response> {
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ messageId: 'while-away', user: { id: 'somebody' }, text });
  return fetch(`${web}/api/chat/messages`, { method: 'POST', headers, body });
}

test('PostgreSQL is away for some seconds', async () => {
  const own = await ownPostgres();
  const direct = new URL(own.url);
  const proxy = await startProxy({ host: direct.hostname, port: Number(direct.port || 5432) });
  const proxied = new URL(own.url);
  proxied.hostname = '127.0.0.1';
  proxied.port = String(proxy.port);
  let see: Parameters<typeof startPlatform>[1] = () => {};
  const platform = await startPlatform(seededRandom(1), (message) => see(message));
  const replica = await startReplica({
    DATABASE_URL: proxied.href,
    DATA_DIR: join(tmpdir(), 'desk-chaos-unused'),
    PLATFORM_URL: platform.url,
    CLOCK_STARTED: String(Date.now()),
  });
  expect(await ready(replica.web)).toMatchObject({ status: 200, body: { ok: true } });

  const crowd = startCrowd(persons, 7, () => [replica]);
  see = crowd.see;
  while (progressOf(crowd, platform, persons) < 20) await wait(5);
  proxy.cut();
  const cutAt = Date.now();

  const refused = await say(replica.web, '三楼302打印机卡纸了');
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ status: 503 });
  const away = await ready(replica.web);
  expect(away.status).toBe(503);
  expect(away.body).toMatchObject({ ok: false, reason: expect.stringMatching(/^database: \S/) });
  expect((await fetch(`${replica.web}/healthz`)).status).toBe(200);

  await wait(Math.max(0, AWAY_MS - (Date.now() - cutAt)));
  proxy.mend();
  await crowd.done();
  await settled(replica.web, persons.length * DEVICES.length);
  expect(await ready(replica.web)).toMatchObject({ status: 200, body: { ok: true } });
  expect(await replica.stop()).toBe(0);

  const { db, close } = await openDatabase({ databaseUrl: own.url, dataDir: '' });
  await audit({ db, persons, crowd, platform });
  await close();
  await platform.close();
  await proxy.close();
  await own.drop();
});
