/** A ticket as the rest of the world sees it; the one source of validation, types and the API's description. */
import { z } from 'zod';
import { Category, Location, Slots, TicketKind, Urgency } from '../../bot/types.ts';

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
  'rated',
  'merged',
  'linked',
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

export const HoldReason = z.enum(['parts', 'vendor', 'user', 'approval', 'other']);
export type HoldReason = z.infer<typeof HoldReason>;

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
    resolveBy: Moment.nullable(),
    respondedAt: Moment.nullable(),
    resolvedAt: Moment.nullable(),
    /** `respond`, `resolve`: targets that were missed. */
    breached: z.array(z.string()),
    pausedMs: z.number(),
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
  attachments: z.array(TicketAttachment),
  createdAt: Moment,
  updatedAt: Moment,
  version: z.number(),
  history: z.array(HistoryEntry),
});
export type Ticket = z.infer<typeof Ticket>;
