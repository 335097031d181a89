/** In English: meetings that repeat. */
import type { Loose } from '../loose.ts';
import type { series as chinese } from '../zh/series.ts';

export const series: Loose<typeof chinese> = {
  series: {
    daily: 'every day',
    workdays: 'every working day',
    weekly: (interval, days) =>
      `${interval > 1 ? 'every other' : 'every'} ${days.map((day) => ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][day]).join(', ')}`,
    monthly: (day) => `on day ${day} of the month`,
    until: (when) => `until ${when}`,
    skipped: 'not on public holidays',
    moved: 'moved past public holidays',
    comma: ', ',
    askUntil: () => 'Until when? E.g. “until the end of December”, or “no end”.',
    booked: (count, first, last, missed) =>
      `${count} booked: the first ${first}, the last ${last}. ${missed ? `The room is taken on ${missed}; another room for those? ` : ''}Tell me if one or all of them change.`,
    none: (missed) =>
      missed
        ? `None could be booked: the room is taken on ${missed}. Another room or time?`
        : 'That gives no day at all. Another one?',
    andMore: (days, count) => `${days.join(', ')} and more, ${count} in all`,
    askWhich: (title) => `“${title}” comes again. Only this one, or all from here on?`,
    askCancelWhich: (title) => `“${title}” comes again. Cancel only this one, or all from here on?`,
    one: (when) => `Only this one (${when})`,
    all: 'All from here on',
    askApply: (count, missed) =>
      `Change all ${count} from here on like this?${missed ? ` These cannot be changed and stay as they are: ${missed}.` : ''}`,
    noneChanged: (missed) => `None can be changed, the room is taken: ${missed}. Another time or room?`,
    changed: (count, missed) =>
      `${count} changed. ${missed ? `Those on ${missed} could not be, and stay as they were. ` : ''}The crew will confirm them again.`,
    cancelled: (count) => `${count} are cancelled and the room is free again.`,
  },
};
