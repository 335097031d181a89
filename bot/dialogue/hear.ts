/** An utterance, in the state the conversation is in. The repairs that every flow needs are here, and only here. */
import type { Effect } from '../desk.ts';
import { type DocumentRequest, readDocumentRequest } from '../meeting-document.ts';
import {
  type Attachment,
  type Intent,
  type RoomQuestion,
  type SecretKind,
  UNSURE_BELOW,
  type Understanding,
} from '../types.ts';
import { isAbandon, isCorrection } from '../understand/index.ts';
import {
  type Amendment,
  amendmentOf,
  goesOn,
  isImpatient,
  saysItIsDone,
  saysNotDone,
} from './about-ticket.ts';
import { answer } from './answer.ts';
import { attachmentsInWords, takeAttachments } from './attachments.ts';
import { newFrameData } from './conversation.ts';
import { advance } from './engine.ts';
import { clearly, type FlowStep } from './flow.ts';
import { languageOf } from './language.ts';
import {
  type Machine,
  MEETING_IN_MIND_MS,
  placeOf,
  pushFrame,
  say,
  topFrame,
  topicOf,
  wordsOf,
} from './machine.ts';
import { readEdit } from './message-changes.ts';
import { actionHolds, press } from './press.ts';
import { typedChoice, typedScore } from './typed-choice.ts';

/** After this long a silence a conversation starts afresh. */
export const SILENCE_MS = 4 * 60 * 60 * 1000;

export interface Utterance {
  text: string;
  heard: Understanding;
  masked: readonly SecretKind[];
  attachments?: readonly Attachment[];
  /** It is the new text of an earlier message. */
  edited?: boolean;
}

export function hear(machine: Machine, utterance: Utterance): Effect | null {
  const { conversation, facts } = machine;
  conversation.language = languageOf(utterance.text, conversation.language);
  const silent = conversation.lastAt !== null && facts.now - conversation.lastAt > SILENCE_MS;
  if (silent) startAfresh(machine);
  conversation.lastAt = facts.now;
  if (utterance.masked.length > 0) {
    say(machine, { text: wordsOf(machine).secrets(utterance.masked) });
    if (utterance.masked.includes('classified') || nothingLeft(utterance.text)) return null;
  }
  const { attachments = [] } = utterance;
  if (handedOver(machine))
    return duringHandoff(machine, [utterance.text, attachmentsInWords(machine, attachments)]);
  if (utterance.text.trim() === '') {
    // The bot's bare name in a group is a greeting.
    if (attachments.length === 0) return beginFlow(machine, 'greet', utterance.heard);
    return takeAttachments(machine, attachments, silent);
  }
  if (utterance.edited && readEdit(machine, utterance.heard) === 'done') return advance(machine);
  const choice = typedChoice(utterance.text, conversation.offered, (action) => actionHolds(machine, action));
  if (choice) return press(machine, choice);
  return react(machine, utterance);
}

function react(machine: Machine, { text, heard: read }: Utterance): Effect | null {
  const top = topFrame(machine);
  const inFlow = top !== undefined || isCorrection(text);
  const heard = aboutMeeting(
    inFlow && read.mentions ? { ...read, slots: { ...read.mentions, ...read.slots } } : read,
  );
  const place = top && placeOf(machine, top);
  const score =
    !top && heard.intent === 'rate_service'
      ? typedScore(heard.slots.rating, machine.conversation.offered)
      : null;
  if (score) return press(machine, score);
  // With nothing under way, «算了不修了» is about a ticket.
  const aboutTicket = !top && clearly(heard, 'cancel_ticket');
  if ((!top || place?.flow.transient) && conversationTicket(machine) && saysItIsDone(text))
    return tellDone(machine, heard);
  if (top && isAsked(place?.step) && DRAFTS.includes(top.data.intent) && saysItIsDone(text))
    return abandon(machine, 'done');
  if (!top && conversationTicket(machine) && saysNotDone(text))
    return beginFlow(machine, 'reopen_ticket', { ...heard, also: [] });
  if (isAbandon(text) && !aboutTicket) return abandon(machine);
  const sureOfPerson = top ? SURE_IN_A_FLOW : SURE_OF_PERSON;
  if (heard.intent === 'talk_to_human' && heard.confidence >= sureOfPerson) return handOver(machine, heard);
  const wanted = readDocumentRequest(text);
  if (wanted) return giveDocument(machine, heard, wanted);
  if (heard.roomQuestion && asksNow(heard, place?.flow.name))
    return askOfRooms(machine, heard, heard.roomQuestion);
  if (top && place?.step.kind === 'ask') {
    const answered = answer(machine, top, place.flow, place.step, heard);
    if (answered === 'done') return advance(machine);
    if (answered === 'abandon') return abandon(machine);
    if (answered === 'waiting') return null;
    if (answered === 'missed') return missed(machine, heard);
    if (place.flow.transient) machine.conversation.stack.pop();
    return beginFlow(machine, heard.intent, heard);
  }
  if (conversationTicket(machine) && isImpatient(heard)) return beginFlow(machine, 'urge_ticket', heard);
  const amendment = conversationTicket(machine) ? amendmentOf(heard) : null;
  if (amendment) return amend(machine, heard, amendment);
  const ticket = conversationTicket(machine);
  if (ticket && goesOn(heard))
    return beginFlow(machine, 'add_to_ticket', { ...heard, slots: { ...heard.slots, ticket } });
  if (heard.confidence < UNSURE_BELOW) return missed(machine, heard);
  return beginFlow(machine, heard.intent, heard);
}

const DRAFTS: readonly Intent[] = ['report_fault', 'request_service'];

/** A question for something that is missing; one with a yes could mean that by «好了». */
function isAsked(step: FlowStep | undefined): boolean {
  return step?.kind === 'ask' && step.slot !== undefined && step.yes === undefined && step.no === undefined;
}

/** With hours and all, «有没有空的会议室» is how a booking begins: it offers what is free. */
function asksNow(
  { roomQuestion, slots, mentions = slots }: Understanding,
  flow: string | undefined,
): boolean {
  const booking = flow === 'book_meeting' || flow === 'change_meeting';
  if (roomQuestion !== 'which') return true;
  return !booking && !(mentions.start?.includes('T') && mentions.end?.includes('T'));
}

/** Answered at once; in the middle of something else without a question of its own. */
function askOfRooms(machine: Machine, heard: Understanding, roomQuestion: RoomQuestion): Effect | null {
  const top = topFrame(machine);
  if (top && placeOf(machine, top)?.flow.transient) machine.conversation.stack.pop();
  machine.conversation.misses = 0;
  const data = newFrameData({
    text: heard.text,
    intent: 'out_of_scope',
    slots: heard.mentions ?? heard.slots,
    roomQuestion,
    ...(topFrame(machine) ? { picked: 'aside' } : {}),
  });
  pushFrame(machine, machine.definition.roomQuestion, data);
  return advance(machine);
}

/** Given at once; what is under way goes on after it. */
function giveDocument(
  machine: Machine,
  heard: Understanding,
  { document, names }: DocumentRequest,
): Effect | null {
  const top = topFrame(machine);
  if (top && placeOf(machine, top)?.flow.transient) machine.conversation.stack.pop();
  machine.conversation.misses = 0;
  const data = newFrameData({
    text: heard.text,
    intent: 'out_of_scope',
    slots: {},
    document,
    names,
    ...meetingInMind(machine),
  });
  pushFrame(machine, machine.definition.documents, data);
  return advance(machine);
}

/** The meeting that was just spoken of: «改到四点» and «打一份桌签» mean it. */
function meetingInMind({ conversation, facts }: Machine): { target?: string } {
  const { meeting } = conversation;
  return meeting && facts.now - meeting.at <= MEETING_IN_MIND_MS ? { target: meeting.number } : {};
}

const MEETING_NUMBER = /M\d{8}-\d{4}/i;
const CALLS_OFF = /取消|不开|撤|cancel/i;

/** A meeting named by its number is what the message is about. */
function aboutMeeting(heard: Understanding): Understanding {
  if (!MEETING_NUMBER.test(heard.text)) return heard;
  const intent = CALLS_OFF.test(heard.text) ? 'cancel_meeting' : 'change_meeting';
  return { ...heard, intent, confidence: 0.95 };
}

/** What is left of a message whose secrets were masked is nothing but marks and punctuation. */
function nothingLeft(text: string): boolean {
  return text.replace(/\[[^\]]*\]/g, '').replace(/[\s\p{P}]+/gu, '') === '';
}

function startAfresh(machine: Machine): void {
  const { conversation } = machine;
  const unfinished = topFrame(machine);
  const topic = unfinished ? topicOf(machine, unfinished) : '';
  conversation.stack.length = 0;
  conversation.queue.length = 0;
  conversation.misses = 0;
  conversation.offered = conversation.offered.map((card) => ({ ...card, numbered: false }));
  if (topic) say(machine, { text: wordsOf(machine).setAside(topic) });
}

function handedOver(machine: Machine): boolean {
  const { conversation, facts } = machine;
  if (!conversation.handoff) return false;
  if (facts.now < conversation.handoff.until) return true;
  conversation.handoff = null;
  return false;
}

const HAND_BACK =
  /^(?:转?回?(?:找|给|让)?\s*机器人(?:吧|来|回答)?|不用人工了?|(?:back to (?:the )?)?bot)[。.!！]?$/i;

/** The bot is silent: what is said goes to the person who took over, with the ticket. */
function duringHandoff(machine: Machine, said: readonly string[]): Effect | null {
  const { conversation } = machine;
  const text = said.filter(Boolean).join('\n');
  if (HAND_BACK.test(text.trim())) {
    conversation.handoff = null;
    say(machine, { text: wordsOf(machine).handedBack() });
    return null;
  }
  const target = conversation.handoff?.ticket ?? '';
  pushFrame(
    machine,
    machine.definition.repair.forward,
    newFrameData({ text, intent: 'add_to_ticket', target }),
  );
  return advance(machine);
}

function abandon(machine: Machine, why: 'unwanted' | 'done' = 'unwanted'): Effect | null {
  const { conversation } = machine;
  const top = topFrame(machine);
  conversation.misses = 0;
  if (!top) {
    say(machine, { text: wordsOf(machine).nothingToAbandon() });
    return null;
  }
  const words = wordsOf(machine);
  const topic = topicOf(machine, top);
  say(machine, { text: why === 'done' ? words.worksAgain(topic) : words.abandoned(topic) });
  conversation.stack.pop();
  return topFrame(machine) || conversation.queue.length > 0 ? advance(machine) : null;
}

/** Asking for a person must be clear: it ends what is under way. */
const SURE_OF_PERSON = 0.5;
const SURE_IN_A_FLOW = 0.75;

/** A person takes over with everything that was said until then: the open matter and those that wait. */
function handOver(machine: Machine, heard: Understanding): Effect | null {
  const { conversation, definition } = machine;
  const open = conversation.stack.findLast(
    (frame) => frame.data.text !== '' && frame.flow !== definition.repair.clarify,
  );
  const waiting = conversation.queue.map((one) => one.text);
  const data = newFrameData({ ...begun(heard), guesses: guessesOf(heard) });
  if (open) {
    const { text, notes, slots, category, urgency, tried } = open.data;
    Object.assign(data, {
      text,
      slots: { ...slots, ...heard.slots },
      tried,
      ...(category ? { category } : {}),
      ...(urgency ? { urgency } : {}),
      notes: [...notes, ...waiting, heard.text],
    });
  } else data.notes.push(...waiting);
  conversation.misses = 0;
  pushFrame(machine, definition.repair.handoff, data);
  return advance(machine);
}

/** First the choice of what was probably meant; after a second miss in a row, a person. */
function missed(machine: Machine, heard: Understanding): Effect | null {
  const { conversation, definition } = machine;
  conversation.misses += 1;
  const data = newFrameData({ ...begun(heard), guesses: guessesOf(heard) });
  if (conversation.misses >= 2) return handOver(machine, heard);
  if (!topFrame(machine)) {
    pushFrame(machine, definition.repair.clarify, data);
  }
  return advance(machine);
}

function guessesOf(heard: Understanding): Intent[] {
  const named = (heard.candidates ?? [{ intent: heard.intent, confidence: heard.confidence }]).map(
    (one) => one.intent,
  );
  return [...new Set(named)].slice(0, 3);
}

function begun(heard: Understanding) {
  const category = heard.category ?? heard.about;
  return {
    text: heard.text,
    intent: heard.intent,
    slots: heard.slots,
    ...(category ? { category } : {}),
    ...(heard.urgency ? { urgency: heard.urgency } : {}),
  };
}

function beginFlow(machine: Machine, intent: Intent, heard: Understanding): Effect | null {
  const { conversation, definition } = machine;
  conversation.misses = 0;
  const [first, ...others] = shareContact([ofFirst(heard), ...(heard.also ?? [])]);
  conversation.queue.push(...others.map(begun));
  const inMind = intent === 'change_meeting' || intent === 'cancel_meeting' ? meetingInMind(machine) : {};
  pushFrame(machine, definition.begins[intent], newFrameData({ ...begun(first ?? heard), ...inMind }));
  return advance(machine);
}

const JOINS = /(?:[,，;；。、\s]|再|还有|另外|还要|顺便|以及|并且?|然后|同时|and|also|plus)+$/i;

/** Of several requests in one message, the first with its own words alone, where those of the next begin after it. */
function ofFirst(heard: Understanding): Understanding {
  const [next] = heard.also ?? [];
  const at = next ? heard.text.indexOf(next.text) : -1;
  const own = at > 0 ? heard.text.slice(0, at).replace(JOINS, '') : '';
  return own.length >= 4 ? { ...heard, text: own } : heard;
}

/** A place, a phone or a person said once in a message of several requests is meant for all of them. */
function shareContact(requests: readonly Understanding[]): Understanding[] {
  if (requests.length < 2) return [...requests];
  const phone = requests.find((one) => one.slots.phone)?.slots.phone;
  const person = requests.find((one) => one.slots.person)?.slots.person;
  const places = requests.filter((one) => one.intent !== 'book_meeting' && one.slots.location);
  const location = places.length === 1 ? places[0]?.slots.location : undefined;
  return requests.map((one) => ({
    ...one,
    slots: {
      ...(phone ? { phone } : {}),
      ...(person ? { person } : {}),
      ...(location && one.intent !== 'book_meeting' ? { location } : {}),
      ...one.slots,
    },
  }));
}

function conversationTicket(machine: Machine): string | null {
  return machine.conversation.ticket;
}

/** «不对，是四楼» after the ticket was opened changes the ticket. */
function amend(machine: Machine, heard: Understanding, { slots, urgency }: Amendment): Effect | null {
  const target = conversationTicket(machine) ?? '';
  const data = newFrameData({ text: heard.text, intent: 'add_to_ticket', slots, target });
  if (urgency) data.urgency = urgency;
  pushFrame(machine, machine.definition.repair.amend, data);
  return advance(machine);
}

/** «修好了，谢谢» of something that is still in work: nobody needs to come. */
function tellDone(machine: Machine, heard: Understanding): Effect | null {
  const { conversation, definition } = machine;
  conversation.misses = 0;
  if (topFrame(machine)) conversation.stack.pop();
  pushFrame(machine, definition.repair.done, newFrameData({ text: heard.text, intent: 'cancel_ticket' }));
  return advance(machine);
}
