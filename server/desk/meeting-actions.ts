/** What may be done to a meeting, and what each action must carry. */
import { z } from 'zod';
import { Equipment, Layout } from '../../bot/types.ts';
import { moment, note, words } from './fields.ts';

export const attendees = z.int().min(1).max(100_000);

export const quantities = z.partialRecord(Equipment, z.int().min(1).max(10_000));

const CHANGEABLE = {
  start: moment.optional(),
  end: moment.optional(),
  room: words(200).optional(),
  attendees: attendees.optional(),
  equipment: z.array(Equipment).max(50).optional(),
  quantities: quantities.optional(),
  layout: Layout.optional(),
  title: words(200).optional(),
  notes: note.optional(),
  assurance: z.boolean().optional(),
};

const confirm = z.object({ action: z.literal('confirm') });
/** A moved start keeps the length, unless an end is given too. */
const change = z
  .object({ action: z.literal('change'), ...CHANGEABLE })
  .refine(
    ({ action: _, ...changes }) => Object.values(changes).some((value) => value !== undefined),
    `at least one of ${Object.keys(CHANGEABLE).join(', ')}`,
  );
/** Whoever has a say in the room agrees, or does not. */
const approve = z.object({ action: z.literal('approve') });
const refuse = z.object({ action: z.literal('refuse'), reason: note.optional() });
/** What the requester thought of it, once it is over. */
const rate = z.object({ action: z.literal('rate'), score: z.int().min(1).max(5), text: note.optional() });
const cancel = z.object({ action: z.literal('cancel'), reason: note.optional() });
const start = z.object({ action: z.literal('start') });
const finish = z.object({ action: z.literal('finish') });
const items = z.array(z.object({ item: words(100), ok: z.boolean(), note: note.optional() })).max(100);

const taskDone = z.object({
  action: z.literal('task_done'),
  task: words(100),
  result: note.optional(),
  items: items.optional(),
  /** At clearing: how many of each thing were used; 0 for what was not. */
  used: z.partialRecord(Equipment, z.int().min(0).max(10_000)).optional(),
});
/** Some items of a check-list, while the task goes on. */
const taskCheck = z.object({ action: z.literal('task_check'), task: words(100), items });

export const MeetingAction = z.discriminatedUnion('action', [
  confirm,
  change,
  approve,
  refuse,
  cancel,
  start,
  finish,
  taskDone,
  taskCheck,
  rate,
]);
export type MeetingAction = z.infer<typeof MeetingAction>;
export type MeetingActionName = MeetingAction['action'];
