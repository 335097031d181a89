import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MeetingDraft } from '../../../../bot/desk.ts';
import type { MeetingAction } from '../../../../server/desk/meeting-actions.ts';
import { actOnMeeting } from '../../../../server/meetings/act-on-meeting.ts';
import { bookMeeting } from '../../../../server/meetings/book-meeting.ts';
import { holdRoom } from '../../../../server/meetings/hold-room.ts';
import { settleRoom } from '../../../../server/meetings/settle-room.ts';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { emptyTables, testDatabase } from '../../../support/database.ts';
import { MINUTE, type TestDesk, testDesk, WEB } from '../../../support/small-desk.ts';

const ROOMS = `
rooms:
  - { id: small, name: 小会议室, floor: "2", capacity: 10, layouts: { banquet: 6 } }
  - { id: middle, name: 中会议室, floor: "3", capacity: 30, equipment: [projector], prepare: PT15M, clear: PT15M }
  - { id: large, name: 大会议室, floor: "3", capacity: 80, equipment: [projector, microphone], open: hours }
  - { id: board, name: 党组会议室, floor: "5", capacity: 100, bookableBy: [办公室] }
stock: { microphone: 4, projector: 1 }
`;
const CALENDARS = `{ always: { windows: 7x24 }, hours: { windows: { thu: [["08:00", "18:00"]], fri: [["08:00", "18:00"]] } } }`;

let database: OpenDatabase;
let desk: TestDesk;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await emptyTables(database);
  desk = testDesk({ more: ROOMS, calendars: CALENDARS });
});

const at = (clock: string, day = 19) => `2026-11-${day}T${clock}:00+08:00`;
const draftOf = (changes: Partial<MeetingDraft> = {}): MeetingDraft => {
  const room = changes.room ?? 'small';
  const span = { start: at('09:00'), end: at('10:00') };
  return { title: '例会', ...span, equipment: [], room, location: { text: room }, ...changes };
};
const requester = { id: 'u1', channel: 'web' };
const book = (changes: Partial<MeetingDraft> = {}, more: { holder?: string; department?: string } = {}) =>
  database.db.transaction().execute((trx) =>
    bookMeeting(trx, desk.context, {
      draft: draftOf(changes),
      requester: { ...requester, ...(more.department ? { department: more.department } : {}) },
      address: WEB,
      actor: 'u1',
      holder: more.holder,
    }),
  );
const hold = (holder: string, changes: Partial<MeetingDraft> = {}) =>
  database.db
    .transaction()
    .execute((trx) => holdRoom(trx, desk.context, { holder, draft: draftOf(changes), requester }));
const act = (number: string, action: MeetingAction) =>
  database.db
    .transaction()
    .execute((trx) => actOnMeeting(trx, desk.context, { number, actor: 'u1', byRequester: true, action }));
const booked = async (changes: Partial<MeetingDraft> = {}) => {
  const result = await book(changes);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.meeting;
};
const settle = (wanted: Parameters<typeof settleRoom>[2]) =>
  settleRoom(database.db, desk.context, wanted, { holder: 'me' });
const TIMES = { start: at('09:00'), end: at('10:00'), equipment: [] };

describe('what a room can take', () => {
  test('more people than it holds, in the layout that is wanted: told with rooms that hold them', async () => {
    const refused = await book({ attendees: 20 });
    expect(refused).toMatchObject({ ok: false, trouble: { reason: 'room_too_small', capacity: 10 } });
    expect(!refused.ok && 'alternatives' in refused && refused.alternatives).toEqual([
      { room: 'middle', start: at('09:00'), end: at('10:00') },
      { room: 'large', start: at('09:00'), end: at('10:00') },
    ]);
    expect(await book({ attendees: 8, layout: 'banquet' })).toMatchObject({
      trouble: { reason: 'room_too_small', capacity: 6 },
    });
    expect(await book({ attendees: 8 })).toMatchObject({ ok: true });
  });

  test('outside its opening hours: told with that day’s, and times within them', async () => {
    const late = await book({ room: 'large', start: at('17:30'), end: at('19:00'), attendees: 70 });
    expect(late).toMatchObject({
      ok: false,
      trouble: { reason: 'room_closed', hours: [{ start: at('08:00'), end: at('18:00') }] },
    });
    const offered = !late.ok && 'alternatives' in late ? late.alternatives : [];
    expect(offered[0]).toEqual({ room: 'large', start: at('16:30'), end: at('18:00') });
    expect(await book({ room: 'large', start: at('09:00', 21), end: at('10:00', 21) })).toMatchObject({
      trouble: { reason: 'room_closed', hours: [] },
    });
    expect(await book({ room: 'large', start: at('17:00'), end: at('18:00') })).toMatchObject({ ok: true });
  });

  test('a room for some departments only', async () => {
    const refused = await book({ room: 'board' });
    expect(refused).toMatchObject({ trouble: { reason: 'room_reserved', departments: ['办公室'] } });
    expect(await book({ room: 'board' }, { department: '办公室' })).toMatchObject({ ok: true });
  });

  test('time to prepare and to clear lies between two meetings', async () => {
    await booked({ room: 'middle' });
    const close = await book({ room: 'middle', start: at('10:15'), end: at('11:00') });
    expect(close).toMatchObject({ ok: false, trouble: { reason: 'room_taken' } });
    const offered = !close.ok && 'alternatives' in close ? close.alternatives : [];
    expect(offered[0]).toEqual({ room: 'middle', start: at('10:30'), end: at('11:15') });
    expect(await book({ room: 'middle', start: at('10:30'), end: at('11:00') })).toMatchObject({ ok: true });
  });

  test('a change is held to the same, and one that asks for less is not', async () => {
    const { number } = await booked({ attendees: 10 });
    expect(await act(number, { action: 'change', attendees: 11 })).toMatchObject({
      ok: false,
      trouble: { reason: 'room_too_small' },
      meeting: { attendees: 10, version: 1 },
    });
    expect(await act(number, { action: 'change', attendees: 9 })).toMatchObject({ ok: true });
  });
});

describe('a crew that can watch so many meetings at once', () => {
  beforeEach(() => {
    desk = testDesk({
      more: ROOMS.replace('stock: {', 'crewAtOnce: 1\nstock: { recording: 5,'),
      calendars: CALENDARS,
    });
  });

  test('is full: told with times when it is not; what nobody has to watch is no matter of it', async () => {
    await booked({ equipment: ['recording'] });
    const full = await book({ room: 'middle', equipment: ['recording'] });
    expect(full).toMatchObject({
      ok: false,
      trouble: { reason: 'equipment_short', short: [{ what: 'crew', wanted: 1, free: 0 }] },
      conflicts: [{ number: 'M20261118-0001' }],
    });
    const alternatives = !full.ok && 'alternatives' in full ? full.alternatives : [];
    expect(alternatives.length).toBeGreaterThan(0);
    for (const { start, end } of alternatives) expect(start >= at('10:00') || end <= at('09:00')).toBe(true);
    expect(await book({ room: 'middle', equipment: ['projector'] })).toMatchObject({ ok: true });
  });

  test('of two who ask in the same moment one has it', async () => {
    const both = await Promise.all([
      book({ equipment: ['recording'] }),
      book({ room: 'middle', equipment: ['recording'] }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('things that all rooms share', () => {
  test('four microphones are four, over all meetings at once', async () => {
    await booked({ equipment: ['microphone'], quantities: { microphone: 3 } });
    const short = await book({ room: 'middle', equipment: ['microphone'], quantities: { microphone: 2 } });
    expect(short).toMatchObject({
      ok: false,
      trouble: { reason: 'equipment_short', short: [{ what: 'microphone', wanted: 2, free: 1 }] },
      conflicts: [{ number: 'M20261118-0001' }],
    });
    expect(!short.ok && 'alternatives' in short && short.alternatives).toContainEqual({
      room: 'large',
      start: at('09:00'),
      end: at('10:00'),
    });
    expect(await book({ room: 'middle', equipment: ['microphone'] })).toMatchObject({ ok: true });
  });

  test('meetings one after the other use the same ones; what a room has takes none', async () => {
    const four = { equipment: ['microphone' as const], quantities: { microphone: 4 } };
    await booked(four);
    expect(await book({ ...four, start: at('10:00'), end: at('11:00') })).toMatchObject({ ok: true });
    expect(await book({ ...four, room: 'large' })).toMatchObject({ ok: true });
  });

  test('a thing that nobody has; things that are made for each meeting are never short', async () => {
    expect(await book({ equipment: ['livestream'] })).toMatchObject({
      trouble: { reason: 'equipment_short', short: [{ what: 'livestream', wanted: 1, free: 0 }] },
    });
    expect(await book({ equipment: ['name_cards'], quantities: { name_cards: 300 } })).toMatchObject({
      ok: true,
    });
  });

  test('what a meeting gives back is free; a later number takes the place of an earlier one', async () => {
    const { number } = await booked({ equipment: ['microphone'], quantities: { microphone: 4 } });
    const other = { room: 'middle', equipment: ['microphone' as const] };
    expect(await book(other)).toMatchObject({ ok: false });
    const fewer = await act(number, { action: 'change', quantities: { microphone: 3 } });
    expect(fewer).toMatchObject({ ok: true, meeting: { quantities: { microphone: 3 } } });
    expect(await book(other)).toMatchObject({ ok: true });
    await act(number, { action: 'cancel' });
    expect(await book({ start: at('09:00'), end: at('09:30'), equipment: ['microphone'] })).toMatchObject({
      ok: true,
    });
  });
});

describe('a room that is held', () => {
  test('is taken for others, free for who holds it, and free again when the hold has expired', async () => {
    expect(await hold('a')).toEqual({ ok: true, until: at('09:10', 18) });
    expect(await hold('b')).toMatchObject({ ok: false, trouble: { reason: 'room_taken' } });
    expect(await book()).toMatchObject({ ok: false });
    desk.clock.now += 10 * MINUTE;
    expect(await hold('b')).toMatchObject({ ok: true });
    expect(await book({}, { holder: 'a' })).toMatchObject({ ok: false });
    expect(await book({}, { holder: 'b' })).toMatchObject({ ok: true });
  });

  test('things are held with it; one conversation holds one room', async () => {
    await hold('a', { equipment: ['microphone'], quantities: { microphone: 4 } });
    expect(await hold('b', { room: 'middle', equipment: ['microphone'] })).toMatchObject({ ok: false });
    await hold('a', { room: 'large' });
    expect(await hold('b', { room: 'middle', equipment: ['microphone'] })).toMatchObject({ ok: true });
    expect(await book()).toMatchObject({ ok: true });
  });

  test('of many who ask for it in the same moment one has it', async () => {
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((holder) => hold(holder)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('which room is meant', () => {
  test('none named: those that suit and are free, the smallest that is large enough first', async () => {
    await hold('somebody', { room: 'middle' });
    const { settled, rooms } = await settle({ ...TIMES, attendees: 8 });
    expect(settled).toBeNull();
    expect(rooms.map(({ room }) => room)).toEqual(['small', 'large']);
  });

  test('what has the things built in comes first', async () => {
    const { rooms } = await settle({ ...TIMES, equipment: ['projector'], attendees: 8 });
    expect(rooms.map(({ room }) => room)).toEqual(['middle', 'large', 'small']);
  });

  test('a floor with one room is that room, with several a choice, with none a place like any other', async () => {
    const on = (floor: string) => ({ location: { text: `${floor}楼会议室`, floor } });
    expect((await settle({ ...TIMES, ...on('2') })).settled).toMatchObject({
      text: '小会议室',
      room: 'small',
    });
    expect((await settle({ ...TIMES, ...on('3') })).rooms.map(({ room }) => room)).toEqual([
      'middle',
      'large',
    ]);
    expect((await settle({ ...TIMES, ...on('9') })).settled).toEqual({ text: '9楼会议室', floor: '9' });
  });

  test('a larger one than the one spoken of; where none is free, times at which one is', async () => {
    expect((await settle({ ...TIMES, largerThan: '中会议室' })).rooms.map(({ room }) => room)).toEqual([
      'large',
    ]);
    await booked({ room: 'large' });
    const { rooms, alternatives } = await settle({ ...TIMES, largerThan: 'middle' });
    expect(rooms).toEqual([]);
    expect(alternatives[0]).toEqual({ room: 'large', start: at('10:00'), end: at('11:00') });
  });
});

test.each([
  ['a time that is past', { start: at('08:00', 18), end: at('08:30', 18) }, 'past'],
  ['an end before the start', { start: at('10:00'), end: at('09:00') }, 'end_before_start'],
  ['three years ahead', { start: '2029-11-19T09:00:00+08:00', end: '2029-11-19T10:00:00+08:00' }, 'too_far'],
])('%s is refused by its name', async (_, span, fault) => {
  expect(await book(span)).toEqual({ ok: false, reason: 'bad_time', fault });
});
