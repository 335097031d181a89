/** Carries an action out on a meeting and all that follow it in its series. */
import type { Meeting } from '../desk/meeting-record.ts';
import { fromIso, toIso } from '../desk/moments.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Trx } from '../store/database.ts';
import { laterInSeries } from '../store/meetings.ts';
import { type ActOnMeetingInput, actOnMeeting } from './act-on-meeting.ts';
import type { BookedSeries } from './book-series.ts';

/** Each moves as far as the one that was spoken of; one that cannot stays as it is, and is told. */
export async function actOnSeries(
  trx: Trx,
  context: DeskContext,
  input: ActOnMeetingInput & { meeting: Meeting },
): Promise<BookedSeries> {
  const { meeting, action } = input;
  const from = Date.parse(meeting.start);
  const numbers = await laterInSeries(trx, meeting.series ?? meeting.number, from);
  const quiet = { ...context, tell: async () => {} };
  const done: BookedSeries = { meetings: [], missed: [] };
  for (const { number, start, end } of numbers) {
    const moved =
      action.action === 'change'
        ? { ...action, ...movedWith(context.zone, meeting, action, { start, end }) }
        : action;
    const told = done.meetings.length === 0 ? context : quiet;
    const result = await actOnMeeting(trx, told, { ...input, number, action: moved });
    if (result.ok) done.meetings.push(result.meeting);
    else
      done.missed.push({
        start: toIso(start, context.zone),
        end: toIso(end, context.zone),
        trouble: result.reason === 'room' ? result.trouble : null,
      });
  }
  return done;
}

function movedWith(
  zone: string,
  spoken: Meeting,
  { start, end }: { start?: string | undefined; end?: string | undefined },
  own: { start: number; end: number },
) {
  const by = (said: string, was: string, at: number) =>
    toIso(at + fromIso(said, zone) - Date.parse(was), zone);
  return {
    ...(start === undefined ? {} : { start: by(start, spoken.start, own.start) }),
    ...(end === undefined ? {} : { end: by(end, spoken.end, own.end) }),
  };
}
