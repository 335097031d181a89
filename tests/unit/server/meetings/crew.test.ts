import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MeetingDraft } from '../../../../bot/desk.ts';
import type { MeetingAction } from '../../../../server/desk/meeting-actions.ts';
import { actOnMeeting } from '../../../../server/meetings/act-on-meeting.ts';
import { attendMeetings } from '../../../../server/meetings/attend-meetings.ts';
import { bookMeeting } from '../../../../server/meetings/book-meeting.ts';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { emptyTables, testDatabase } from '../../../support/database.ts';
import { HOUR, MINUTE, NINE, type TestDesk, testDesk, WEB } from '../../../support/small-desk.ts';

const CREW = `
  - id: crew
    name: 布场组
    lead: lead
    calendar: office
    members:
      - { id: lead, name: 李伟强, phone: "8021", skills: [conference] }
      - { id: second, name: 区志明, phone: "8022", skills: [conference] }
`;
const MORE = `
roster: { from: 2026-01-05, duty: [{ team: crew, person: second, phone: "6800-0033" }] }
`;
const CALENDARS =
  '{ always: { windows: 7x24 }, office: { windows: { wed: &d [["08:30", "17:30"]], thu: *d, fri: *d } } }';

let database: OpenDatabase;
let desk: TestDesk;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await emptyTables(database);
  desk = testDesk({
    more: MORE,
    calendars: CALENDARS,
    teams: CREW,
    routing: '[{ when: { category: conference }, team: crew }]',
  });
});

const at = (clock: string, day = 18) => `2026-11-${day}T${clock}:00+08:00`;
const book = async (changes: Partial<MeetingDraft> = {}) => {
  const result = await database.db.transaction().execute((trx) =>
    bookMeeting(trx, desk.context, {
      draft: {
        title: '例会',
        start: at('15:00'),
        end: at('16:00'),
        equipment: ['projector'],
        room: '302',
        location: { text: '302' },
        ...changes,
      },
      requester: { id: 'u1', channel: 'web' },
      address: WEB,
      actor: 'u1',
    }),
  );
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.meeting;
};
const act = async (number: string, action: MeetingAction) => {
  const result = await database.db
    .transaction()
    .execute((trx) =>
      actOnMeeting(trx, desk.context, { number, actor: '区志明', byRequester: false, action }),
    );
  if (!result.ok) throw new Error(result.reason);
  return result.meeting;
};
const said = async () => {
  desk.told.length = 0;
  await attendMeetings(database.db, desk.context);
  return desk.told.map(({ action, detail }) =>
    [action, detail.level, detail.task].filter((one) => one !== undefined),
  );
};
const dues = (meeting: { tasks: { id: string; due: string }[] }) =>
  meeting.tasks.map(({ id, due }) => `${id} ${due.slice(11, 16)}`);

describe('tasks', () => {
  test('a video or paperless meeting is tried with everybody an hour and a quarter of an hour before', async () => {
    const video = ['setup 13:30', 'test 14:00', 'test-final 14:45', 'standby 15:00', 'teardown 16:00'];
    expect(dues(await book({ equipment: ['video_conference'] }))).toEqual(video);
    expect(dues(await book({ room: '303', equipment: [], title: '无纸化办公会' }))).toEqual(video);
    expect(dues(await book({ room: '304' }))).toEqual(['setup 14:00', 'test 14:30', 'teardown 16:00']);
  });

  test('an important one is tried earlier, watched, and has two people', async () => {
    const meeting = await book({ assurance: true });
    expect(dues(meeting)).toEqual([
      'setup 12:00',
      'test 13:00',
      'test-final 14:30',
      'standby 15:00',
      'teardown 16:00',
    ]);
    expect(meeting.tasks[0]).toMatchObject({ assignee: '李伟强', backup: '区志明' });
  });

  test('they go to whoever has the fewest; out of hours to who is on duty', async () => {
    expect((await book()).tasks.map(({ assignee }) => assignee)).toEqual(['李伟强', '李伟强', '李伟强']);
    expect((await book({ room: '303' })).tasks[0]?.assignee).toBe('区志明');
    const late = await book({ start: at('20:00'), end: at('21:00') });
    expect(late.tasks.map(({ assignee }) => assignee)).toEqual(['区志明', '区志明', '区志明']);
  });

  test('what was found is kept item by item', async () => {
    const { number } = await book({ equipment: ['video_conference'] });
    const items = [
      { item: 'video_conference', ok: true },
      { item: 'remote_sites', ok: false, note: '三号会场无声' },
    ];
    const meeting = await act(number, { action: 'task_done', task: 'test', items });
    expect(meeting.tasks.find(({ id }) => id === 'test')).toMatchObject({ assignee: '李伟强', items });
  });
});

describe('confirming', () => {
  test('silence climbs to the crew, then its lead, and each step is said once', async () => {
    const { number, confirmBy } = await book();
    expect(confirmBy).toBe(at('09:30'));
    expect(await said()).toEqual([]);
    desk.clock.now = NINE + 30 * MINUTE;
    expect(await said()).toEqual([['unconfirmed', 1]]);
    expect(await said()).toEqual([]);
    desk.clock.now += 15 * MINUTE;
    expect(await said()).toEqual([['unconfirmed', 2]]);
    expect(desk.told[0]?.detail).toMatchObject({ lead: '李伟强 8021', team: '布场组' });
    await act(number, { action: 'confirm' });
    desk.clock.now += 15 * MINUTE;
    expect(await said()).toEqual([]);
  });

  test('a change that touches the crew is confirmed once more; a new title is not', async () => {
    const { number } = await book();
    expect(await act(number, { action: 'confirm' })).toMatchObject({ status: 'confirmed', confirmBy: null });
    expect(await act(number, { action: 'change', title: '周例会' })).toMatchObject({ confirmBy: null });
    const moved = await act(number, { action: 'change', start: at('16:00') });
    expect(moved).toMatchObject({ status: 'confirmed', confirmBy: at('09:30') });
    expect(await act(number, { action: 'confirm' })).toMatchObject({ status: 'confirmed', confirmBy: null });
    await expect(act(number, { action: 'confirm' })).rejects.toThrow('not_allowed');
  });

  test('out of hours the one on duty has ten minutes where it cannot wait, else until the crew is back', async () => {
    desk.clock.now = Date.parse(at('20:00'));
    const soon = await book({ start: at('22:00'), end: at('23:00') });
    expect(soon.confirmBy).toBe(at('20:10'));
    const later = await book({ start: at('15:00', 19), end: at('16:00', 19) });
    expect(later.confirmBy).toBe(at('09:00', 19));
  });

  test('nothing to lay out: nothing to confirm', async () => {
    expect(await book({ equipment: [] })).toMatchObject({ tasks: [], confirmBy: null });
  });
});

describe('tasks that are not done in time', () => {
  test('climb, until they are done or the meeting is cancelled', async () => {
    const { number } = await book();
    await act(number, { action: 'confirm' });
    desk.clock.now = Date.parse(at('14:10'));
    expect(await said()).toEqual([['task_late', 1, 'setup']]);
    desk.clock.now = Date.parse(at('14:25'));
    expect(await said()).toEqual([['task_late', 2, 'setup']]);
    await act(number, { action: 'task_done', task: 'setup' });
    desk.clock.now = Date.parse(at('14:40'));
    expect(await said()).toEqual([['task_late', 1, 'test']]);
    await act(number, { action: 'cancel' });
    desk.clock.now += HOUR;
    expect(await said()).toEqual([]);
  });

  test('a server that was away says the step that silence has come to, once', async () => {
    await book();
    desk.clock.now = Date.parse(at('14:35'));
    expect(await said()).toEqual([
      ['unconfirmed', 3],
      ['task_late', 2, 'setup'],
    ]);
    expect(await said()).toEqual([]);
  });
});
