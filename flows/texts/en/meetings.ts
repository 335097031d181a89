/** In English: booking, changing and cancelling a meeting. */
import type { Loose } from '../loose.ts';
import type { meetings as chinese } from '../zh/meetings.ts';

export const meetings: Loose<typeof chinese> = {
  askStart: (again) =>
    again
      ? 'On which day and at what time does it start? E.g. “tomorrow 3pm”.'
      : 'When is it, from when to when?',
  noSuchDay: (day) => `There is no ${day}. Which day, and from when to when?`,
  askHour: (day) => `At what time ${day}?`,
  askEnd: (again) =>
    again ? 'How long will it take? E.g. “two hours” or “until 5pm”.' : 'Until when, or for how long?',
  askRoom: (again) => (again ? 'Which room or floor?' : 'Which meeting room?'),
  askAttendees: (again) => (again ? 'Roughly how many people? Just a number.' : 'About how many people?'),
  meetingLead: () => ['This is the meeting as I understood it. Is it right?', 'Please check the meeting:'],
  meetingTitle: 'Meeting (not yet booked)',
  meetingDefaultTitle: (who) => (who ? `Meeting of ${who}` : 'Meeting'),
  booked: (meeting) =>
    `Recorded as ${meeting.number}: ${meeting.when}, ${meeting.room}. ${meeting.approver ? `The room needs the agreement of ${meeting.approver}; I have asked and will tell you the answer` : 'I will tell you once the crew has confirmed it'}; tell me if it changes.`,
  meetingInvalid: (what) =>
    ({
      past: [
        'That time is in the past. When should it start?',
        'That is in the past as well. On which day, at what time?',
      ],
      end_before_start: [
        'The end is before the start. From when to when, please?',
        'The times still do not fit. From when to when? Say “never mind” to drop it.',
      ],
      too_far: 'That is too far ahead; up to one year can be booked. Another time?',
      overnight:
        'That would run past midnight, something may be the wrong way round. From when to when, please? For a meeting over two days, book each day.',
      too_long: 'That span is very long, something may be the wrong way round. From when to when, please?',
    })[what] ?? 'That time does not work. Another one, please?',
  dayOfMonth: (month, day) => `${day}/${month}`,
  whichMeeting: () => ['Which meeting?', 'Which meeting do you mean?'],
  noMeetingThen: (day) => `You have no meeting ${day}. Is it this one?`,
  noMeetings: () => 'I find no meeting of yours. To book one, tell me time, place and how many people.',
  askChange: (again) =>
    again
      ? 'Time, room, people or equipment? E.g. “to 4pm”, “5 more name cards”. Anything else: write it down and I will note it for the crew.'
      : 'What should be changed? E.g. “to 4pm”, “room 302”, “40 people”.',
  changeTitle: (title) => `Change of “${title}”`,
  askApply: () => ['Shall I change it like this?', 'Is this right?'],
  fromTo: (was, is) => (was ? `${was} → ${is || 'none'}` : is || 'none'),
  changeUndone: (number) => `Undone: ${number} is as it was before.`,
  documents: {
    name_cards: 'name cards',
    sign_in_sheet: 'sign-in sheet',
    door_sign: 'door sign',
    askNames: (again) =>
      again
        ? 'Just send me the list, one name a line or with commas, e.g. “Zhang San, Li Si”.'
        : 'Which names go on the cards? Send me the list, one a line or with commas.',
    made: (what, title, names) =>
      `Here ${names > 0 ? `are the ${what} for “${title}”, ${names} of them, to be folded so that both sides read` : `is the ${what} for “${title}”`}; it can be printed as it is:`,
  },
  meetingRating: {
    title: 'How was the service for this meeting?',
    thanks: (score) => (score >= 4 ? 'Thank you; the crew will hear it.' : 'Noted, thank you for saying so.'),
    why: () =>
      'Sorry about that. What went wrong? A line is enough and the lead will read it; “no” if you would rather not.',
    noted: () => 'Noted; the lead will follow it up.',
    notYours: () => 'I find no such meeting of yours that is over.',
  },
  offerGone: () => 'That one is no longer free. Tell me time and people and I will look again.',
  changeKept: () => 'Something else was changed since, so that cannot be undone. Tell me how it should be.',
  meetingChanged: (number, differences, reconfirmed) =>
    differences.length > 0
      ? `Changed (${number}): ${differences.join('; ')}. ${reconfirmed ? 'The crew will confirm it again.' : 'The crew has been told.'}`
      : `${number} is like that already; nothing to change.`,
  changedTo: (label, was, is) => (was ? `${label} ${was} → ${is}` : `${label} → ${is || 'none'}`),
  askCancelMeeting: (title, when) => `Cancel “${title}” (${when})?`,
  meetingCancelled: (number) => `${number} is cancelled and the room is free again.`,
  meetingKept: () => 'All right, the meeting stays as it is.',
};
