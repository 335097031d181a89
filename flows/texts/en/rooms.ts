/** In English: rooms, free and taken. */
import type { Loose } from '../loose.ts';
import type { rooms as chinese } from '../zh/rooms.ts';

export const rooms: Loose<typeof chinese> = {
  rooms: {
    taken: (room) => [`${room} is taken at that time. `, `${room} still has a meeting then. `],
    closed: (room, hours) =>
      hours
        ? `${room} is not open at that time; that day it is open ${hours}. `
        : `${room} is closed that day. `,
    tooSmall: (room, capacity, people) => [
      `Laid out like this ${room} seats ${capacity}, not ${people}. `,
      `${people} people are more than the ${capacity} that ${room} seats. `,
    ],
    reserved: (room, departments) => `${room} is for ${departments} only. `,
    short: (things) => [`At that time ${things.join(', ')}. `, `Not enough: ${things.join(', ')}. `],
    crewFull: () => [
      'At that time the whole crew is busy with other meetings that have to be watched (video, recording, livestream).',
      'The crew is fully booked then.',
    ],
    shortOf: (what, wanted, free) =>
      free > 0 ? `there is only ${free} of ${what}, not ${wanted}` : `there is no ${what} left`,
    thesePossible: () => 'These would work:',
    noAlternative: () =>
      'I found nothing that works within a week. Another room, another time, or fewer things?',
    noneFree: () => [
      'No suitable room is free then. Would one of these do?',
      'Still none then; these are free:',
    ],
    which: (again) =>
      again
        ? 'Choose one, or name a room; say “any” if it is all the same.'
        : 'Which room? These are free then:',
    noneLarger: () => 'No larger room is free then. Another time, or a room by its name?',
    offerSize: (capacity) => `seats ${capacity}`,
    offerPlace: (building, floor) => [building, floor ? `floor ${floor}` : ''].filter(Boolean).join(', '),
    held: (until) => `I keep the room for you until ${until}. `,
    partOfDay: (said) => {
      const part = ['morning', 'afternoon', 'noon', 'evening'].find((one) =>
        said.toLowerCase().includes(one),
      );
      return part ? ` ${part}` : '';
    },
    meetingOf: (department) => `meeting of ${department}`,
    busyAt: (span, whose) => `${span} ${whose || 'taken'}`,
    busyRoom: (room, busy) => `${room}: ${busy.join(', ')}`,
    noMeetingThere: (when, place) => `No meeting ${when}${place ? ` in ${place}` : ''}.`,
    meetingsThere: (when, place) => `Meetings ${when}${place ? ` in ${place}` : ''}:`,
    isFree: (when, room) => `${room} is free ${when}. Shall I book it?`,
    isBusy: (when, busy) => `Taken ${when}: ${busy}. Shall I look at other rooms?`,
    isPartlyFree: (when, busy, free) => `Taken ${when}: ${busy}; free ${free.join(', ')}.`,
    allBusy: (when) => `No suitable room is free ${when}. Another time?`,
    freeThen: (when) => `Free ${when}:`,
    freeRoom: (room, times) => (times.length > 0 ? `${room}: ${times.join(', ')}` : `${room}: all of it`),
    bookThis: (room) => `Book ${room}`,
    noSuchRoom: () => 'There is no such room. Other conditions, or a room by its name?',
    noneOfYours: (when) => `You have no meeting${when ? ` ${when}` : ''}.`,
    theseAreYours: (count) => (count === 1 ? 'You have this meeting:' : `You have ${count} meetings:`),
    yours: (number, title, when, room, things) =>
      `${when}, ${room}: “${title}” (${number})${things ? `, ${things}` : ''}`,
  },
};
