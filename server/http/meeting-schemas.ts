/** What the meeting routes take. */
import { z } from 'zod';
import { Equipment, Layout, Recurrence } from '../../bot/types.ts';
import { dateOrMoment, moment, note, text, words } from '../desk/fields.ts';
import { attendees, MeetingAction, quantities } from '../desk/meeting-actions.ts';
import { MeetingStatus } from '../desk/meeting-record.ts';
import { beside, limit, listOf, orEmpty } from './schemas.ts';
import { RequesterBody } from './ticket-schemas.ts';

const booked = z.object({
  title: words(200),
  start: moment,
  end: moment,
  room: words(200),
  requester: RequesterBody,
  attendees: attendees.nullish(),
  equipment: z.array(Equipment).max(50).default([]),
  quantities: quantities.default({}),
  layout: Layout.nullish(),
  notes: note.nullish(),
  assurance: z.boolean().default(false),
  actor: text(100).optional(),
});

const endsAfter = ({ start, end }: { start: string; end: string }) => Date.parse(end) > Date.parse(start);
const AFTER = { error: 'after the start', path: ['end'] };

export const MeetingBody = booked.refine(endsAfter, AFTER);
export type MeetingBody = z.infer<typeof MeetingBody>;

/** The first of them, and how it comes again; without `until` it goes on for a year. */
export const SeriesBody = booked.extend({ recurrence: Recurrence }).refine(endsAfter, AFTER);

export const MeetingActionBody = z.intersection(MeetingAction, beside);

/** In an address a `+` is read as a blank; where an offset belongs it was meant as a plus. */
const inAddress = z.preprocess(
  (value) => (typeof value === 'string' ? value.replace(/ (?=\d\d:?\d\d$)/, '+') : value),
  dateOrMoment,
);

export const MeetingQuery = z.object({
  from: orEmpty(inAddress),
  to: orEmpty(inAddress),
  room: orEmpty(text(200)),
  requester: orEmpty(text(256)),
  status: orEmpty(listOf(MeetingStatus)),
  limit: orEmpty(limit),
  cursor: orEmpty(z.string().max(200)),
});
