/** A meeting as the rest of the world sees it; the one source of validation, types and the API's description. */
import { z } from 'zod';
import { Location } from '../../bot/types.ts';
import { Requester } from './ticket-record.ts';

export const MeetingStatus = z.enum(['requested', 'confirmed', 'in_progress', 'done', 'cancelled']);
export type MeetingStatus = z.infer<typeof MeetingStatus>;

export const MeetingTask = z.object({
  id: z.string(),
  what: z.enum(['setup', 'test', 'standby', 'teardown']),
  due: z.string(),
  assignee: z.string().nullable(),
  doneAt: z.string().nullable(),
  result: z.string().optional(),
  /** The second of two, for an important meeting. */
  backup: z.string().optional(),
  /** What was found, item by item of the check-list. */
  items: z.array(z.object({ item: z.string(), ok: z.boolean(), note: z.string().optional() })).optional(),
});
export type MeetingTask = z.infer<typeof MeetingTask>;

/** Whose agreement the room needs. `decision` is null while they are asked; moments are ISO 8601. */
export const MeetingApproval = z.object({
  approver: z.string(),
  askedAt: z.string(),
  /** After this, silence climbs. */
  due: z.string(),
  decision: z.enum(['approved', 'refused']).nullable(),
  by: z.string().nullable(),
  at: z.string().nullable(),
});
export type MeetingApproval = z.infer<typeof MeetingApproval>;

/** 1 to 5; `at` is ISO 8601. */
export const MeetingRating = z.object({
  score: z.number(),
  text: z.string().nullable(),
  at: z.string(),
});
export type MeetingRating = z.infer<typeof MeetingRating>;

export const Meeting = z.object({
  number: z.string(),
  status: MeetingStatus,
  title: z.string(),
  /** ISO 8601 with the desk's offset. */
  start: z.string(),
  end: z.string(),
  room: z.string(),
  location: Location,
  attendees: z.number().nullable(),
  equipment: z.array(z.string()),
  /** How many of a thing of `equipment`, where it is not one. */
  quantities: z.record(z.string(), z.number()),
  layout: z.string().nullable(),
  requester: Requester,
  notes: z.string().nullable(),
  tasks: z.array(MeetingTask),
  /** The number of the first, where it comes again. */
  series: z.string().nullable(),
  /** An important meeting: two people, spare things, earlier tests. */
  assurance: z.boolean(),
  /** What the requester thought of it; null where they have not said. */
  rating: MeetingRating.nullable(),
  /** How many of each thing were used, as the crew counted at clearing; null where nobody said. */
  used: z.record(z.string(), z.number()).nullable(),
  /** Null where the room needs nobody's agreement. */
  approval: MeetingApproval.nullable(),
  /** By when the crew has to confirm; null where nothing is waited for. */
  confirmBy: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  version: z.number(),
  history: z.array(
    z.object({
      at: z.string(),
      actor: z.string(),
      action: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type Meeting = z.infer<typeof Meeting>;
