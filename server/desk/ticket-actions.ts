/** What may be done to a ticket, and what each action must carry: the table of the HTTP contract as schemas. */
import { z } from 'zod';
import { Category, Slots, Urgency } from '../../bot/types.ts';
import { dateOrMoment, note, text, words } from './fields.ts';
import { HoldReason } from './ticket-record.ts';

/** 1 to 5; alone, or with reasons and free words. */
export const Rating = z.object({
  score: z.int().min(1).max(5),
  reasons: z.array(words(200)).max(20).optional(),
  text: note.optional(),
});
export type Rating = z.infer<typeof Rating>;

const ratingOrScore = z.union([
  z
    .int()
    .min(1)
    .max(5)
    .transform((score): Rating => ({ score })),
  Rating,
]);

/** A team's id or name, or an engineer; the profile's teams are known by both, anything else stands as it is. */
const whom = {
  team: words(100).optional(),
  assignee: words(100).optional(),
  /** A vendor of the profile, by id or name: it does the work, and the team goes on answering for it. */
  vendor: words(100).optional(),
};
const ONE_OF = 'at least one of team, assignee and vendor';
const namesSomebody = (body: Partial<Record<keyof typeof whom, string | undefined>>) =>
  body.team !== undefined || body.assignee !== undefined || body.vendor !== undefined;
const somebody = { error: ONE_OF, path: ['team'] };

const assign = z.object({ action: z.literal('assign'), ...whom }).refine(namesSomebody, somebody);
const accept = z.object({ action: z.literal('accept'), assignee: words(100).optional() });
const transfer = z
  .object({ action: z.literal('transfer'), ...whom, reason: words(2000) })
  .refine(namesSomebody, somebody);
const hold = z.object({
  action: z.literal('hold'),
  reason: HoldReason,
  until: dateOrMoment.optional(),
  note: note.optional(),
});
const resume = z.object({ action: z.literal('resume') });
const resolve = z.object({
  action: z.literal('resolve'),
  resolution: words(5000),
  cause: note.optional(),
  parts: note.optional(),
  tip: note.optional(),
});
const close = z.object({ action: z.literal('close'), rating: ratingOrScore.optional() });
const reopen = z.object({ action: z.literal('reopen'), reason: words(2000) });
const cancel = z.object({ action: z.literal('cancel'), reason: note.optional() });
const escalate = z.object({ action: z.literal('escalate'), reason: note.optional() });
const comment = z.object({
  action: z.literal('comment'),
  text: words(20_000),
  internal: z.boolean().optional(),
});
const urge = z.object({ action: z.literal('urge'), text: note.optional() });

/** Somebody is there (到场). */
const arrive = z.object({ action: z.literal('arrive'), assignee: words(100).optional() });
/** The fallback plan that is owed where a fault lasts (备选方案). */
const plan = z.object({ action: z.literal('plan'), text: words(5000) });
/** The problem report after a fault: cause, workaround, lasting mend, prevention. */
const review = z.object({
  action: z.literal('review'),
  cause: words(5000),
  workaround: text(5000).optional(),
  mend: text(5000).optional(),
  prevention: text(5000).optional(),
});
/** Whoever an escalation was told to has heard it (已知悉). */
const acknowledge = z.object({ action: z.literal('acknowledge') });
/** It takes longer: until when, so that the requester is told before they ask. */
const delay = z.object({ action: z.literal('delay'), until: dateOrMoment, reason: note.optional() });
const declareMajor = z.object({ action: z.literal('declare_major'), reason: note.optional() });
/** Equipment is to leave the building for repair (送修); nothing goes before the department approves. */
const sendOut = z.object({ action: z.literal('send_out'), what: words(2000) });
const approveSendOut = z.object({ action: z.literal('approve_send_out') });
const rejectSendOut = z.object({ action: z.literal('reject_send_out'), reason: note.optional() });

/** What the vendor that has the work said (厂商答复). */
const vendorAnswer = z.object({ action: z.literal('vendor_answer'), text: words(5000) });

/** The actions of the HTTP contract, and those beside it that work in the same way. */
export const ContractAction = z.discriminatedUnion('action', [
  assign,
  accept,
  transfer,
  hold,
  resume,
  resolve,
  close,
  reopen,
  cancel,
  escalate,
  comment,
  urge,
  arrive,
  plan,
  review,
  acknowledge,
  delay,
  declareMajor,
  sendOut,
  approveSendOut,
  rejectSendOut,
  vendorAnswer,
]);
export type ContractAction = z.infer<typeof ContractAction>;

const rate = z.object({ action: z.literal('rate'), ...Rating.shape });
/** More is known: what the requester added in their words, and what was understood from it. */
const update = z.object({
  action: z.literal('update'),
  changes: Slots.partial(),
  text: text(20_000),
  category: Category.optional(),
  urgency: Urgency.optional(),
});

/** Everything that can be done to a ticket, whoever asks. */
export const TicketAction = z.discriminatedUnion('action', [...ContractAction.options, rate, update]);
export type TicketAction = z.infer<typeof TicketAction>;
export type TicketActionName = TicketAction['action'];
