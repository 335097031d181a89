import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TicketAction } from '../../../../server/desk/ticket-actions.ts';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { actOnTicket } from '../../../../server/tickets/act-on-ticket.ts';
import { openTicket } from '../../../../server/tickets/open-ticket.ts';
import { requesterTickets } from '../../../../server/tickets/requester-tickets.ts';
import { emptyTables, testDatabase } from '../../../support/database.ts';
import { DAY, draft, type TestDesk, testDesk, WEB } from '../../../support/small-desk.ts';

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

const open = (id = 'u1', channel = 'web') =>
  database.db.transaction().execute(async (trx) => {
    const input = { draft: draft(), requester: { id, channel }, address: WEB, actor: id };
    return (await openTicket(trx, desk.context, input)).number;
  });
const act = (number: string, action: TicketAction) =>
  database.db
    .transaction()
    .execute((trx) => actOnTicket(trx, desk.context, { number, actor: 'u1', byRequester: true, action }));
const mine = async (limit = 10) => {
  const who = { accounts: [{ channel: 'web', account: 'u1' }], limit };
  return (await requesterTickets(database.db, desk.context, who)).map(({ number }) => number);
};

test('one person’s on one channel, newest first, no more than asked for', async () => {
  const first = await open();
  await open('u2');
  await open('u1', 'feishu');
  const last = await open();
  expect(await mine()).toEqual([last, first]);
  expect(await mine(1)).toEqual([last]);
});

test('one that ended is among them while it can be reopened', async () => {
  const number = await open();
  await act(number, { action: 'cancel' });
  desk.clock.now += 30 * DAY;
  expect(await mine()).toEqual([number]);
  desk.clock.now += 1;
  expect(await mine()).toEqual([]);
});

test('an open one is among them however old it is', async () => {
  const number = await open();
  desk.clock.now += 400 * DAY;
  expect(await mine()).toEqual([number]);
});

test('the requester’s own act is told as such', async () => {
  const number = await open();
  desk.told.length = 0;
  await act(number, { action: 'urge', text: '快点' });
  expect(desk.told).toMatchObject([{ action: 'urge', byRequester: true, detail: { text: '快点' } }]);
});
