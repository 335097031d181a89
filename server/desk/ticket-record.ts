/** A ticket as the rest of the world sees it; the one source of validation, types and the API's description. */
import { z } from 'zod';
import { Category, Location, Slots, TicketKind, Urgency } from '../../bot/types.ts';
import { HoldReason } from './hold-reason.ts';

export const TicketStatus = z.enum([
  'new',
  'assigned',
  'accepted',
  'on_hold',
  'resolved',
  'closed',
  'cancelled',
]);
export type TicketStatus = z.infer<typeof TicketStatus>;

/** ISO 8601 with the desk's offset. */
const Moment = z.string();

export const HISTORY_ACTIONS = [
  'created',
  'assign',
  'accept',
  'transfer',
  'hold',
  'resume',
  'resolve',
  'close',
  'reopen',
  'cancel',
  'escalate',
  'comment',
  'urge',
  'arrive',
  'plan',
  'review',
  'acknowledge',
  'delay',
  'declare_major',
  'send_out',
  'approve_send_out',
  'reject_send_out',
  'vendor_answer',
  'rated',
  'merged',
  'linked',
  'unlinked',
  'updated',
  'breached',
  'escalated',
  'notified',
] as const;

export const HistoryEntry = z.object({
  at: Moment,
  actor: z.string(),
  action: z.enum(HISTORY_ACTIONS),
  detail: z.record(z.string(), z.unknown()),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const Requester = z.object({
  id: z.string(),
  channel: z.string(),
  name: z.string().optional(),
  department: z.string().optional(),
  phone: z.string().optional(),
  vip: z.boolean(),
  person: z.string().optional(),
});
export type Requester = z.infer<typeof Requester>;

export { HoldReason };

/** What a problem report says after a major fault. */
export const Review = z.object({
  cause: z.string(),
  workaround: z.string().optional(),
  mend: z.string().optional(),
  prevention: z.string().optional(),
  by: z.string(),
});
export type Review = z.infer<typeof Review>;

/** What came with a ticket's messages; size in bytes, 0 while it is not known. */
export const TicketAttachment = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number(),
});
export type TicketAttachment = z.infer<typeof TicketAttachment>;

export const Ticket = z.object({
  number: z.string(),
  kind: TicketKind,
  status: TicketStatus,
  category: Category,
  urgency: Urgency,
  /** 1 is first. */
  priority: z.number(),
  title: z.string(),
  description: z.string(),
  requester: Requester,
  contact: z.object({ name: z.string().optional(), phone: z.string().optional() }).optional(),
  location: Location.nullable(),
  device: z.string().nullable(),
  system: z.string().nullable(),
  model: z.string().nullable(),
  asset: z.string().nullable(),
  quantity: z.number().optional(),
  deadline: Moment.nullable(),
  /** Everything that was understood, where it has no field of its own. */
  slots: Slots,
  /** Ids of the articles that did not help. */
  tried: z.array(z.string()),
  team: z.string().nullable(),
  assignee: z.string().nullable(),
  vendor: z.string().nullable(),
  sla: z.object({
    respondBy: Moment.nullable(),
    onSiteBy: Moment.nullable(),
    resolveBy: Moment.nullable(),
    fallbackPlanBy: Moment.nullable(),
    /** The problem report, from the resolution on, where one is due. */
    reportBy: Moment.nullable(),
    respondedAt: Moment.nullable(),
    arrivedAt: Moment.nullable(),
    resolvedAt: Moment.nullable(),
    fallbackPlanAt: Moment.nullable(),
    reportedAt: Moment.nullable(),
    /** What the requester was last told to expect where the work takes longer. */
    expectedAt: Moment.nullable(),
    /** `respond`, `on_site`, `resolve`, `fallback_plan`, `report`: targets that were missed. */
    breached: z.array(z.string()),
    pausedMs: z.number(),
    /** The pauses that are over. */
    pauses: z.array(z.object({ from: Moment, to: Moment })),
  }),
  escalation: z.object({ level: z.number(), lastAt: Moment.nullable() }),
  hold: z
    .object({ reason: HoldReason, until: Moment.optional(), note: z.string().optional(), since: Moment })
    .nullable(),
  resolution: z
    .object({
      resolution: z.string(),
      cause: z.string().optional(),
      parts: z.string().optional(),
      tip: z.string().optional(),
      by: z.string(),
      confirmedBy: z.string().optional(),
    })
    .nullable(),
  rating: z
    .object({ score: z.number(), reasons: z.array(z.string()).optional(), text: z.string().optional() })
    .optional(),
  complaint: z.boolean(),
  handoff: z.boolean(),
  /** A major fault or disaster, as somebody declared it. */
  major: z.boolean(),
  /** What the problem report says. */
  review: Review.nullable(),
  sendOut: z
    .object({
      what: z.string(),
      status: z.enum(['requested', 'approved', 'rejected']),
      by: z.string(),
      at: Moment,
    })
    .nullable(),
  /** The clock of the vendor that has the work, beside `sla`, on the vendor's own calendar. */
  vendorClock: z
    .object({
      since: Moment,
      answerBy: Moment.nullable(),
      doneBy: Moment.nullable(),
      answeredAt: Moment.nullable(),
      heardAt: Moment.nullable(),
    })
    .nullable(),
  /** The number of the ticket that stands for the incident it belongs to. */
  incident: z.string().nullable(),
  /** Under which another program knows it. */
  externalId: z.string().nullable(),
  /** How many reports the ticket of an incident stands for; 1 elsewhere. */
  reports: z.number(),
  attachments: z.array(TicketAttachment),
  createdAt: Moment,
  updatedAt: Moment,
  version: z.number(),
  history: z.array(HistoryEntry),
});
export type Ticket = z.infer<typeof Ticket>;
