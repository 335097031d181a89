/** Which buttons a meeting shows, read by its status. Pure; the server decides in the end. */
import type { Meeting, MeetingTask, Role } from '../shapes.ts';

export type MeetingAct = 'approve' | 'refuse' | 'confirm' | 'start' | 'finish' | 'cancel';

/** Those that ask why before they are carried out. */
export const ASKS_WHY: ReadonlySet<MeetingAct> = new Set(['refuse', 'cancel']);

const mayAct = (role: Role): boolean => role === 'dispatcher' || role === 'admin';

/** Whether the crew has still to say that it will be there. */
export const awaitsCrew = ({ status, confirmBy }: Pick<Meeting, 'status' | 'confirmBy'>): boolean =>
  status === 'requested' || ((status === 'confirmed' || status === 'in_progress') && confirmBy !== null);

/** In the order in which they are offered; none to one who may only look. */
export function meetingActs(
  meeting: Pick<Meeting, 'status' | 'confirmBy' | 'approval'>,
  role: Role,
): MeetingAct[] {
  if (!mayAct(role)) return [];
  const { status, approval } = meeting;
  // Before whoever has a say in the room has agreed there is nothing to confirm.
  const isAsked = status === 'requested' && approval?.decision === null;
  const offered: [MeetingAct, boolean][] = [
    ['approve', isAsked],
    ['refuse', isAsked],
    ['confirm', !isAsked && awaitsCrew(meeting)],
    ['start', status === 'confirmed'],
    ['finish', status === 'in_progress'],
    ['cancel', status === 'requested' || status === 'confirmed'],
  ];
  return offered.filter(([, isOffered]) => isOffered).map(([act]) => act);
}

/** Whether a task of the meeting may be ticked off: clearing is still done after the end. */
export const mayFinishTask = (meeting: Pick<Meeting, 'status'>, task: MeetingTask, role: Role): boolean =>
  mayAct(role) && meeting.status !== 'cancelled' && task.doneAt === null;
