/** In English: the check-list page of a meeting's crew, and the page that the code at the door opens. */
import type { Loose } from '../loose.ts';
import type { checklist as chinese } from '../zh/checklist.ts';

export const checklist: Loose<typeof chinese> = {
  checklist: {
    title: 'Check-list',
    link: 'Check-list (on the phone)',
    code: 'Check-list code',
    people: (count) => `${count} people`,
    due: (when) => `before ${when}`,
    from: (when) => `from ${when}`,
    late: 'late',
    nothing: 'There is nothing to do for this meeting.',
    done: (who, when) => `✓ done by ${who}, ${when}`,
    good: 'OK',
    bad: 'Fault',
    note: 'What is wrong',
    who: 'Done by',
    other: 'Somebody else',
    name: 'Name',
    result: 'Remarks (optional)',
    used: 'How many were used',
    save: 'Save for now',
    finish: (task) => `${task} done`,
    saved: 'Saved; go on when you like.',
    finished: (task) => `${task} is recorded as done, and the group has been told.`,
    stillBad: 'There are faults: see to them first, or write in the remarks how it stands, then finish.',
    needName: 'Please say who did it.',
    needItems: 'Some items are open; all must be looked at before it is done. Save it if you go on later.',
    gone: 'This check-list cannot be opened: the meeting was over a day ago, was cancelled, or the address is wrong. Open the meeting’s card in the group again.',
    tooOften: 'Too many attempts. Please wait a minute.',
    doorLead:
      'Taking part? Add the meeting to your calendar. If something does not work, tell the service desk or call.',
    calendar: 'Add to calendar',
    crew: 'Crew: open the check-list with the code on the card',
    open: 'Open',
    wrongCode: 'Wrong code. It stands on the meeting’s card in the group.',
    phone: (number) => `Service desk ${number}`,
  },
};
