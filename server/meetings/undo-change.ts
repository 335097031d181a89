/** Takes the last change of a meeting back. */
import type { Before } from '../desk/meeting.ts';
import { MeetingAction } from '../desk/meeting-actions.ts';
import type { Meeting } from '../desk/meeting-record.ts';

/** The change that undoes the last one; null where something else was done since (`version`), or nothing can be undone. */
export function undoOf(meeting: Meeting, version: number): MeetingAction | null {
  const last = meeting.history.at(-1);
  const { was }: { was?: Before } = last?.detail ?? {};
  if (meeting.version !== version || last?.action !== 'change' || was === undefined) return null;
  const { notes, quantities, ...others } = was;
  const undone = {
    ...others,
    ...(notes === undefined ? {} : { notes: notes ?? '' }),
    ...(quantities === undefined ? {} : { quantities: { ...onesFor(meeting), ...quantities } }),
  };
  // What nobody had said before, a number of people, cannot be unsaid: there is no such change.
  const change = MeetingAction.safeParse({ action: 'change', ...undone });
  return change.success ? change.data : null;
}

/** A number that was not there before goes back to one. */
function onesFor({ quantities }: Meeting): Record<string, number> {
  return Object.fromEntries(Object.keys(quantities).map((what) => [what, 1]));
}
