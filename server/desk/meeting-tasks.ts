/** What a meeting gives the crew to do, and by when. Pure. */
import { isOpen, type MeetingState, type TaskState } from './meeting-state.ts';

type Needs = Pick<
  MeetingState,
  'start' | 'end' | 'layout' | 'equipment' | 'assurance' | 'title' | 'notes'
> & {
  tasks?: TaskState[];
};

/** Equipment that can fail: it is tried before the meeting. */
const TESTED = ['projector', 'microphone', 'video_conference', 'screen', 'laptop', 'recording', 'livestream'];
/** Equipment that somebody must watch while the meeting runs. */
export const WATCHED = ['video_conference', 'recording', 'livestream'] as const;
/** Everybody who takes part from elsewhere has to be there when it is tried: it is tried twice. */
const JOINT = ['video_conference', 'livestream'];
const PAPERLESS = /无纸化|paperless/i;

const MINUTE_MS = 60_000;

/** Minutes before the start; an important meeting is tried earlier, so that there is time to bring another. */
const BEFORE = {
  plain: { setup: 60, test: 30, final: 0 },
  joint: { setup: 90, test: 60, final: 15 },
  assured: { setup: 180, test: 120, final: 30 },
};

interface Rule {
  id: string;
  what: TaskState['what'];
  needed: boolean;
  due: number;
}

/** «会前联调» at T−60 and T−15 for video and paperless meetings; at T−120 and T−30 for important ones. */
function rulesOf(meeting: Needs): Rule[] {
  const { start, end, layout, equipment, assurance } = meeting;
  const hasAny = (kinds: readonly string[]) => equipment.some((item) => kinds.includes(item));
  const isJoint = hasAny(JOINT) || PAPERLESS.test(`${meeting.title} ${meeting.notes ?? ''}`);
  const isTested = isJoint || hasAny(TESTED);
  const isLaidOut = layout !== null || equipment.length > 0 || assurance || isJoint;
  const before = assurance ? BEFORE.assured : isJoint ? BEFORE.joint : BEFORE.plain;
  const at = (minutes: number) => start - minutes * MINUTE_MS;
  return [
    { id: 'setup', what: 'setup', needed: isLaidOut, due: at(before.setup) },
    { id: 'test', what: 'test', needed: isTested, due: at(before.test) },
    { id: 'test-final', what: 'test', needed: isTested && before.final > 0, due: at(before.final) },
    { id: 'standby', what: 'standby', needed: isJoint || assurance || hasAny(WATCHED), due: start },
    { id: 'teardown', what: 'teardown', needed: isLaidOut, due: end },
  ];
}

/**
 * The meeting's tasks as they should now be: open ones moved with it, those no longer needed left out, done ones kept.
 * One that moves is given to somebody anew.
 */
export function tasksFor(meeting: Needs): TaskState[] {
  const known = new Map((meeting.tasks ?? []).map((task) => [task.id, task]));
  return rulesOf(meeting).flatMap(({ id, what, needed, due }): TaskState[] => {
    const task = known.get(id);
    if (task && !isOpen(task)) return [task];
    if (!needed) return [];
    if (task === undefined) return [{ id, what, due, assignee: null, doneAt: null }];
    if (task.due === due) return [task];
    return [{ id, what, due, assignee: null, doneAt: null }];
  });
}

/** What is to be looked at in a task, one item a line of the check-list: the kinds of things that are needed. */
export function checkItems(
  meeting: Needs & Pick<MeetingState, 'attendees'>,
  task: Pick<TaskState, 'id' | 'what'>,
): string[] {
  const { equipment, layout, assurance } = meeting;
  switch (task.what) {
    case 'setup':
      return [...(layout ? [`layout:${layout}`] : []), ...equipment, ...(assurance ? ['spare'] : [])];
    case 'test': {
      const tried = equipment.filter((item) => TESTED.includes(item));
      const isJoint = equipment.some((item) => JOINT.includes(item));
      return [...tried, ...(isJoint ? ['remote_sites'] : []), ...(assurance ? ['spare'] : [])];
    }
    case 'standby':
      return equipment.filter((item) => WATCHED.some((watched) => watched === item));
    case 'teardown':
      return ['counted', 'powered_off'];
  }
}
