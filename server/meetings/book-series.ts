/** Books a meeting that comes again: each of them that can be had, and says which could not. */
import type { MissedMeeting } from '../../bot/desk.ts';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import type { Recurrence } from '../../bot/types.ts';
import type { Meeting } from '../desk/meeting-record.ts';
import { occurrences } from '../desk/recurrence.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Trx } from '../store/database.ts';
import { type BookMeetingInput, bookMeeting } from './book-meeting.ts';
import { isoSpan } from './iso-span.ts';

export interface BookedSeries {
  meetings: Meeting[];
  missed: MissedMeeting[];
}

/** The crew is told of the first; of the others it hears the day before each. */
export async function bookSeries(
  trx: Trx,
  context: DeskContext,
  input: BookMeetingInput & { recurrence: Recurrence },
): Promise<BookedSeries> {
  const { draft, recurrence } = input;
  const first = { start: Date.parse(draft.start), end: Date.parse(draft.end) };
  const spans = occurrences(recurrence, first, { zone: context.zone, holidays: publicHolidaysCn });
  const quiet = { ...context, tell: async () => {} };
  const meetings: Meeting[] = [];
  const missed: MissedMeeting[] = [];
  for (const span of spans) {
    const series = meetings[0]?.number;
    const one = { ...input, draft: { ...draft, ...isoSpan(span, context.zone) }, series: series ?? 'own' };
    const booked = await bookMeeting(trx, series === undefined ? context : quiet, one);
    if (booked.ok) meetings.push(booked.meeting);
    else
      missed.push({
        ...isoSpan(span, context.zone),
        trouble: booked.reason === 'room' ? booked.trouble : null,
      });
  }
  return { meetings, missed };
}
