import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { actOnTicket } from '../../../../server/tickets/act-on-ticket.ts';
import { climbLadders } from '../../../../server/tickets/climb-ladders.ts';
import { getTicket } from '../../../../server/tickets/get-ticket.ts';
import { openTicket } from '../../../../server/tickets/open-ticket.ts';
import { emptyTables, testDatabase } from '../../../support/database.ts';
import { draft, HOUR, MINUTE, type TestDesk, testDesk, WEB } from '../../../support/small-desk.ts';

let database: OpenDatabase;
let desk: TestDesk;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await emptyTables(database);
  desk = testDesk();
});

const requester = { id: 'u1', channel: 'web' };
const open = () =>
  database.db
    .transaction()
    .execute((trx) =>
      openTicket(trx, desk.context, { draft: draft(), requester, address: WEB, actor: 'u1' }),
    );
const sweep = () =>
  database.db.transaction().execute(async (trx) => (await climbLadders(trx, desk.context)).climbed);

test('a missed target is marked and told once, however often it is looked for', async () => {
  const { number } = await open();
  desk.clock.now += 31 * MINUTE;
  desk.told.length = 0;
  expect([await sweep(), await sweep()]).toEqual([[number], []]);
  expect(desk.told).toMatchObject([{ action: 'breached', actor: 'system', detail: { target: 'respond' } }]);
  expect(await getTicket(database.db, desk.context, number)).toMatchObject({
    sla: { breached: ['respond'] },
    escalation: { level: 1, lastAt: '2026-11-18T09:31:00+08:00' },
    status: 'assigned',
  });
});

test('the next target is marked when it is missed too', async () => {
  const { number } = await open();
  desk.clock.now += 31 * MINUTE;
  await sweep();
  desk.clock.now += 4 * HOUR;
  await sweep();
  expect(await getTicket(database.db, desk.context, number)).toMatchObject({
    sla: { breached: ['respond', 'resolve'] },
    escalation: { level: 2 },
  });
});

test('one on hold, and one that is resolved, is left alone', async () => {
  const [held, resolved] = [await open(), await open()];
  await database.db.transaction().execute(async (trx) => {
    const by = { actor: '王芳', byRequester: false };
    await actOnTicket(trx, desk.context, {
      ...by,
      number: held.number,
      action: { action: 'hold', reason: 'user' },
    });
    const action = { action: 'resolve' as const, resolution: '好了' };
    await actOnTicket(trx, desk.context, { ...by, number: resolved.number, action });
  });
  desk.clock.now += 24 * HOUR;
  expect(await sweep()).toEqual([]);
});

test('several replicas at once mark each once', async () => {
  const numbers = [(await open()).number, (await open()).number, (await open()).number];
  desk.clock.now += HOUR;
  const swept = await Promise.all([sweep(), sweep(), sweep()]);
  expect(swept.flat().sort()).toEqual(numbers);
});
