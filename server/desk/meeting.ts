/** The state machine of a meeting, and what an action changes in it. */

import type { MeetingAction, MeetingActionName } from './meeting-actions.ts';
import { isAwaited } from './meeting-approval.ts';
import type { Meeting, MeetingStatus } from './meeting-record.ts';
import { isOpen, type MeetingState } from './meeting-state.ts';
import { tasksFor } from './meeting-tasks.ts';
import { fromIso, toIso } from './moments.ts';
import { withoutUndefined } from './ticket-state.ts';

const NOWHERE: Record<MeetingStatus, null> = {
  requested: null,
  confirmed: null,
  in_progress: null,
  done: null,
  cancelled: null,
};

/** Where an action leads; `same`: the status stays; null: not allowed. A room is cleared after the meeting is done. */
const TABLE: Record<MeetingActionName, Record<MeetingStatus, MeetingStatus | 'same' | null>> = {
  confirm: { ...NOWHERE, requested: 'confirmed' },
  change: { ...NOWHERE, requested: 'same', confirmed: 'same', in_progress: 'same' },
  approve: { ...NOWHERE, requested: 'same' },
  refuse: { ...NOWHERE, requested: 'cancelled' },
  cancel: { ...NOWHERE, requested: 'cancelled', confirmed: 'cancelled' },
  start: { ...NOWHERE, confirmed: 'in_progress' },
  finish: { ...NOWHERE, in_progress: 'done' },
  task_done: { requested: 'same', confirmed: 'same', in_progress: 'same', done: 'same', cancelled: null },
  task_check: { requested: 'same', confirmed: 'same', in_progress: 'same', done: 'same', cancelled: null },
  rate: { ...NOWHERE, done: 'same' },
};

/** The status after `action`, or null where it is not allowed. */
export function nextMeetingStatus(status: MeetingStatus, action: MeetingActionName): MeetingStatus | null {
  const leads = TABLE[action][status];
  return leads === 'same' ? status : leads;
}

/** The actions that the status allows, in the order of the table. */
export function allowedMeetingActions(status: MeetingStatus): MeetingActionName[] {
  return (Object.keys(TABLE) as MeetingActionName[]).filter((action) => TABLE[action][status] !== null);
}

export interface MeetingChangeInput {
  action: MeetingAction;
  actor: string;
  /** Epoch milliseconds. */
  now: number;
  zone: string;
  /** The room as it is kept; see rooms.ts. */
  roomOf(said: string): string;
}

export type MeetingChange =
  | { ok: true; meeting: MeetingState; detail: Record<string, unknown> }
  | { ok: false; reason: MeetingFault };

/** `not_approved`: whoever has a say in the room has not agreed. */
export type MeetingFault = 'not_allowed' | 'not_approved' | 'end_before_start' | 'no_such_task';

type Effect = { changes: Partial<MeetingState>; detail: Record<string, unknown> };
type Refused = { refused: MeetingFault };
type ActionOf<Name extends MeetingActionName> = Extract<MeetingAction, { action: Name }>;
type Handlers = {
  [Name in MeetingActionName]: (
    meeting: MeetingState,
    action: ActionOf<Name>,
    input: MeetingChangeInput,
  ) => Effect | Refused;
};

/** Carries out one action, or says why not. Whether the room is free is not asked here. */
export function changeMeeting(before: MeetingState, input: MeetingChangeInput): MeetingChange {
  const { action, now } = input;
  const status = confirmsAgain(before, action)
    ? before.status
    : nextMeetingStatus(before.status, action.action);
  if (status === null) return { ok: false, reason: 'not_allowed' };
  const handler = HANDLERS[action.action] as (
    meeting: MeetingState,
    action: MeetingAction,
    input: MeetingChangeInput,
  ) => Effect | Refused;
  const effect = handler(before, action, input);
  if ('refused' in effect) return { ok: false, reason: effect.refused };
  const meeting = { ...before, ...effect.changes, status, updatedAt: now, version: before.version + 1 };
  return { ok: true, meeting, detail: withoutUndefined(effect.detail) };
}

/** What was changed is confirmed once more; the meeting itself stays as it was. */
function confirmsAgain({ status, confirmBy }: MeetingState, { action }: MeetingAction): boolean {
  return action === 'confirm' && confirmBy !== null && (status === 'confirmed' || status === 'in_progress');
}

const CONFIRMED = { confirmBy: null, reminded: 0 };

const HANDLERS: Handlers = {
  confirm: (meeting) =>
    isAwaited(meeting) ? { refused: 'not_approved' } : { changes: CONFIRMED, detail: {} },
  change: changed,
  approve: (meeting, _action, input) => decided(meeting, 'approved', input),
  refuse: (meeting, { reason }, input) => {
    const refused = decided(meeting, 'refused', input);
    if ('refused' in refused) return refused;
    return { changes: { ...refused.changes, ...calledOff(meeting, input.now) }, detail: { reason } };
  },
  cancel: (meeting, { reason }, { now }) => ({ changes: calledOff(meeting, now), detail: { reason } }),
  start: () => ({ changes: CONFIRMED, detail: {} }),
  // Who ends early gives the room back.
  finish: ({ start, end }, _action, { now }) => ({
    changes: now > start && now < end ? { end: now } : {},
    detail: {},
  }),
  task_done: taskDone,
  // A word that comes after the score stands beside it.
  rate: (meeting, { score, text }, { now, zone }) => ({
    changes: { rating: { score, text: text ?? meeting.rating?.text ?? null, at: toIso(now, zone) } },
    detail: { score, text },
  }),
  task_check: (meeting, { task: id, items }) => {
    const task = meeting.tasks.find((one) => one.id === id);
    if (task === undefined) return { refused: 'no_such_task' };
    if (!isOpen(task)) return { refused: 'not_allowed' };
    const tasks = meeting.tasks.map((one) => (one === task ? { ...task, items } : one));
    return { changes: { tasks }, detail: { task: id, items } };
  },
};

function calledOff({ tasks }: MeetingState, now: number): Partial<MeetingState> {
  const open = (task: MeetingState['tasks'][number]) =>
    isOpen(task) ? { ...task, doneAt: now, result: 'cancelled' } : task;
  return { ...CONFIRMED, tasks: tasks.map(open) };
}

function decided(
  { approval }: MeetingState,
  decision: 'approved' | 'refused',
  { actor, now, zone }: MeetingChangeInput,
): Effect | Refused {
  if (approval === null || approval.decision !== null) return { refused: 'not_allowed' };
  const changes = { approval: { ...approval, decision, by: actor, at: toIso(now, zone) }, reminded: 0 };
  return { changes, detail: {} };
}

function changed(meeting: MeetingState, action: ActionOf<'change'>, { zone, roomOf }: MeetingChangeInput) {
  const { action: _, start: saidStart, end: saidEnd, room: saidRoom, ...rest } = action;
  const start = saidStart === undefined ? meeting.start : fromIso(saidStart, zone);
  const end = saidEnd === undefined ? meeting.end + (start - meeting.start) : fromIso(saidEnd, zone);
  if (end <= start) return { refused: 'end_before_start' as const };
  const place = saidRoom === undefined ? {} : { room: roomOf(saidRoom), location: { text: saidRoom } };
  const kept = { ...meeting, ...withoutUndefined(rest), ...place, start, end } as MeetingState;
  const moved = { ...kept, quantities: quantitiesAfter(meeting, kept) };
  const { status: _status, version: _version, ...changes } = { ...moved, tasks: tasksFor(moved) };
  const was = differentBefore(meeting, moved, zone);
  return { changes, detail: { ...rest, start: saidStart, end: saidEnd, room: saidRoom, was } };
}

const TOLD = [
  'room',
  'attendees',
  'equipment',
  'quantities',
  'layout',
  'title',
  'notes',
  'assurance',
] as const;

/** What a change took the place of, as the API shows it: so that it can be told as a difference, and taken back. */
export type Before = Partial<Pick<Meeting, 'start' | 'end' | (typeof TOLD)[number]>>;

function differentBefore(before: MeetingState, after: MeetingState, zone: string): Before {
  const isOther = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  return Object.fromEntries([
    ...(['start', 'end'] as const)
      .filter((name) => before[name] !== after[name])
      .map((name) => [name, toIso(before[name], zone)]),
    ...TOLD.filter((name) => isOther(before[name], after[name])).map((name) => [name, before[name]]),
  ]);
}

/** What goes from the list takes its number with it. */
function quantitiesAfter(
  before: MeetingState,
  { equipment, quantities }: MeetingState,
): Record<string, number> {
  const counted = Object.entries({ ...before.quantities, ...quantities });
  return Object.fromEntries(counted.filter(([what, count]) => equipment.includes(what) && count > 1));
}

function taskDone(meeting: MeetingState, action: ActionOf<'task_done'>, { now, actor }: MeetingChangeInput) {
  const task = meeting.tasks.find(({ id }) => id === action.task);
  if (task === undefined) return { refused: 'no_such_task' as const };
  if (!isOpen(task)) return { refused: 'not_allowed' as const };
  const done = withoutUndefined({
    ...task,
    doneAt: now,
    assignee: task.assignee ?? actor,
    result: action.result,
    items: action.items,
  });
  return {
    changes: {
      tasks: meeting.tasks.map((other) => (other === task ? done : other)),
      ...(action.used ? { used: action.used } : {}),
    },
    detail: { task: action.task, result: action.result, items: action.items, used: action.used },
  };
}
