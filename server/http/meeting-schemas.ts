/** What the meeting routes take. */
import { z } from 'zod';
import { Equipment, Layout } from '../../bot/types.ts';
import { dateOrMoment, moment, note, text, words } from '../desk/fields.ts';
import { attendees, MeetingAction, quantities } from '../desk/meeting-actions.ts';
import { MeetingStatus } from '../desk/meeting-record.ts';
import { beside, limit, listOf, orEmpty } from './schemas.ts';
import { RequesterBody } from './ticket-schemas.ts';

export const MeetingBody = z
  .object({
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
  })
  .refine(({ start, end }) => Date.parse(end) > Date.parse(start), {
    error: 'after the start',
    path: ['end'],
  });
export type MeetingBody = z.infer<typeof MeetingBody>;

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
