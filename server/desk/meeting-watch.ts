/** When a meeting needs somebody's attention next, and what it needs then. Pure; all in epoch milliseconds. */
import { isAwaited } from './meeting-approval.ts';
import { isOpen, type MeetingState, type TaskState } from './meeting-state.ts';

const MINUTE_MS = 60_000;
/** Silence climbs: the crew again, then its lead, then whoever answers for the desk. */
const MOST_REMINDERS = 3;
const REMIND_EVERY_MS = 15 * MINUTE_MS;
/** A task is late only so long after it was due. */
const GRACE_MS = 10 * MINUTE_MS;

export type Attention =
  | { kind: 'finish'; level: number }
  | { kind: 'unapproved'; level: number }
  | { kind: 'unconfirmed'; level: number }
  | { kind: 'task_late'; task: TaskState; level: number };

const OVER: ReadonlySet<MeetingState['status']> = new Set(['done', 'cancelled']);

/** Nobody said that it is over: after so long it is taken to be. One that was begun may run over. */
const OVER_AFTER_MS: Partial<Record<MeetingState['status'], number>> = {
  confirmed: 15 * MINUTE_MS,
  in_progress: 120 * MINUTE_MS,
};

function overAt({ status, end }: MeetingState): number | null {
  const after = OVER_AFTER_MS[status];
  return after === undefined ? null : end + after;
}

/** Before it is agreed to, nobody has to say whether it can be done. */
function approvalDue({ status, approval, reminded, end }: MeetingState): number | null {
  if (OVER.has(status) || approval === null || approval.decision !== null || reminded >= MOST_REMINDERS)
    return null;
  const due = Date.parse(approval.due) + reminded * REMIND_EVERY_MS;
  return due < end ? due : null;
}

function confirmDue(meeting: MeetingState): number | null {
  const { status, confirmBy, reminded, end } = meeting;
  if (OVER.has(status) || isAwaited(meeting) || confirmBy === null || reminded >= MOST_REMINDERS) return null;
  const due = confirmBy + reminded * REMIND_EVERY_MS;
  return due < end ? due : null;
}

function lateAt({ status }: MeetingState, task: TaskState): number | null {
  const { reminded = 0 } = task;
  if (status === 'cancelled' || !isOpen(task) || reminded >= MOST_REMINDERS) return null;
  // Standing by is over when the meeting is; nobody reports it as done before.
  return task.what === 'standby' ? null : task.due + GRACE_MS + reminded * REMIND_EVERY_MS;
}

/** The next moment at which something is to be said; null where there is none. */
export function nextWatch(meeting: MeetingState): number | null {
  const moments = [
    overAt(meeting),
    approvalDue(meeting),
    confirmDue(meeting),
    ...meeting.tasks.map((task) => lateAt(meeting, task)),
  ].filter((moment) => moment !== null);
  return moments.length > 0 ? Math.min(...moments) : null;
}

/** What is due now, and the meeting as it stands once that is said: every step is taken once. */
export function attend(
  meeting: MeetingState,
  now: number,
): { meeting: MeetingState; attention: Attention[] } {
  const attention: Attention[] = [];
  const confirm = confirmDue(meeting);
  const approve = approvalDue(meeting);
  let after = meeting;
  if (approve !== null && approve <= now) {
    const level = levelAt(now - Date.parse(meeting.approval?.due ?? ''));
    attention.push({ kind: 'unapproved', level });
    after = { ...after, reminded: level };
  }
  if (confirm !== null && confirm <= now) {
    const level = levelAt(now - (meeting.confirmBy ?? now));
    attention.push({ kind: 'unconfirmed', level });
    after = { ...after, reminded: level };
  }
  const over = overAt(meeting);
  if (over !== null && over <= now) {
    attention.push({ kind: 'finish', level: 1 });
    after = { ...after, status: 'done', confirmBy: null, version: after.version + 1, updatedAt: now };
  }
  const tasks = after.tasks.map((task) => {
    const late = lateAt(meeting, task);
    if (late === null || late > now) return task;
    const level = levelAt(now - task.due - GRACE_MS);
    attention.push({ kind: 'task_late', task, level });
    return { ...task, reminded: level };
  });
  return { meeting: { ...after, tasks }, attention };
}

/** How far silence has climbed after so long: 1 is the crew. A server that was away says the last step alone. */
function levelAt(silentMs: number): number {
  return Math.min(MOST_REMINDERS, 1 + Math.floor(silentMs / REMIND_EVERY_MS));
}
