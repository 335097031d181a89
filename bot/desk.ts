/**
 * The port between conversations and the desk: what a flow may ask for (effects) and what comes back (outcomes).
 * The shell carries an effect out inside the turn's transaction; the outcome is the next input of the step function.
 */
import { z } from 'zod';
import { Category, Equipment, Layout, Location, Slots, TicketKind, Urgency } from './types.ts';

/** What a conversation collected before a ticket is opened. */
export const TicketDraft = z.object({
  kind: TicketKind,
  category: Category,
  urgency: Urgency,
  title: z.string(),
  description: z.string(),
  slots: Slots,
  /** Ids of the articles that were shown and did not help. */
  tried: z.array(z.string()),
  /** Where the one who needs help is not the sender. */
  contact: z.object({ name: z.string().optional(), phone: z.string().optional() }).optional(),
  complaint: z.boolean().optional(),
  /** A hand-over to a person. */
  handoff: z.boolean().optional(),
});
export type TicketDraft = z.infer<typeof TicketDraft>;

/** As much of a ticket as a conversation needs. Moments are ISO 8601 with the desk's offset. */
export const TicketView = z.object({
  number: z.string(),
  kind: TicketKind,
  status: z.enum(['new', 'assigned', 'accepted', 'on_hold', 'resolved', 'closed', 'cancelled']),
  category: Category,
  urgency: Urgency,
  title: z.string(),
  location: Location.nullable(),
  device: z.string().nullable(),
  system: z.string().nullable(),
  team: z.string().nullable(),
  assignee: z.string().nullable(),
  respondBy: z.string().nullable(),
  resolveBy: z.string().nullable(),
  holdUntil: z.string().nullable(),
  holdReason: z.enum(['parts', 'vendor', 'user', 'approval', 'other']).optional(),
  resolution: z.string().nullable(),
  rated: z.boolean(),
  handoff: z.boolean(),
  createdAt: z.string(),
});
export type TicketView = z.infer<typeof TicketView>;

export const MeetingDraft = z.object({
  title: z.string(),
  /** ISO 8601 with offset. */
  start: z.string(),
  end: z.string(),
  room: z.string(),
  location: Location,
  attendees: z.number().optional(),
  equipment: z.array(Equipment),
  layout: Layout.optional(),
  notes: z.string().optional(),
});
export type MeetingDraft = z.infer<typeof MeetingDraft>;

export const MeetingView = z.object({
  number: z.string(),
  status: z.enum(['requested', 'confirmed', 'in_progress', 'done', 'cancelled']),
  title: z.string(),
  start: z.string(),
  end: z.string(),
  room: z.string(),
  attendees: z.number().nullable(),
  equipment: z.array(z.string()),
  /** The place in the person's words, where it says more than the room («1号楼302»). */
  place: z.string().optional(),
  layout: Layout.optional(),
});
export type MeetingView = z.infer<typeof MeetingView>;

/** A free room at a time; offered where the one asked for is taken. */
export const Alternative = z.object({ room: z.string(), start: z.string(), end: z.string() });
export type Alternative = z.infer<typeof Alternative>;

/** What a requester may do to their own ticket in a conversation. */
export type RequesterAction =
  | { action: 'urge'; text?: string }
  | { action: 'comment'; text: string }
  | { action: 'cancel'; reason?: string }
  | { action: 'reopen'; reason: string }
  | { action: 'close' }
  | { action: 'rate'; score: number; reasons?: string[]; text?: string }
  | { action: 'update'; changes: Partial<Slots>; text: string }
  | { action: 'escalate'; reason: string };

export interface ArticleHit {
  id: string;
  title: string;
  kind: 'article' | 'microlecture';
  /** Plain text, shortened to the steps. */
  answer: string;
  updated: string;
  owner?: string;
  videoUrl?: string;
}

export type Effect =
  | { kind: 'search_articles'; query: string; category?: Category }
  | { kind: 'article_full'; id: string }
  | {
      kind: 'record_deflection';
      query: string;
      articles: string[];
      outcome: 'solved' | 'unsolved' | 'unanswered';
    }
  | { kind: 'open_ticket'; draft: TicketDraft }
  | { kind: 'my_tickets' }
  | { kind: 'find_ticket'; number: string }
  | { kind: 'act_on_ticket'; number: string; act: RequesterAction }
  | { kind: 'my_meetings' }
  | { kind: 'book_meeting'; draft: MeetingDraft }
  | { kind: 'change_meeting'; number: string; changes: Partial<MeetingDraft> }
  | { kind: 'cancel_meeting'; number: string; reason?: string };

/** A refusal is an outcome, never an exception: the flow has words for it. */
export type Refusal =
  | { reason: 'not_found' }
  | { reason: 'not_allowed'; status: string }
  | { reason: 'room_taken'; alternatives: Alternative[] }
  | { reason: 'invalid'; what: 'past' | 'end_before_start' | 'too_far' | 'too_long' };

export type Outcome =
  | { kind: 'articles'; answered: boolean; hits: ArticleHit[] }
  | { kind: 'article'; article: ArticleHit & { full: string } }
  | { kind: 'recorded' }
  | { kind: 'ticket'; ticket: TicketView }
  | { kind: 'tickets'; tickets: TicketView[] }
  | { kind: 'meeting'; meeting: MeetingView }
  | { kind: 'meetings'; meetings: MeetingView[] }
  | { kind: 'refused'; refusal: Refusal };

/** What a crew needs to see of a ticket on its card. */
export interface DispatchTicket {
  number: string;
  kind: TicketKind;
  status: TicketView['status'];
  category: Category;
  urgency: Urgency;
  title: string;
  description: string;
  requester: {
    name?: string | undefined;
    department?: string | undefined;
    phone?: string | undefined;
    vip: boolean;
  };
  contact?: { name?: string | undefined; phone?: string | undefined } | undefined;
  location: Location | null;
  model: string | null;
  asset: string | null;
  deadline: string | null;
  tried: readonly string[];
  team: string | null;
  assignee: string | null;
  sla: {
    respondBy: string | null;
    resolveBy: string | null;
    respondedAt: string | null;
    onSiteBy: string | null;
    arrivedAt: string | null;
    /** What the requester was told to expect where it takes longer. */
    expectedAt: string | null;
    breached: readonly string[];
  };
  hold: {
    reason: 'parts' | 'vendor' | 'user' | 'approval' | 'other';
    until?: string | undefined;
    note?: string | undefined;
  } | null;
  resolution: { resolution: string } | null;
  attachments: readonly { name: string }[];
  complaint: boolean;
  handoff: boolean;
  /** What was done to it until now; a card that was open before is no new one. */
  history?: readonly { action: string }[];
}

/** Who is reached out of hours. */
export interface OnDuty {
  name: string;
  phone: string;
}

/** What a turn knows before it begins. */
export interface Facts {
  /** Epoch milliseconds. */
  now: number;
  /** IANA zone of the desk. */
  zone: string;
  /** `office`: the room they sit in, where the directory knows it. */
  sender: { id: string; name?: string; department?: string; phone?: string; office?: string };
  desk: {
    name: string;
    phone?: string;
    /** Whether somebody is at the desk now; out of hours people are told when they come back. */
    open: boolean;
    /** When the desk opens next, ISO 8601, where it is closed now. */
    opensAt?: string;
    /** Out of hours, where the desk has a roster: whom to call for what can't wait. */
    duty?: OnDuty;
    /** The same by the name of the team that a ticket went to. */
    dutyOf?: Readonly<Record<string, OnDuty>>;
  };
}
