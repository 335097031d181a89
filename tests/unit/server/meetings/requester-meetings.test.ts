import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { MeetingDraft } from '../../../../bot/desk.ts';
import type { MeetingAction } from '../../../../server/desk/meeting-actions.ts';
import { actOnMeeting } from '../../../../server/meetings/act-on-meeting.ts';
import { bookMeeting } from '../../../../server/meetings/book-meeting.ts';
import { requesterMeetings } from '../../../../server/meetings/requester-meetings.ts';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { emptyTables, testDatabase } from '../../../support/database.ts';
import { HOUR, type TestDesk, testDesk, WEB } from '../../../support/small-desk.ts';

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

const at = (clock: string) => `2026-11-18T${clock}:00+08:00`;

const book = (from: string, to: string, changes: Partial<MeetingDraft> = {}, id = 'u1') =>
  database.db.transaction().execute(async (trx) => {
    const place = { room: '302', location: { text: '三楼302', floor: '3', room: '302' } };
    const draft = { title: '例会', start: at(from), end: at(to), equipment: [], ...place, ...changes };
    const requester = { id, channel: 'web' };
    const result = await bookMeeting(trx, desk.context, { draft, requester, address: WEB, actor: id });
    if (!result.ok) throw new Error('the room is taken');
    return result.meeting;
  });
const act = (number: string, action: MeetingAction) =>
  database.db
    .transaction()
    .execute((trx) => actOnMeeting(trx, desk.context, { number, actor: 'u1', byRequester: true, action }));
const mine = async () => {
  const who = { accounts: [{ channel: 'web', account: 'u1' }], limit: 10 };
  return (await requesterMeetings(database.db, desk.context, who)).map(({ number }) => number);
};

test('one person’s meetings that are still to come, the next one first', async () => {
  const later = await book('15:00', '16:00');
  const sooner = await book('10:00', '11:00');
  await book('12:00', '13:00', {}, 'u2');
  expect(await mine()).toEqual([sooner.number, later.number]);
  await act(later.number, { action: 'cancel' });
  desk.clock.now += 3 * HOUR;
  expect(await mine()).toEqual([]);
});

test('one that runs over is still there until it is finished', async () => {
  const { number } = await book('10:00', '11:00');
  await act(number, { action: 'confirm' });
  await act(number, { action: 'start' });
  desk.clock.now += 5 * HOUR;
  expect(await mine()).toEqual([number]);
  await act(number, { action: 'finish' });
  expect(await mine()).toEqual([]);
});

test('the desk is told of each act once, and whose it was', async () => {
  const meeting = await book('10:00', '11:00', { layout: 'u_shape', attendees: 12 });
  expect(desk.told).toEqual([
    expect.objectContaining({
      subject: 'meeting',
      action: 'created',
      byRequester: true,
      meeting,
      address: WEB,
    }),
  ]);
  await act(meeting.number, { action: 'change', start: at('11:00') });
  expect(desk.told.slice(1)).toMatchObject([
    {
      action: 'change',
      byRequester: true,
      detail: { start: at('11:00') },
      meeting: { end: at('12:00'), version: 2 },
    },
  ]);
});

test('a refused act tells nobody and changes nothing', async () => {
  const { number } = await book('10:00', '11:00');
  await book('12:00', '13:00');
  desk.told.length = 0;
  const refused = await act(number, { action: 'change', start: at('12:30') });
  expect(refused).toMatchObject({
    ok: false,
    reason: 'room',
    meeting: { start: at('10:00'), version: 1 },
  });
  expect(desk.told).toEqual([]);
});

test('the place keeps what was understood of it; secrets in notes are masked', async () => {
  const meeting = await book('10:00', '11:00', { notes: '会议密码是Abc12345' });
  expect(meeting.location).toEqual({ text: '三楼302', floor: '3', room: '302' });
  expect(meeting.notes).not.toContain('Abc12345');
});
