/** A meeting as the desk's rules see it: moments are epoch milliseconds. How it looks outside: `meetingRecord`. */
import type { Span } from './alternatives.ts';
import type { Meeting, MeetingTask } from './meeting-record.ts';
import { toIso, toIsoOrNull } from './moments.ts';

export interface TaskState
  extends Pick<MeetingTask, 'id' | 'what' | 'assignee' | 'result' | 'backup' | 'items'> {
  due: number;
  doneAt: number | null;
  /** How often somebody was reminded of it. */
  reminded?: number;
}

export interface MeetingState
  extends Omit<Meeting, 'start' | 'end' | 'tasks' | 'confirmBy' | 'createdAt' | 'updatedAt' | 'history'> {
  start: number;
  end: number;
  /** The meeting with the time to prepare its room and to clear it. */
  block: Span;
  tasks: TaskState[];
  confirmBy: number | null;
  /** How often the crew was reminded to confirm, or the approver to decide. */
  reminded: number;
  createdAt: number;
  updatedAt: number;
}

export interface MeetingEntry {
  at: number;
  actor: string;
  action: string;
  detail: Record<string, unknown>;
}

export function isOpen(task: TaskState): boolean {
  return task.doneAt === null;
}

/** The meeting as it stands in the API, in cards and in events. */
export function meetingRecord(meeting: MeetingState, history: MeetingEntry[], zone: string): Meeting {
  const { block: _block, reminded: _reminded, ...shown } = meeting;
  return {
    ...shown,
    start: toIso(meeting.start, zone),
    end: toIso(meeting.end, zone),
    confirmBy: toIsoOrNull(meeting.confirmBy, zone),
    tasks: meeting.tasks.map(({ reminded: _told, ...task }) => ({
      ...task,
      due: toIso(task.due, zone),
      doneAt: toIsoOrNull(task.doneAt, zone),
    })),
    createdAt: toIso(meeting.createdAt, zone),
    updatedAt: toIso(meeting.updatedAt, zone),
    history: history.map((entry) => ({ ...entry, at: toIso(entry.at, zone) })),
  };
}
