/** The state of one conversation. Stored as JSON under `STATE_VERSION`; what does not parse is begun afresh. */
import { z } from 'zod';
import {
  Alternative,
  MeetingChanges,
  MeetingView,
  MissedMeeting,
  RoomOffer,
  RoomTrouble,
  RoomUse,
  TicketView,
  VideoPlace,
} from '../desk.ts';
import { OpenQuestion } from '../dispatch/question.ts';
import { MeetingDocument } from '../meeting-document.ts';
import { CardAction, ReplyFile } from '../reply.ts';
import { Category, Intent, RoomQuestion, Slots, Urgency } from '../types.ts';

/** Raised with every change of shape that older stored states do not satisfy. */
export const STATE_VERSION = 1;

/** What one running flow knows. */
export const FrameData = z.object({
  /** The message that began it, secrets masked. */
  text: z.string(),
  /** Further words of the person that belong to it, in order. */
  notes: z.array(z.string()),
  intent: Intent,
  category: Category.optional(),
  urgency: Urgency.optional(),
  slots: Slots,
  /** Articles that were found, best first. */
  articles: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      answer: z.string(),
      /** Who keeps it. */
      source: z.string(),
      /** When it was last checked: `YYYY-MM-DD`. */
      updated: z.string().optional(),
      video: VideoPlace.optional(),
    }),
  ),
  answered: z.boolean(),
  /** Ids of articles that were shown. */
  tried: z.array(z.string()),
  /** Set where the self-service answer was already given or makes no sense. */
  skipArticles: z.boolean(),
  /** Tickets or meetings to choose from. */
  tickets: z.array(TicketView),
  meetings: z.array(MeetingView),
  /** The number of the ticket or meeting that is meant. */
  target: z.string().optional(),
  ticket: TicketView.optional(),
  meeting: MeetingView.optional(),
  /** Of a meeting that comes again: the last day that was asked for, whether all of them are meant, and what came of it. */
  until: z.string().optional(),
  all: z.boolean().optional(),
  missed: z.array(MissedMeeting).optional(),
  /** The meeting as it was before a change, what is to be changed of it, and as it would be then. */
  before: MeetingView.optional(),
  changes: MeetingChanges.optional(),
  proposed: MeetingView.optional(),
  /** What takes a change back: `number:version`. */
  undo: z.string().optional(),
  alternatives: z.array(Alternative),
  /** Rooms that were offered, and the words of the place that was settled on. */
  rooms: z.array(RoomOffer).optional(),
  settled: z.string().optional(),
  /** What was asked of rooms, and what is known of them. */
  roomQuestion: RoomQuestion.optional(),
  uses: z.array(RoomUse).optional(),
  /** What is to be printed for a meeting, the names on it, and the file it became. */
  document: MeetingDocument.optional(),
  names: z.array(z.string()).optional(),
  file: ReplyFile.optional(),
  /** A room that holds more than this one is wanted. */
  largerThan: z.string().nullable().optional(),
  /** What is wrong with the room that was wanted. */
  trouble: RoomTrouble.optional(),
  /** A day that no year has, as it was said. */
  badDay: z.string().optional(),
  /** Until when the room is kept; ISO 8601. */
  heldUntil: z.string().optional(),
  refusal: z.string().optional(),
  /** What the person picked last, where a step has to know. */
  picked: z.string().optional(),
  guesses: z.array(Intent),
  fullText: z.string().optional(),
  /** Whose act a notice tells of, and in which words. */
  actor: z.string().optional(),
  remark: z.string().optional(),
});
export type FrameData = z.infer<typeof FrameData>;

export const Frame = z.object({
  id: z.string(),
  flow: z.string(),
  step: z.string(),
  /** How often the current question was put. */
  asked: z.number(),
  data: FrameData,
});
export type Frame = z.infer<typeof Frame>;

/** Buttons that were shown: typing a label or an ordinal does what the button does. */
const OfferedCard = z.object({
  actions: z.array(CardAction.pick({ id: true, label: true, value: true })),
  /** False once a later question was put: a bare «3» answers that one. */
  numbered: z.boolean(),
});

export const Conversation = z.object({
  language: z.enum(['zh', 'en']),
  /** Running and interrupted flows; the last one is active. */
  stack: z.array(Frame),
  nextFrame: z.number(),
  /** The newest cards with buttons, newest first. */
  offered: z.array(OfferedCard),
  /** Requests that were said along with another, to be dealt with next. */
  queue: z.array(FrameData.pick({ text: true, intent: true, category: true, urgency: true, slots: true })),
  /** Messages in a row that were not understood. */
  misses: z.number(),
  /** A person has taken over; the bot is silent until then (epoch milliseconds). */
  handoff: z.object({ ticket: z.string(), until: z.number() }).nullable(),
  /** When the person last wrote; epoch milliseconds. */
  lastAt: z.number().nullable(),
  /** The last thing the bot said, so that it does not say it twice in a row. */
  lastSaid: z.string(),
  said: z.number(),
  /** The ticket last spoken of. */
  ticket: z.string().nullable(),
  /** The meeting last spoken of, and when (epoch milliseconds): «改到四点» means it for a while. */
  meeting: z.object({ number: z.string(), at: z.number() }).optional(),
  /** In a dispatch group: what this member was asked about a command. */
  dispatchQuestion: OpenQuestion.optional(),
});
export type Conversation = z.infer<typeof Conversation>;

export function newConversation(): Conversation {
  return {
    language: 'zh',
    stack: [],
    nextFrame: 1,
    offered: [],
    queue: [],
    misses: 0,
    handoff: null,
    lastAt: null,
    lastSaid: '',
    said: 0,
    ticket: null,
  };
}

/**
 * A stored state, or a fresh one where it was written by another version of the flows: a conversation begun under last
 * week's flow ends politely, never in a crash.
 */
export function reviveConversation(stored: unknown, version: number): Conversation {
  if (version !== STATE_VERSION) return newConversation();
  const parsed = Conversation.safeParse(stored);
  return parsed.success ? parsed.data : newConversation();
}

export function newFrameData(begin: Pick<FrameData, 'text' | 'intent'> & Partial<FrameData>): FrameData {
  return {
    notes: [],
    slots: {},
    articles: [],
    answered: false,
    tried: [],
    skipArticles: false,
    tickets: [],
    meetings: [],
    alternatives: [],
    guesses: [],
    ...begin,
  };
}
