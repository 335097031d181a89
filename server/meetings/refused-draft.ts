/** A meeting whose room was refused, as it would be booked elsewhere. */
import { z } from 'zod';
import { Alternative, MeetingDraft } from '../../bot/desk.ts';
import type { Account } from '../desk/person.ts';
import type { Db } from '../store/database.ts';
import { findMeeting } from '../store/meetings.ts';
import { isRequestedBy } from '../tickets/act-on-ticket.ts';

const Offered = z.object({ alternatives: z.array(Alternative) });

/** Null where it is none of theirs, was not refused, or that was not offered. */
export async function refusedDraft(
  db: Db,
  { mine }: { mine: readonly Account[] },
  { number, which }: { number: string; which: number },
): Promise<MeetingDraft | null> {
  const stored = await findMeeting(db, number);
  const refusal = stored?.history.findLast(({ action }) => action === 'refuse');
  const offered = Offered.safeParse(refusal?.detail).data?.alternatives[which];
  if (!stored || !offered || !isRequestedBy(stored.meeting, mine)) return null;
  const { attendees, layout, notes, title, equipment, quantities, assurance } = stored.meeting;
  const draft = MeetingDraft.safeParse({
    title,
    ...offered,
    location: { text: offered.room },
    equipment,
    quantities,
    assurance,
    ...(attendees === null ? {} : { attendees }),
    ...(layout === null ? {} : { layout }),
    ...(notes === null ? {} : { notes }),
  });
  return draft.success ? draft.data : null;
}
