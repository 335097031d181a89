/** The ladder with three replicas on one PostgreSQL: every rung once, in order, also after an outage; a flood is a handful of messages. */
import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTicket } from '../../server/tickets/open-ticket.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { type OwnPostgres, ownPostgres } from '../support/postgres.ts';
import { draft, HOUR, MINUTE } from '../support/small-desk.ts';

const PROFILE = `
id: flood
name: 服务台
sites: [{ id: main, name: 大院 }]
calendars: { always: { windows: 7x24 } }
defaultCalendar: always
teams:
  - { id: desktop, name: 桌面组, lead: li, members: [{ id: li, name: 李明, reach: "web:li" }] }
defaultTeam: desktop
sla: [{ respondWithin: PT30M, resolveWithin: PT4H }]
contacts: { manager: { name: 周海, reach: "web:zhou" }, unit_lead: { name: 何科长, reach: "web:he" } }
escalation:
  - { level: 1, target: respond, percent: 50, notify: [team] }
  - { level: 2, target: respond, notify: [lead], ackWithin: PT20M }
  - { level: 3, target: respond, after: PT1H, notify: [manager] }
  - { level: 4, target: resolve, percent: 200, notify: [unit_lead] }
`;

let own: OwnPostgres;
let replicas: TestDesk[];
beforeAll(async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'flood-')), 'flood.yaml');
  writeFileSync(path, PROFILE);
  own = await ownPostgres();
  replicas = [];
  for (let index = 0; index < 3; index += 1)
    replicas.push(await openTestDesk({ env: { PROFILE: path, DATABASE_URL: own.url } }));
}, 120_000);
afterAll(async () => {
  for (const desk of replicas) await desk.close();
  await own.drop();
});

const first = () => {
  const [desk] = replicas;
  if (!desk) throw new Error('no replica');
  return desk;
};

async function open(count: number): Promise<string[]> {
  const { db, context } = first().desk.turn;
  return db.transaction().execute(async (trx) => {
    const numbers: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const id = `u${index}`;
      const ticket = await openTicket(trx, context, {
        draft: draft({ category: 'software', title: `软件打不开 ${index}`, slots: {} }),
        requester: { id, channel: 'web' },
        address: { channel: 'web', chat: id, kind: 'private' },
        actor: id,
      });
      numbers.push(ticket.number);
    }
    return numbers;
  });
}

/** All three look at once, again and again, until nothing is due any more. */
async function pass(ms: number): Promise<void> {
  for (const desk of replicas) desk.clock.pass(ms);
  let climbed = 1;
  while (climbed > 0) {
    const swept = await Promise.all(replicas.map((desk) => desk.sweep()));
    climbed = swept.flat().length;
  }
}

const alertsTo = async (id: string) =>
  (await first().shown({ id })).filter(({ card }) => card?.actions.some((one) => one.id === 'alert.ack'));

async function rungsOf(number: string): Promise<unknown[]> {
  const { history } = await first().ticket(number);
  return history
    .filter(({ action }) => action === 'escalated' || action === 'breached')
    .map(({ action, detail }) => `${action} ${detail.target} ${detail.level ?? ''}`.trim());
}

test('500 targets missed within a quarter of an hour are a handful of messages, told of all of them', async () => {
  const numbers: string[] = [];
  for (let batch = 0; batch < 5; batch += 1) {
    numbers.push(...(await open(100)));
    for (const desk of replicas) desk.clock.pass(3 * MINUTE);
  }
  expect(numbers).toHaveLength(500);
  // The first hundred are a quarter of an hour old; all 500 are over within the next fifteen minutes.
  await pass(15 * MINUTE + 1000);
  for (let step = 0; step < 5; step += 1) await pass(3 * MINUTE);
  for (const number of [numbers[0], numbers[499]])
    expect(await rungsOf(number ?? '')).toEqual([
      'escalated respond 1',
      'breached respond',
      'escalated respond 2',
    ]);
  const told = await alertsTo('li');
  expect(told.length).toBeGreaterThan(0);
  expect(told.length).toBeLessThanOrEqual(8);
  await pass(10 * MINUTE);
  const { db } = first().desk.turn;
  const untold = await db.selectFrom('alert').select('id').where('told_at', 'is', null).execute();
  expect(untold).toEqual([]);
}, 180_000);

test('after an outage of a day every rung is climbed once, in order, by whichever replica comes first', async () => {
  const [number = ''] = await open(1);
  await pass(24 * HOUR);
  expect(await rungsOf(number)).toEqual([
    'escalated respond 1',
    'breached respond',
    'escalated respond 2',
    'escalated respond 3',
    'breached resolve',
    'escalated resolve 4',
  ]);
  const levels = (await first().ticket(number)).history.filter(({ action }) => action === 'breached');
  expect(levels.map(({ at }) => at.slice(11, 16))).toHaveLength(2);
  // What three replicas climbed side by side is told within two digests.
  await pass(10 * MINUTE);
  const before = (await alertsTo('he')).length;
  await pass(HOUR);
  expect((await alertsTo('he')).length).toBe(before);
}, 120_000);
