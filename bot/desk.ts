/**
 * The port between conversations and the desk: what a flow may ask for (effects) and what comes back (outcomes).
 * The shell carries an effect out inside the turn's transaction; the outcome is the next input of the step function.
 */
import { z } from 'zod';
import type { MeetingDocument } from './meeting-document.ts';
import type { ReplyFile } from './reply.ts';
import { Category, Equipment, Layout, Location, Recurrence, Slots, TicketKind, Urgency } from './types.ts';

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
  /** The ticket that stands for the incident it belongs to. */
  incident: z.string().nullable().optional(),
  /** What was promised where it takes longer than the target. */
  expectedAt: z.string().nullable().optional(),
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
  /** How many of a thing of `equipment`, where it is not one. */
  quantities: z.partialRecord(Equipment, z.number()).optional(),
  notes: z.string().optional(),
  /** Leaders attend, or somebody said that it is important. */
  assurance: z.boolean().optional(),
  /** Where it comes again: `start` and `end` are the first. */
  recurrence: Recurrence.optional(),
});
export type MeetingDraft = z.infer<typeof MeetingDraft>;

/** What is to be different of a meeting. */
export const MeetingChanges = MeetingDraft.partial();
export type MeetingChanges = z.infer<typeof MeetingChanges>;

export const MeetingView = z.object({
  number: z.string(),
  status: z.enum(['requested', 'confirmed', 'in_progress', 'done', 'cancelled']),
  title: z.string(),
  start: z.string(),
  end: z.string(),
  room: z.string(),
  attendees: z.number().nullable(),
  equipment: z.array(z.string()),
  quantities: z.record(z.string(), z.number()).optional(),
  /** The place in the person's words, where it says more than the room («1号楼302»). */
  place: z.string().optional(),
  layout: Layout.optional(),
  /** The number of the first, where it comes again. */
  series: z.string().optional(),
  notes: z.string().optional(),
  /** Who still has to agree to the room. */
  approver: z.string().optional(),
  /** Grows with every change. */
  version: z.number().optional(),
});
export type MeetingView = z.infer<typeof MeetingView>;

/** A free room at a time; offered where the one asked for is taken. */
export const Alternative = z.object({ room: z.string(), start: z.string(), end: z.string() });
export type Alternative = z.infer<typeof Alternative>;

/** A room that is free when it is wanted. */
export const RoomOffer = z.object({
  room: z.string(),
  name: z.string(),
  capacity: z.number().optional(),
  floor: z.string().optional(),
  building: z.string().optional(),
});
export type RoomOffer = z.infer<typeof RoomOffer>;

/** What a room is wanted for. */
export interface RoomWanted {
  start: string;
  end: string;
  location?: Location;
  attendees?: number;
  equipment: readonly Equipment[];
  quantities?: Partial<Record<Equipment, number>>;
  layout?: Layout;
  /** Rooms that hold more than this one. */
  largerThan?: string;
}

/** What is asked of rooms between two moments (ISO 8601); a place or needs narrow it. */
export interface RoomQuery {
  from: string;
  to: string;
  location?: Location;
  attendees?: number;
  equipment: readonly Equipment[];
  layout?: Layout;
}

/** A room and when somebody meets there; `title` of one's own meetings alone. */
export const RoomUse = z.object({
  room: RoomOffer,
  busy: z.array(
    z.object({
      start: z.string(),
      end: z.string(),
      department: z.string().optional(),
      title: z.string().optional(),
    }),
  ),
});
export type RoomUse = z.infer<typeof RoomUse>;

/** Why a room cannot have a meeting, though nobody else has it, or that somebody has. */
export const RoomTrouble = z.discriminatedUnion('reason', [
  z.object({ reason: z.literal('room_taken') }),
  /** `hours` are that day's; none where it is closed all day. */
  z.object({
    reason: z.literal('room_closed'),
    hours: z.array(z.object({ start: z.string(), end: z.string() })),
  }),
  z.object({ reason: z.literal('room_too_small'), capacity: z.number() }),
  z.object({ reason: z.literal('room_reserved'), departments: z.array(z.string()) }),
  z.object({
    reason: z.literal('equipment_short'),
    short: z.array(z.object({ what: z.string(), wanted: z.number(), free: z.number() })),
  }),
]);
export type RoomTrouble = z.infer<typeof RoomTrouble>;

/** One of a series that could not be had; `trouble` is null where the time itself is wrong. */
export const MissedMeeting = z.object({
  start: z.string(),
  end: z.string(),
  trouble: RoomTrouble.nullable(),
});
export type MissedMeeting = z.infer<typeof MissedMeeting>;

/** What a requester may do to their own ticket in a conversation. */
export type RequesterAction =
  | { action: 'urge'; text?: string }
  | { action: 'comment'; text: string }
  | { action: 'cancel'; reason?: string }
  | { action: 'reopen'; reason: string }
  | { action: 'close' }
  | { action: 'rate'; score: number; reasons?: string[]; text?: string }
  | { action: 'update'; changes: Partial<Slots>; text: string; urgency?: Urgency }
  | { action: 'escalate'; reason: string };

export interface ArticleHit {
  id: string;
  title: string;
  kind: 'article' | 'microlecture';
  /** Plain text, shortened to the steps. */
  answer: string;
  updated: string;
  owner?: string;
  /** Its video, at the second that answers. */
  video?: VideoPlace;
}

/** A place in a lecture's video. */
export const VideoPlace = z.object({
  episode: z.number().optional(),
  /** From the start of the video; 0 where it answers as a whole. */
  seconds: z.number(),
  /** Starts there. */
  url: z.string(),
});
export type VideoPlace = z.infer<typeof VideoPlace>;

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
  /** Settles which room is meant, or says which are free. */
  | { kind: 'propose_rooms'; wanted: RoomWanted }
  | { kind: 'room_uses'; query: RoomQuery }
  /** Keeps the room for a few minutes, while the person decides. */
  | { kind: 'hold_room'; draft: MeetingDraft }
  | { kind: 'book_meeting'; draft: MeetingDraft }
  /** `all`: and those that follow it in its series. */
  | { kind: 'change_meeting'; number: string; changes: MeetingChanges; all?: true }
  /** What would come of the change; the room is kept for it a few minutes. */
  | { kind: 'try_change'; number: string; changes: MeetingChanges; all?: true }
  /** One of what was offered in the place of a room that was refused (`which`, from 0). */
  | { kind: 'rebook_meeting'; number: string; which: number }
  /** The last change of a meeting, where nothing was done since. */
  | { kind: 'undo_change'; number: string; version: number }
  | { kind: 'rate_meeting'; number: string; score: number; text?: string }
  /** Makes what is printed for a meeting; `names` for name cards. */
  | { kind: 'make_document'; number: string; document: MeetingDocument; names: readonly string[] }
  | { kind: 'cancel_meeting'; number: string; reason?: string; all?: true };

/** A refusal is an outcome, never an exception: the flow has words for it. */
export type Refusal =
  | { reason: 'not_found' }
  | { reason: 'not_allowed'; status: string }
  | { reason: 'room'; trouble: RoomTrouble; alternatives: Alternative[] }
  | { reason: 'invalid'; what: 'past' | 'end_before_start' | 'too_far' | 'too_long' };

export type Outcome =
  | { kind: 'articles'; answered: boolean; hits: ArticleHit[] }
  | { kind: 'article'; article: ArticleHit & { full: string } }
  | { kind: 'recorded' }
  | { kind: 'ticket'; ticket: TicketView }
  | { kind: 'tickets'; tickets: TicketView[] }
  /** `until`: so long the room is kept, where it was only tried. */
  | { kind: 'meeting'; meeting: MeetingView; until?: string }
  | { kind: 'meetings'; meetings: MeetingView[] }
  /** Several of a series: those that it was done to, and those to which it could not be. */
  | { kind: 'series'; meetings: MeetingView[]; missed: MissedMeeting[] }
  /** `settled` is the room that is meant, where that is clear; `alternatives` stand where none is free. */
  | { kind: 'rooms'; settled: Location | null; rooms: RoomOffer[]; alternatives: Alternative[] }
  | { kind: 'room_uses'; uses: RoomUse[] }
  | { kind: 'made'; file: ReplyFile }
  | { kind: 'held'; until: string }
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
  vendor: string | null;
  vendorClock: { answerBy: string | null; doneBy: string | null; heardAt: string | null } | null;
  hold: {
    reason: 'parts' | 'vendor' | 'user' | 'approval' | 'other';
    until?: string | undefined;
    note?: string | undefined;
  } | null;
  resolution: { resolution: string } | null;
  attachments: readonly { name: string }[];
  complaint: boolean;
  handoff: boolean;
  /** How many have reported it, and the ticket that stands for all of them. */
  reports: number;
  incident: string | null;
  /** What was done to it until now; a card that was open before is no new one. */
  history?: readonly { action: string; detail?: Readonly<Record<string, unknown>> }[];
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
    /** When the desk is open today, epoch milliseconds; none where it is closed all day. */
    today?: readonly { start: number; end: number }[];
    /** When the desk opens next, ISO 8601, where it is closed now. */
    opensAt?: string;
    /** Out of hours, where the desk has a roster: whom to call for what can't wait. */
    duty?: OnDuty;
    /** The same by the name of the team that a ticket went to. */
    dutyOf?: Readonly<Record<string, OnDuty>>;
    /** How the crew is reached, by name. */
    phones?: Readonly<Record<string, string>>;
  };
}
