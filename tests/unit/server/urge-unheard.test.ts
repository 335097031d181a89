import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PushChannel } from '../../../bot/channel.ts';
import { urgeUnheard } from '../../../server/dispatch/urge-unheard.ts';
import { createOutboxWorker } from '../../../server/queue/outbox-worker.ts';
import { ADMIN, openTestDesk, silent } from '../../support/desk.ts';
import { MINUTE } from '../../support/small-desk.ts';

const PROFILE = `
id: urge
name: 小服务台
sites: [{ id: main, name: 大院 }]
calendars: { always: { windows: 7x24 } }
defaultCalendar: always
teams: [{ id: a, name: 甲组, lead: zhao, members: [{ id: zhao, name: 赵军, reach: "feishu:ou_zhao" }] }]
defaultTeam: a
sla: [{ respondWithin: PT30M, resolveWithin: PT4H }]
escalation: [{ level: 1, target: respond, notify: [lead], ackWithin: PT10M }]
`;

test('who does not acknowledge an alert in their own chat is called to that message, once', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'urge-')), 'urge.yaml');
  writeFileSync(path, PROFILE);
  const urged: unknown[] = [];
  let sent = 0;
  const platform: PushChannel = {
    name: 'feishu',
    capabilities: {
      cards: true,
      forms: true,
      editing: true,
      files: true,
      delivery: 'push',
      limits: { text: { most: 30_000, unit: 'bytes' }, fileBytes: 1 },
    },
    start: async () => {},
    stop: async () => {},
    status: () => ({ state: 'ready', since: 0 }),
    send: async () => {
      sent += 1;
      return { ok: true, platformMessageId: `om_${sent}` };
    },
    urge: async (...call) => {
      urged.push(call);
      return { ok: true };
    },
  };
  const desk = await openTestDesk({ env: { PROFILE: path }, channels: [platform] });
  const { db, channels } = desk.desk.turn;
  const pass = async (ms: number) => {
    desk.clock.pass(ms);
    await desk.sweep();
    const work = {
      db,
      channels,
      files: desk.desk.files,
      log: silent,
      now: () => desk.clock.now,
      jitter: () => 0,
    };
    await createOutboxWorker(work).drain(5000);
    return urgeUnheard({ db, channels, log: silent });
  };
  const payload = { kind: 'fault', title: '打印机卡纸', requester: { id: 'u1' } };
  const headers = { authorization: `Bearer ${ADMIN}` };
  await desk.desk.http.inject({ method: 'POST', url: '/api/tickets', headers, payload });
  expect(await pass(31 * MINUTE)).toBe(0);
  expect(sent).toBe(1);
  expect(await pass(9 * MINUTE)).toBe(0);
  expect(await pass(2 * MINUTE)).toBe(1);
  expect(await pass(20 * MINUTE)).toBe(0);
  expect(urged).toEqual([['om_1', ['ou_zhao'], 'app']]);
  await desk.close();
});
