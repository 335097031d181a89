/** Whether a change of a meeting touches nobody but who prints and pours: it is made at once, and can be taken back. */
import type { MeetingChanges, MeetingView } from '../../bot/desk.ts';
import { MADE_EQUIPMENT } from '../../bot/types.ts';

const SMALL: ReadonlySet<string> = new Set(['title', 'notes', 'equipment', 'quantities']);

/** Time, room, people, layout and technology are no small matters; name cards, tea, a title and notes are. */
export function isSmallChange(meeting: MeetingView, changes: MeetingChanges): boolean {
  if (!Object.keys(changes).every((name) => SMALL.has(name))) return false;
  const { equipment = meeting.equipment, quantities = {} } = changes;
  const other = [
    ...equipment.filter((one) => !meeting.equipment.includes(one)),
    ...meeting.equipment.filter((one) => !(equipment as readonly string[]).includes(one)),
    ...Object.entries(quantities).flatMap(([what, count]) =>
      (meeting.quantities?.[what] ?? 1) === count ? [] : [what],
    ),
  ];
  return other.every((what) => MADE_EQUIPMENT.has(what));
}
