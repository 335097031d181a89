import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SendResult, UrgeMeans } from '../../../bot/channel.ts';
import { urgeUnheard } from '../../../server/dispatch/urge-unheard.ts';
import { createOutboxWorker } from '../../../server/queue/outbox-worker.ts';
import { ADMIN, MORNING, openTestDesk, silent, type TestDesk } from '../../support/desk.ts';
import { playedChannel } from '../../support/push-channel.ts';
import { MINUTE } from '../../support/small-desk.ts';

const PROFILE = `
id: urge
name: 小服务台
sites: [{ id: main, name: 大院 }]
calendars: { always: { windows: 7x24 } }
defaultCalendar: always
teams:
  - { id: a, name: 甲组, lead: zhao, members: [{ id: zhao, name: 赵军, reach: "feishu:ou_zhao" }, { id: li, name: 李明 }], groups: ["feishu:oc_crew"] }
defaultTeam: a
quietHours: { from: "21:00", to: "07:30" }
sla: [{ respondWithin: PT30M, resolveWithin: PT4H }]
escalation:
  - { level: 1, target: respond, notify: [lead], ackWithin: PT10M, urge: [app, sms, phone] }
  - { level: 1, target: resolve, notify: [team, assignee], ackWithin: PT10M }
`;

let desk: TestDesk;
let urged: string[];
let answers: Partial<Record<UrgeMeans, SendResult>>;
const channel = playedChannel('feishu');
const platform = {
  ...channel,
  async urge(_message: string, people: readonly string[], means: UrgeMeans): Promise<SendResult> {
    urged.push(`${people.join(',')} ${means}`);
    return answers[means] ?? { ok: true };
  },
};

beforeAll(async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'urge-')), 'urge.yaml');
  writeFileSync(path, PROFILE);
  const feishu = { FEISHU_APP_ID: 'cli_0000000000000000', FEISHU_APP_SECRET: 'secret-for-tests' };
  desk = await openTestDesk({ env: { ...feishu, PROFILE: path }, channels: [platform] });
});
afterAll(() => desk.close());
beforeEach(async () => {
  urged = [];
  answers = {};
  desk.clock.now = MORNING;
  // What earlier tests left open is nobody's business any more.
  for (const table of ['alert', 'ticket_due'] as const) await desk.desk.turn.db.deleteFrom(table).execute();
});

const authorization = `Bearer ${ADMIN}`;
async function call(url: string, payload: object) {
  const answer = await desk.desk.http.inject({ method: 'POST', url, headers: { authorization }, payload });
  return answer.json() as { number: string };
}
const opened = async (more: object = {}) =>
  (await call('/api/tickets', { kind: 'fault', title: '打印机卡纸', requester: { id: 'u1' }, ...more }))
    .number;

/** Minute by minute, as the desk's clock does it. */
async function pass(minutes: number) {
  const { db, channels, context } = desk.desk.turn;
  const accountOf = (name: string) => (name === '李明' ? 'ou_li' : null);
  for (let minute = 0; minute < minutes; minute += 1) {
    desk.clock.pass(MINUTE);
    await desk.sweep();
    const now = () => desk.clock.now;
    const work = { db, channels, files: desk.desk.files, log: silent, now, jitter: () => 0 };
    await createOutboxWorker(work).drain(5000);
    await urgeUnheard({ db, context, channels, accountOf, log: silent });
  }
}

test('who does not acknowledge is called to the message in the app, then by SMS, then by telephone; each once', async () => {
  await opened();
  await pass(31);
  expect(urged).toEqual([]);
  await pass(11);
  expect(urged).toEqual(['ou_zhao app']);
  await pass(10);
  expect(urged).toEqual(['ou_zhao app', 'ou_zhao sms']);
  await pass(10);
  expect(urged).toEqual(['ou_zhao app', 'ou_zhao sms', 'ou_zhao phone']);
  await pass(40);
  expect(urged).toHaveLength(3);
});

test('once somebody has heard, nobody is called any more', async () => {
  const number = await opened();
  await pass(42);
  expect(urged).toEqual(['ou_zhao app']);
  await call(`/api/tickets/${number}/actions`, { action: 'accept', assignee: '赵军' });
  await pass(30);
  expect(urged).toEqual(['ou_zhao app']);
});

test('a means that the platform never will use gives way to the next; one refused for now is tried again', async () => {
  answers = {
    app: { ok: false, retry: false, error: '230001 no permission' },
    sms: { ok: false, retry: true, error: '429' },
  };
  await opened();
  await pass(43);
  expect(urged.slice(0, 2)).toEqual(['ou_zhao app', 'ou_zhao sms']);
  answers = {};
  await pass(2);
  expect(urged.at(-1)).toBe('ou_zhao sms');
  const calls = urged.length;
  await pass(10);
  expect(urged.slice(calls)).toEqual(['ou_zhao phone']);
});

test('at night only for what is critical', async () => {
  desk.clock.now = Date.parse('2026-11-18T20:15:00+08:00');
  await opened();
  await pass(60);
  expect(urged).toEqual(['ou_zhao app']);
  await pass(10 * 60 + 10);
  expect(urged).toEqual(['ou_zhao app']);
  await pass(10);
  expect(urged).toEqual(['ou_zhao app', 'ou_zhao sms']);
});

test('in a group whoever has the ticket is called, where their account is known', async () => {
  const number = await opened();
  await call(`/api/tickets/${number}/actions`, { action: 'accept', assignee: '李明' });
  await pass(4 * 60 + 12);
  expect(urged).toEqual(['ou_li app']);
});
