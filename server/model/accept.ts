/**
 * From a model's answer to a record that the desk may use. The answer is input like any other: it can move labels and
 * choose among what the message says, and do nothing else. Pure.
 */
import {
  type Expectation,
  type Intent,
  type Location,
  type Slots,
  type Understand,
  type Understanding,
  URGENCIES,
  type Urgency,
} from '../../bot/types.ts';
import { acceptSlots, type SlotJudge } from './accept-slots.ts';
import type { Answer, AnswerPart } from './answer.ts';
import { type Moments, saidIn } from './said.ts';

/** What an answer is judged by. */
export interface Message {
  text: string;
  expect?: Expectation;
  /** What was understood without the model. */
  builtIn: Understanding;
  restore(text: string): string;
}

export interface Judge {
  understand: Understand;
  moments: Omit<Moments, 'now'>;
  now: number;
}

/** Requests besides the first that one message may hold. */
const MOST_ALSO = 2;
/** The model says that it guesses: a guess there is already. */
const GUESS_BELOW = 0.5;
const AGREED = 0.9;
const FORESEEN = 0.8;
const UNFORESEEN = 0.6;
/** What the built-in understanding holds possible, however unlikely. */
const POSSIBLE_FROM = 0.02;

/**
 * Intents that end, undo or pass on something, or say yes to it. Words alone must bear them out: the model may only
 * decide for one that the built-in understanding sees in the message as well.
 */
const CONSEQUENTIAL: ReadonlySet<Intent> = new Set([
  'talk_to_human',
  'cancel_meeting',
  'cancel_ticket',
  'reopen_ticket',
  'rate_service',
  'complain',
  'confirm',
  'deny',
]);

/** The record with the model's help; the built-in one where the answer may not be followed. */
export function accept(answer: Answer, message: Message, judge: Judge): Understanding {
  const { builtIn } = message;
  const first = acceptRequest(answer, message, judge);
  if (first === null) return builtIn;
  const also = message.expect === undefined ? othersOf(answer, message, judge) : [];
  const { also: builtInAlso, ...rest } = first;
  // A request that either of them saw is not lost.
  const kept = also.length > 0 ? also : builtInAlso;
  return kept === undefined ? rest : { ...rest, also: kept };
}

function othersOf(answer: Answer, message: Message, judge: Judge): Understanding[] {
  const parts = (answer.also ?? []).filter((part) => part !== null).slice(0, MOST_ALSO);
  return parts.flatMap((part) => acceptPart(part, message, judge) ?? []);
}

/** A further request stands in words of the message, and fewer than all of them. */
function acceptPart(part: AnswerPart, message: Message, judge: Judge): Understanding | null {
  const whole = message.text.trim();
  const text = message.restore(part.text).trim();
  if (text.length < 2 || text.length >= whole.length || !whole.includes(text)) return null;
  const builtIn = judge.understand(text, { now: judge.now });
  const { also: _also, ...read } =
    acceptRequest(part, { text, builtIn, restore: message.restore }, judge) ?? builtIn;
  return read;
}

type Request = Pick<Answer, 'intent' | 'confidence' | 'category' | 'urgency' | 'slots'>;

function acceptRequest(answer: Request, message: Message, judge: Judge): Understanding | null {
  const { builtIn } = message;
  const { intent } = answer;
  if ((answer.confidence ?? 1) < GUESS_BELOW) return null;
  if (CONSEQUENTIAL.has(intent) && possibility(builtIn, intent) < POSSIBLE_FROM) return null;
  const { category: _category, urgency: _urgency, ...rest } = builtIn;
  return {
    ...rest,
    intent,
    confidence: confidenceOf(builtIn, intent),
    ...labelsOf(answer, builtIn),
    slots: acceptSlots(answer.slots, baseSlots(message, intent, judge), intent, judgeSlots(message, judge)),
  };
}

/** How likely the built-in understanding held an intent to be; 0 where it did not come to its mind. */
function possibility({ intent, confidence, candidates = [] }: Understanding, sought: Intent): number {
  if (intent === sought) return confidence;
  return candidates.find((one) => one.intent === sought)?.confidence ?? 0;
}

/** Two readings that agree are worth more than one. */
function confidenceOf(builtIn: Understanding, intent: Intent): number {
  if (builtIn.intent === intent) return Math.max(builtIn.confidence, AGREED);
  return possibility(builtIn, intent) > 0 ? FORESEEN : UNFORESEEN;
}

function labelsOf(answer: Request, builtIn: Understanding): Pick<Understanding, 'category' | 'urgency'> {
  if (answer.intent !== 'report_fault' && answer.intent !== 'request_service') return {};
  return {
    category: answer.category ?? builtIn.category ?? 'other',
    urgency: urgencyOf(answer.urgency, builtIn),
  };
}

/**
 * At most one step from what the words say, and an emergency only where they say that more than one is hit: nobody
 * talks a model into one.
 */
function urgencyOf(said: Urgency | null, { urgency: builtIn = 'normal', slots }: Understanding): Urgency {
  if (said === null) return builtIn;
  const hitsMany = slots.scope === 'unit' || slots.scope === 'all';
  const from = URGENCIES.indexOf(builtIn);
  const most = builtIn === 'critical' || hitsMany ? 0 : 1;
  const to = Math.min(Math.max(URGENCIES.indexOf(said), from - 1, most), from + 1);
  return URGENCIES[to] ?? builtIn;
}

/** Flows by whose name the built-in understanding reads all slots of an intent. */
const READ_AS: Partial<Record<Intent, string>> = {
  request_service: 'request_service',
  book_meeting: 'book_meeting',
  change_meeting: 'change_meeting',
  cancel_meeting: 'cancel_meeting',
  rate_service: 'rate_service',
  ticket_status: 'add_to_ticket',
  urge_ticket: 'add_to_ticket',
  add_to_ticket: 'add_to_ticket',
  cancel_ticket: 'add_to_ticket',
  reopen_ticket: 'add_to_ticket',
};

/** What the built-in understanding reads for this intent. With two requests in one message it can't tell whose is whose. */
function baseSlots({ text, builtIn }: Message, intent: Intent, { understand, now }: Judge): Slots {
  if (builtIn.intent === intent) return builtIn.slots;
  if (builtIn.also !== undefined) return {};
  const flow = READ_AS[intent] ?? 'report_fault';
  return understand(text, { now, expect: { flow } }).mentions ?? {};
}

function judgeSlots({ text, restore }: Message, { understand, moments, now }: Judge): SlotJudge {
  const expect: Expectation = { flow: 'report_fault', slot: 'location' };
  const place = (span: string): Location | undefined => understand(span, { now, expect }).slots.location;
  return { said: saidIn(text, { ...moments, now }), restore, place };
}
