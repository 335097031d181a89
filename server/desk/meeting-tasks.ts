/** What a meeting gives the crew to do, and by when. */
import type { MeetingTask } from './meeting-record.ts';
import { isOpen, type MeetingState, type TaskState } from './meeting-state.ts';

type What = MeetingTask['what'];
type Needs = Pick<MeetingState, 'start' | 'end' | 'layout' | 'equipment'> & { tasks?: TaskState[] };

/** Equipment that can fail: it is tried before the meeting. */
const TESTED = ['projector', 'microphone', 'video_conference', 'screen', 'laptop', 'recording', 'livestream'];
/** Equipment that somebody must watch while the meeting runs. */
const WATCHED = ['video_conference', 'recording', 'livestream'];

const MINUTE_MS = 60_000;
const SETUP_BEFORE_MS = 60 * MINUTE_MS;
const TEST_BEFORE_MS = 30 * MINUTE_MS;

const RULES: Record<What, { needed(meeting: Needs): boolean; due(meeting: Needs): number }> = {
  setup: { needed: isLaidOut, due: ({ start }) => start - SETUP_BEFORE_MS },
  test: { needed: hasAny(TESTED), due: ({ start }) => start - TEST_BEFORE_MS },
  standby: { needed: hasAny(WATCHED), due: ({ start }) => start },
  teardown: { needed: isLaidOut, due: ({ end }) => end },
};

function isLaidOut({ layout, equipment }: Needs): boolean {
  return layout !== null || equipment.length > 0;
}

function hasAny(kinds: string[]) {
  return ({ equipment }: Needs) => equipment.some((item) => kinds.includes(item));
}

/**
 * The meeting's tasks as they should now be: open ones moved with it, those no longer needed left out, done ones kept.
 * There is one of each kind; its id is its kind.
 */
export function tasksFor(meeting: Needs): TaskState[] {
  const known = new Map((meeting.tasks ?? []).map((task) => [task.what, task]));
  return (Object.keys(RULES) as What[]).flatMap((what): TaskState[] => {
    const task = known.get(what) ?? { id: what, what, due: 0, assignee: null, doneAt: null };
    if (!isOpen(task)) return [task];
    return RULES[what].needed(meeting) ? [{ ...task, due: RULES[what].due(meeting) }] : [];
  });
}
