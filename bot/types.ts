/**
 * Glossary and shared shapes of the core. Nothing here performs IO.
 *
 * channel       a way people talk to the desk (feishu, wechat, telegram, web); code that speaks it is its adapter
 * update        anything that came in, normalized: utterance, action (a pressed button), recall (a message taken back),
 *               notice (from the desk itself)
 * attachment    a picture, file, voice or video that came with a message; fetched later, by its channel
 * conversation  the state with one person in one chat of one channel
 * turn          the handling of one update
 * understanding the record read out of one utterance: intent, category, urgency, slots
 * flow, frame   a flow's data / one running or interrupted flow with its slots
 * effect        what a step asks the shell to do; outcome: what came of it
 * reply, card   what the person is told / its rich form, with actions
 * ticket        a request, of kind `fault` or `service`
 */
import { z } from 'zod';

export const INTENTS = [
  'report_fault',
  'request_service',
  'book_meeting',
  'change_meeting',
  'cancel_meeting',
  'ask_howto',
  'ticket_status',
  'urge_ticket',
  'add_to_ticket',
  'cancel_ticket',
  'reopen_ticket',
  'talk_to_human',
  'rate_service',
  'complain',
  'confirm',
  'deny',
  'greet',
  'thank',
  'help',
  'out_of_scope',
] as const;
export const Intent = z.enum(INTENTS);
export type Intent = z.infer<typeof Intent>;

export const CATEGORIES = [
  'computer',
  'printing',
  'network',
  'phone',
  'account',
  'email',
  'software',
  'security',
  'business',
  'conference',
  'infrastructure',
  'publishing',
  'other',
] as const;
export const Category = z.enum(CATEGORIES);
export type Category = z.infer<typeof Category>;

export const URGENCIES = ['critical', 'high', 'normal', 'low'] as const;
export const Urgency = z.enum(URGENCIES);
export type Urgency = z.infer<typeof Urgency>;

export const TicketKind = z.enum(['fault', 'service']);
export type TicketKind = z.infer<typeof TicketKind>;

export const EQUIPMENT = [
  'projector',
  'microphone',
  'video_conference',
  'name_cards',
  'laptop',
  'screen',
  'banner',
  'recording',
  'tea',
  'whiteboard',
  'signage',
  'printing',
  'livestream',
] as const;
export const Equipment = z.enum(EQUIPMENT);
export type Equipment = z.infer<typeof Equipment>;

/** Made or brought for each meeting: nobody runs out of them, and no technician sets them up. */
export const MADE_EQUIPMENT: ReadonlySet<string> = new Set<Equipment>([
  'name_cards',
  'banner',
  'tea',
  'signage',
  'printing',
]);

export const LAYOUTS = ['theatre', 'classroom', 'u_shape', 'boardroom', 'banquet'] as const;
export const Layout = z.enum(LAYOUTS);
export type Layout = z.infer<typeof Layout>;

const RECURRING = {
  /** The last day, `YYYY-MM-DD`. */
  until: z.string().optional(),
  /** What falls on a public holiday is left out, or moved to the next working day. */
  holidays: z.enum(['skip', 'move']),
};

/** How a meeting comes again. `days`: 0 (Monday) to 6. */
export const Recurrence = z.discriminatedUnion('every', [
  z.object({ every: z.literal('day'), ...RECURRING }),
  z.object({ every: z.literal('workday'), ...RECURRING }),
  z.object({
    every: z.literal('week'),
    interval: z.int().min(1),
    days: z.array(z.int().min(0).max(6)).min(1),
    ...RECURRING,
  }),
  z.object({ every: z.literal('month'), day: z.int().min(1).max(31), ...RECURRING }),
]);
export type Recurrence = z.infer<typeof Recurrence>;

/** A place as said: `text` is the span; floor and room in digits (`B1` for a basement), or a room's name. */
export const Location = z.object({
  text: z.string(),
  building: z.string().optional(),
  floor: z.string().optional(),
  room: z.string().optional(),
});
export type Location = z.infer<typeof Location>;

/** ISO 8601 with the desk's offset, or a date alone (`2026-11-17`). */
const Moment = z.string();

/** The slots of contracts/understanding.md; one that the message does not give is left out. */
export const Slots = z.object({
  device: z.string().optional(),
  system: z.string().optional(),
  symptom: z.string().optional(),
  model: z.string().optional(),
  asset: z.string().optional(),
  location: Location.optional(),
  department: z.string().optional(),
  person: z.string().optional(),
  phone: z.string().optional(),
  deadline: Moment.optional(),
  since: Moment.optional(),
  scope: z.enum(['one', 'several', 'unit', 'all']).optional(),
  quantity: z.number().optional(),
  start: Moment.optional(),
  end: Moment.optional(),
  attendees: z.number().optional(),
  title: z.string().optional(),
  equipment: z.array(Equipment).optional(),
  /** Beyond the contract: how many of a thing of `equipment`, put together while a meeting is talked about. */
  quantities: z.partialRecord(Equipment, z.number()).optional(),
  layout: Layout.optional(),
  ticket: z.string().optional(),
  rating: z.number().optional(),
});
export type Slots = z.infer<typeof Slots>;
export type SlotName = keyof Slots;

/** What one message means (contracts/understanding.md). Fields beyond the contract are optional and internal. */
export interface Understanding {
  text: string;
  intent: Intent;
  /** 0 to 1, calibrated: below `UNSURE_BELOW` the bot asks instead of acting. */
  confidence: number;
  category?: Category;
  urgency?: Urgency;
  slots: Slots;
  /** What a message about an earlier request is about: it may turn out to be a new one («又卡纸了»). */
  about?: Category;
  also?: Understanding[];
  /** In the middle of a flow: everything that was said of its slots, whatever the intent («不对，是四楼»). */
  mentions?: Slots;
  /** A question about rooms, whatever the intent; what it names stands in `mentions`. */
  roomQuestion?: RoomQuestion;
  /** Other readings, best first, for a clarifying question. */
  candidates?: { intent: Intent; confidence: number }[];
}

/** What of rooms is asked: who meets there, whether one is free, which one is, or the person's own meetings. */
export const RoomQuestion = z.enum(['agenda', 'free', 'which', 'mine']);
export type RoomQuestion = z.infer<typeof RoomQuestion>;

/** Below this confidence the bot asks which of the candidates was meant. */
export const UNSURE_BELOW = 0.45;

/** What the bot asked last; it changes how the answer is read («四点», «三楼的»). */
export interface Expectation {
  flow: string;
  slot?: SlotName | 'description';
}

/** What a message is read against. `now` is epoch milliseconds. */
export interface UnderstandContext {
  now: number;
  expect?: Expectation;
}

/** Reads one message. Pure: the same text, moment and expectation give the same record. */
export type Understand = (text: string, context: UnderstandContext) => Understanding;

/** Words that belong to a desk, from its profile and directory: adding one makes it understood. */
export interface Lexicon {
  systems: { name: string; aliases?: string[]; category?: Category }[];
  departments: string[];
  rooms: { name: string; floor?: string; building?: string }[];
  buildings: string[];
  people: string[];
}

/** Identity number, bank card, password, classified marking, key or token (contracts/tools.md). */
export const SecretKind = z.enum(['id_card', 'bank_card', 'password', 'classified', 'key']);
export type SecretKind = z.infer<typeof SecretKind>;

/** `id` is opaque: compared exactly, never parsed. */
export const Sender = z.object({
  id: z.string().min(1).max(256),
  name: z.string().max(200).optional(),
  department: z.string().max(200).optional(),
  phone: z.string().max(50).optional(),
  /** The mobile that the platform itself vouches for; whoever has it in the directory is this person. */
  mobile: z.string().max(50).optional(),
  /** What the directory adds: the person's id there, their standing, and the room they sit in. */
  person: z.string().max(100).optional(),
  vip: z.boolean().optional(),
  office: z.string().max(100).optional(),
});
export type Sender = z.infer<typeof Sender>;

/** Where a message comes from or goes to: one chat of one channel. */
export const Address = z.object({
  channel: z.string(),
  chat: z.string(),
  kind: z.enum(['private', 'group']),
  topic: z.string().optional(),
});
export type Address = z.infer<typeof Address>;

export const Action = z.object({
  id: z.string().min(1).max(64),
  value: z.string().max(256),
  /** Fields of a form inside a card, as the person filled them in. */
  form: z.record(z.string(), z.string().max(5000)).optional(),
});
export type Action = z.infer<typeof Action>;

/** What the desk tells a requester's conversation; the bot puts it into words there. */
/** Of a meeting that was changed: what is different, as it was before. */
const MeetingWas = z
  .object({
    start: z.string(),
    end: z.string(),
    room: z.string(),
    title: z.string(),
    attendees: z.number().nullable(),
    equipment: z.array(z.string()),
    quantities: z.record(z.string(), z.number()),
    layout: z.string().nullable(),
    notes: z.string().nullable(),
  })
  .partial();
export type MeetingWas = z.infer<typeof MeetingWas>;

export const Notice = z.discriminatedUnion('about', [
  z.object({
    about: z.literal('ticket'),
    number: z.string(),
    event: z.enum([
      'accepted',
      'assigned',
      'transferred',
      'on_hold',
      'resumed',
      'resolved',
      'closed',
      'cancelled',
      'reopened',
      'commented',
      'breached',
      'arrived',
      'delayed',
      'send_out',
      'send_out_approved',
      'send_out_rejected',
      'major',
      'linked',
      'merged',
    ]),
    actor: z.string(),
    text: z.string().optional(),
    /** Until when it waits, or by when it should be done; ISO 8601. */
    until: z.string().optional(),
  }),
  z.object({
    about: z.literal('meeting'),
    number: z.string(),
    event: z.enum(['confirmed', 'changed', 'approved', 'refused', 'cancelled', 'started', 'finished']),
    actor: z.string(),
    text: z.string().optional(),
    /** `changed`: what took the place of what. */
    was: MeetingWas.optional(),
    /** `refused`: what would work instead. */
    alternatives: z.array(z.object({ room: z.string(), start: z.string(), end: z.string() })).optional(),
  }),
  z.object({ about: z.literal('handback'), number: z.string(), actor: z.string() }),
]);
export type Notice = z.infer<typeof Notice>;

/** What came with a message, by the platform's reference; the bytes are fetched by the channel when they are wanted. */
export const Attachment = z.object({
  kind: z.enum(['image', 'file', 'voice', 'video']),
  /** As the sender's device calls it, or a name that the adapter gives. */
  name: z.string().min(1).max(255),
  /** Bytes, where the platform says so. */
  size: z.number().int().nonnegative().optional(),
  /** Media type, where the platform says so; never trusted. */
  type: z.string().max(255).optional(),
  /** What the adapter needs to fetch it; opaque to everybody else. */
  ref: z.string().min(1).max(2000),
});
export type Attachment = z.infer<typeof Attachment>;

/** Somebody who was named with @ in a message, or is to be; `id` is theirs on that channel. */
export const Mention = z.object({ id: z.string().min(1).max(256), name: z.string().max(200) });
export type Mention = z.infer<typeof Mention>;

/**
 * Anything that came in, normalized. (`channel` of the address, `updateId`) is its identity.
 * Stored in the inbox as JSON: a change of shape needs a migration, or is an optional field.
 */
const messageId = z.string().min(1).max(600);
const updateBase = {
  updateId: z.string().min(1).max(600),
  /** When it was sent; ISO 8601. */
  at: z.string(),
  address: Address,
  sender: Sender,
  /** In a group the bot speaks only when it is mentioned. */
  mentioned: z.boolean().optional(),
  /** The card or message that was replied to, by the key it was sent under. */
  replyTo: z.string().optional(),
  /** The platform's id of this message: what is answered is a reply to it. */
  messageId: messageId.optional(),
  /** The platform's id of the message that was replied to; the intake finds `replyTo` by it. */
  replyToMessage: messageId.optional(),
  /** People named with @ besides the bot; in the text they stand as `@name`. */
  mentions: z.array(Mention).max(50).optional(),
};
export const Update = z.discriminatedUnion('kind', [
  z.object({
    ...updateBase,
    kind: z.literal('utterance'),
    /** Empty only where something came with it. */
    text: z.string().max(20_000),
    /** Kinds of secrets that were masked in `text` before it was stored. */
    masked: z.array(SecretKind).optional(),
    attachments: z.array(Attachment).max(20).optional(),
    /** The new text of an earlier message: `messageId` is that message's. */
    edited: z.boolean().optional(),
  }),
  /** A message was taken back by its sender. */
  z.object({ ...updateBase, kind: z.literal('recall'), messageId }),
  z.object({ ...updateBase, kind: z.literal('action'), action: Action }),
  z.object({ ...updateBase, kind: z.literal('notice'), notice: Notice }),
]);
export type Update = z.infer<typeof Update>;

export type Language = 'zh' | 'en';
