import { describe, expect, test } from 'vitest';
import { allowedMeetingActions, changeMeeting, nextMeetingStatus } from '../../../../server/desk/meeting.ts';
import type { MeetingAction, MeetingActionName } from '../../../../server/desk/meeting-actions.ts';
import { MeetingStatus } from '../../../../server/desk/meeting-record.ts';
import type { MeetingState } from '../../../../server/desk/meeting-state.ts';
import { tasksFor } from '../../../../server/desk/meeting-tasks.ts';
import { HOUR, MINUTE, NINE, ZONE } from '../../../support/small-desk.ts';

const ROWS: Record<MeetingActionName, [MeetingStatus[], MeetingStatus | 'unchanged']> = {
  confirm: [['requested'], 'confirmed'],
  change: [['requested', 'confirmed', 'in_progress'], 'unchanged'],
  approve: [['requested'], 'unchanged'],
  refuse: [['requested'], 'cancelled'],
  cancel: [['requested', 'confirmed'], 'cancelled'],
  start: [['confirmed'], 'in_progress'],
  finish: [['in_progress'], 'done'],
  task_done: [['requested', 'confirmed', 'in_progress', 'done'], 'unchanged'],
  rate: [['done'], 'unchanged'],
  task_check: [['requested', 'confirmed', 'in_progress', 'done'], 'unchanged'],
};
const ACTIONS = Object.keys(ROWS) as MeetingActionName[];

test.each(ACTIONS.flatMap((action) => MeetingStatus.options.map((status) => [action, status] as const)))(
  '%s from %s',
  (action, status) => {
    const [from, to] = ROWS[action];
    const expected = to === 'unchanged' ? status : to;
    expect(nextMeetingStatus(status, action)).toBe(from.includes(status) ? expected : null);
    expect(allowedMeetingActions(status).includes(action)).toBe(from.includes(status));
  },
);

function meeting(changes: Partial<MeetingState> = {}): MeetingState {
  const state: MeetingState = {
    number: 'M20261118-0001',
    status: 'confirmed',
    title: '例会',
    start: NINE + 2 * HOUR,
    end: NINE + 4 * HOUR,
    block: { start: NINE + 2 * HOUR, end: NINE + 4 * HOUR },
    room: '302',
    location: { text: '302' },
    attendees: 10,
    equipment: ['microphone'],
    quantities: {},
    layout: null,
    requester: { id: 'u1', channel: 'web', vip: false },
    notes: null,
    tasks: [],
    series: null,
    approval: null,
    used: null,
    rating: null,
    assurance: false,
    confirmBy: null,
    reminded: 0,
    createdAt: NINE,
    updatedAt: NINE,
    version: 1,
    ...changes,
  };
  return { ...state, tasks: changes.tasks ?? tasksFor(state) };
}

const change = (before: MeetingState, action: MeetingAction, now = NINE) =>
  changeMeeting(before, { action, actor: '王芳', now, zone: ZONE, roomOf: (said) => said });

describe('changing', () => {
  test('an end beside a start stands as it is given', () => {
    const result = change(meeting(), {
      action: 'change',
      start: '2026-11-18T12:00:00+08:00',
      end: '2026-11-18T12:30:00+08:00',
    });
    expect(result).toMatchObject({
      ok: true,
      meeting: { start: NINE + 3 * HOUR, end: NINE + 3.5 * HOUR, version: 2 },
    });
  });

  test('a moment may come with another offset', () => {
    const result = change(meeting(), { action: 'change', start: '2026-11-18T04:00:00Z' });
    expect(result).toMatchObject({ ok: true, meeting: { start: NINE + 3 * HOUR, end: NINE + 5 * HOUR } });
  });

  test('tasks that are done stay as they were; open ones that are no longer needed go', () => {
    const before = meeting();
    const tasks = before.tasks.map((task) => (task.what === 'setup' ? { ...task, doneAt: NINE } : task));
    const result = change({ ...before, tasks }, { action: 'change', equipment: [] });
    expect(result.ok && result.meeting.tasks).toEqual([tasks[0]]);
  });
});

test('ending early gives the room back; ending late or before the start does not move the end', () => {
  const running = meeting({ status: 'in_progress' });
  const endAfter = (now: number) => {
    const result = change(running, { action: 'finish' }, now);
    return result.ok && result.meeting.end;
  };
  expect(endAfter(NINE + 3 * HOUR)).toBe(NINE + 3 * HOUR);
  expect(endAfter(NINE + 5 * HOUR)).toBe(NINE + 4 * HOUR);
  expect(endAfter(NINE)).toBe(NINE + 4 * HOUR);
});

test('a task is done in the name of whoever did it', () => {
  const result = change(meeting(), { action: 'task_done', task: 'test' }, NINE + MINUTE);
  expect(result.ok && result.meeting.tasks.find(({ id }) => id === 'test')).toMatchObject({
    assignee: '王芳',
    doneAt: NINE + MINUTE,
  });
});
