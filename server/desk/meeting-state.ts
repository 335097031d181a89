/** A meeting as the desk's rules see it: moments are epoch milliseconds. How it looks outside: `meetingRecord`. */
import type { Meeting, MeetingTask } from './meeting-record.ts';
import { toIso, toIsoOrNull } from './moments.ts';

export interface TaskState extends Pick<MeetingTask, 'id' | 'what' | 'assignee' | 'result'> {
  due: number;
  doneAt: number | null;
}

export interface MeetingState
  extends Omit<Meeting, 'start' | 'end' | 'tasks' | 'createdAt' | 'updatedAt' | 'history'> {
  start: number;
  end: number;
  tasks: TaskState[];
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
  return {
    ...meeting,
    start: toIso(meeting.start, zone),
    end: toIso(meeting.end, zone),
    tasks: meeting.tasks.map((task) => ({
      ...task,
      due: toIso(task.due, zone),
      doneAt: toIsoOrNull(task.doneAt, zone),
    })),
    createdAt: toIso(meeting.createdAt, zone),
    updatedAt: toIso(meeting.updatedAt, zone),
    history: history.map((entry) => ({ ...entry, at: toIso(entry.at, zone) })),
  };
}
