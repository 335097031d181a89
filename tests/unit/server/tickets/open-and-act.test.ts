import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TicketAction } from '../../../../server/desk/ticket-actions.ts';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { actOnTicket } from '../../../../server/tickets/act-on-ticket.ts';
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

const open = (changes = {}, known = {}) =>
  database.db.transaction().execute((trx) =>
    openTicket(trx, desk.context, {
      draft: draft(changes),
      requester: { id: 'u1', channel: 'web', name: '张三', ...known },
      address: WEB,
      actor: 'u1',
    }),
  );
const act = (number: string, action: TicketAction, version?: number) =>
  database.db
    .transaction()
    .execute((trx) =>
      actOnTicket(trx, desk.context, { number, actor: '王芳', byRequester: false, action, version }),
    );

describe('opening', () => {
  test('a ticket gets the next number of the day in the desk’s zone', async () => {
    desk.clock.now = Date.parse('2026-11-17T23:30:00Z');
    expect((await open()).number).toBe('T20261118-0001');
    expect((await open()).number).toBe('T20261118-0002');
  });

  test('it is recorded, then assigned to the team that its category belongs to', async () => {
    const ticket = await open({ category: 'network' });
    expect(ticket).toMatchObject({ status: 'assigned', team: '系统组', assignee: null, version: 2 });
    expect(ticket.history.map(({ actor, action }) => [actor, action])).toEqual([
      ['u1', 'created'],
      ['system', 'assign'],
    ]);
  });

  test('the desk is told once, of the ticket as it stands', async () => {
    const ticket = await open();
    expect(desk.told).toEqual([expect.objectContaining({ action: 'created', ticket, address: WEB })]);
  });

  test('a telephone that was said stands before the one that is known, unless it is another person’s', async () => {
    const known = { phone: '8233' };
    const own = await open({ slots: { phone: '13511112222' } }, known);
    expect(own.requester.phone).toBe('13511112222');
    const forWang = await open({ slots: { phone: '8500', person: '王丽' } }, known);
    expect(forWang).toMatchObject({ requester: known, contact: { name: '王丽', phone: '8500' } });
  });

  test('what is stored is what was given back', async () => {
    const ticket = await open();
    expect(await getTicket(database.db, desk.context, ticket.number)).toEqual(ticket);
  });
});

describe('acting', () => {
  test('an unknown number is not found', async () => {
    expect(await act('T20261118-0009', { action: 'accept' })).toEqual({ ok: false, reason: 'not_found' });
  });

  test('accepting names who came, and is the response', async () => {
    const { number } = await open();
    desk.clock.now += 5 * MINUTE;
    const result = await act(number, { action: 'accept' });
    expect(result).toMatchObject({
      ok: true,
      ticket: { status: 'accepted', assignee: '王芳', sla: { respondedAt: '2026-11-18T09:05:00+08:00' } },
    });
  });

  test('what the status does not allow changes nothing', async () => {
    const { number } = await open();
    await act(number, { action: 'accept' });
    const before = await getTicket(database.db, desk.context, number);
    expect(await act(number, { action: 'accept' })).toEqual({
      ok: false,
      reason: 'not_allowed',
      ticket: before,
    });
    expect(await getTicket(database.db, desk.context, number)).toEqual(before);
  });

  test('a stale version is refused before anything else', async () => {
    const { number, version } = await open();
    await act(number, { action: 'comment', text: '在路上' }, version);
    expect(await act(number, { action: 'accept' }, version)).toMatchObject({ ok: false, reason: 'stale' });
  });

  test('a target missed until now is marked first, once, at the moment it was due', async () => {
    const { number } = await open();
    desk.clock.now += HOUR;
    const result = await act(number, { action: 'accept' });
    if (!result.ok) throw new Error(result.reason);
    expect(result.ticket.sla.breached).toEqual(['respond']);
    expect(result.ticket.escalation.level).toBe(1);
    expect(result.ticket.history.slice(2).map(({ at, action }) => [at, action])).toEqual([
      ['2026-11-18T09:30:00+08:00', 'breached'],
      ['2026-11-18T10:00:00+08:00', 'escalated'],
      ['2026-11-18T10:00:00+08:00', 'accept'],
    ]);
  });
});
