/** Reads one request: intent, category, urgency and slots of a message or a part of one. */
import type { Category, Intent, RoomQuestion, Slots, UnderstandContext, Understanding } from '../types.ts';
import { type Analysis, analyse, type Words } from './analysis.ts';
import { bareIntent, isCorrection, withoutNegated } from './bare.ts';
import { bareRequest, isGibberish, meetingIntent } from './bare-requests.ts';
import type { BorderModel } from './border.ts';
import { categoryOf } from './category.ts';
import type { Classifier, Guess } from './classifier.ts';
import { correctedSlot } from './correction.ts';
import { answerTo, FLOW_INTENTS, isAnswer, slotExpected } from './expect.ts';
import { featuresOf } from './features.ts';
import { clockTold, inZone, type NamedZone } from './foreign-zone.ts';
import { type Message, part, respelled } from './normalise.ts';
import { findRecurrence } from './recurrence.ts';
import { roomQuestion } from './room-question.ts';
import { isRequest, slotsOf, withSymptom } from './slots.ts';
import { splitRequests } from './split.ts';
import type { FindSymptomSpan } from './symptom-tagger.ts';
import { urgencyOf } from './urgency.ts';

/** What reading needs besides the message. */
export interface Reader {
  words: Words;
  classifier: Classifier;
  borders: BorderModel;
  findSymptom: FindSymptomSpan;
}

/** One request read, with what it was read from. */
export interface Reading {
  record: Understanding;
  analysis: Analysis;
}

/** A longer message is understood from its beginning: the time it takes stays bounded. */
const LONGEST = 2000;
const BARE_CONFIDENCE = 0.99;
const ANSWER_CONFIDENCE = 0.9;
const REQUEST_CONFIDENCE = 0.95;
const GIBBERISH_CONFIDENCE = 0.3;
const RECURRING_CONFIDENCE = 0.85;
const SURE_OF_ANOTHER = 0.6;
/** What ends or decides something is not guessed: below this share the next best reading stands. */
const SURE_ENOUGH: Partial<Record<Intent, number>> = {
  confirm: 0.7,
  deny: 0.7,
  thank: 0.6,
  greet: 0.6,
  talk_to_human: 0.5,
};

/** The whole message: the request named first, with `also` for the rest. An answer to a question is one request. */
export function readMessage(message: Message, context: UnderstandContext, reader: Reader): Understanding {
  if (message.plain.length > LONGEST)
    return { ...readMessage(part(message, 0, LONGEST), context, reader), text: message.source };
  const whole = readRequest(message, context, reader);
  const parts =
    context.expect === undefined
      ? splitRequests(message, whole, {
          read: (one) => readRequest(one, context, reader),
          borders: reader.borders,
        })
      : null;
  const [first = whole, ...rest] = parts ?? [];
  if (rest.length === 0) return first.record;
  return { ...first.record, text: message.source, also: rest.map((reading) => reading.record) };
}

/** One request, whatever else the message holds. */
export function readRequest(message: Message, context: UnderstandContext, reader: Reader): Reading {
  const clock = clockTold(message.plain);
  const reading = clock
    ? readByClock(message, context, { ...reader, clock })
    : readIntent(message, context, reader);
  const corrects = isCorrection(message.source);
  const question = roomQuestion(message.plain);
  if (question !== null) return withQuestion(reading, question, reader.words);
  if (context.expect === undefined && !corrects) return reading;
  const named = corrects ? correctedSlot(message.source) : null;
  const answer = named === null ? {} : answerTo(named, reading.analysis, reader.words);
  const flowIntent = FLOW_INTENTS[context.expect?.flow ?? ''] ?? 'report_fault';
  const all = () => slotsOf(reading.analysis, flowIntent, reader.words);
  const mentions = Object.keys(answer).length > 0 ? answer : all();
  return { ...reading, record: { ...reading.record, mentions } };
}

/** Hours by the clock of another place, given back by the desk's own. */
function readByClock(
  message: Message,
  context: UnderstandContext,
  { clock, ...reader }: Reader & { clock: NamedZone },
): Reading {
  const words = { ...reader.words, zone: clock.zone };
  const { record, analysis } = readIntent(blanked(message, [clock]), context, { ...reader, words });
  return {
    analysis,
    record: { ...record, text: message.source, slots: inZone(record.slots, reader.words.zone) },
  };
}

function withQuestion(reading: Reading, question: RoomQuestion, words: Words): Reading {
  const slots = slotsOf(reading.analysis, 'book_meeting', words);
  // «302现在有人用吗»: where rooms are asked about, a bare number is one.
  const number = /(?<!\d)\d{3,4}(?!\d|人|个|多|来|年)/.exec(reading.analysis.message.plain)?.[0];
  const mentions = slots.location || !number ? slots : { ...slots, location: { text: number, room: number } };
  return { ...reading, record: { ...reading.record, roomQuestion: question, mentions } };
}

/** «每周一上午九点» is read as the first of them: what says «every» and until when is left out. */
function blanked(message: Message, spans: readonly { from: number; to: number }[]): Message {
  const plain = spans.reduce(
    (text, { from, to }) => text.slice(0, from) + ' '.repeat(to - from) + text.slice(to),
    message.plain,
  );
  return respelled(message, plain);
}

/** Who names a meeting that comes again and nothing else wants it booked. */
function asMeeting(guesses: readonly Guess<Intent>[]): readonly Guess<Intent>[] {
  const [best] = guesses;
  if (best && best.label !== 'out_of_scope' && best.probability >= SURE_OF_ANOTHER) return guesses;
  const others = guesses.filter(({ label }) => label !== 'book_meeting');
  return [{ label: 'book_meeting', probability: RECURRING_CONFIDENCE }, ...others];
}

function readIntent(message: Message, context: UnderstandContext, reader: Reader): Reading {
  const recurring = findRecurrence(message.plain, { ...reader.words, now: context.now });
  const repaired = isCorrection(message.source)
    ? respelled(message, withoutNegated(message.plain))
    : blanked(message, recurring?.spans ?? []);
  const analysis = analyse(repaired, context.now, reader.words);
  if (!/[\p{L}\p{N}]/u.test(message.plain) && bareIntent(message.plain.trim()) === null)
    return { analysis, record: { text: message.source, intent: 'out_of_scope', confidence: 0, slots: {} } };
  const bare = bareIntent(message.plain.trim());
  const expected = slotExpected(context.expect);
  if (bare !== null && expected === null) return { analysis, record: plainRecord(message.source, bare) };
  const classified = reader.classifier.classify(featuresOf(analysis));
  const guesses =
    bare === null
      ? guessesFor(analysis, context, recurring ? asMeeting(classified.intents) : classified.intents)
      : [{ label: bare, probability: BARE_CONFIDENCE }];
  const best = guesses[0] ?? { label: 'out_of_scope' as const, probability: 0 };
  if (expected !== null && isAnswer(context, message.plain, best.label, best.probability)) {
    const answer = answerTo(expected, analysis, reader.words);
    const answers =
      Object.keys(answer).length > 0 ? bare === null || expected === 'rating' : isOnlyPlace(analysis, best);
    if (answers) return { analysis, record: answerRecord(analysis, context, reader, { answer, best }) };
  }
  return { analysis, record: fullRecord(analysis, { guesses, categories: classified.categories }, reader) };
}

/** A place where something else was asked is kept, not taken for a new request. */
const isOnlyPlace = ({ places, message }: Analysis, best: Guess<Intent>): boolean =>
  places[0] !== undefined &&
  best.probability < ANSWER_CONFIDENCE &&
  message.plain.trim().length - (places[0].to - places[0].from) <= 4;

/** The classifier's guesses, behind what short words say by themselves, and without decisions that it is unsure of. */
function guessesFor(
  analysis: Analysis,
  context: UnderstandContext,
  guesses: readonly Guess<Intent>[],
): readonly Guess<Intent>[] {
  const plain = analysis.message.plain.trim();
  if (isGibberish(plain)) return [{ label: 'out_of_scope', probability: GIBBERISH_CONFIDENCE }];
  const said = meetingIntent(analysis, context.expect) ?? bareRequest(plain);
  if (said !== null)
    return [
      { label: said, probability: REQUEST_CONFIDENCE },
      ...guesses
        .filter(({ label }) => label !== said)
        .map((guess) => ({ ...guess, probability: guess.probability * (1 - REQUEST_CONFIDENCE) })),
    ];
  const kept = guesses.filter(({ label, probability }) => probability >= (SURE_ENOUGH[label] ?? 0));
  return kept.length > 0 ? kept : guesses;
}

function plainRecord(text: string, intent: Intent): Understanding {
  return { text, intent, confidence: BARE_CONFIDENCE, slots: {} };
}

/** The answer, and what else was said in the same breath («302，电话8012»). */
function answerRecord(
  analysis: Analysis,
  context: UnderstandContext,
  reader: Reader,
  read: { answer: Slots; best: Guess<Intent> },
): Understanding {
  const intent = FLOW_INTENTS[context.expect?.flow ?? ''] ?? read.best.label;
  const slots = { ...slotsOf(analysis, intent, reader.words), ...read.answer };
  return { text: analysis.message.source, intent, confidence: ANSWER_CONFIDENCE, slots };
}

/** Where nothing earlier is found that they could be about, they are new. */
const OF_EARLIER: readonly Intent[] = ['reopen_ticket', 'add_to_ticket', 'urge_ticket'];

function fullRecord(
  analysis: Analysis,
  read: { guesses: readonly Guess<Intent>[]; categories: readonly Guess<Category>[] },
  { words, findSymptom }: Reader,
): Understanding {
  const [best, ...others] = read.guesses;
  const intent = best?.label ?? 'out_of_scope';
  const slots = withSymptom(analysis, intent, slotsOf(analysis, intent, words), findSymptom);
  const record: Understanding = {
    text: analysis.message.source,
    intent,
    confidence: round(best?.probability ?? 0),
    slots,
  };
  if (isRequest(intent)) {
    const category = categoryOf(analysis, read.categories);
    record.category = category;
    record.urgency = urgencyOf(analysis, {
      fault: intent === 'report_fault',
      category,
      slots,
      zone: words.zone,
    });
  }
  if (OF_EARLIER.includes(intent)) record.about = categoryOf(analysis, read.categories);
  if (others.length > 0)
    record.candidates = read.guesses
      .slice(0, 3)
      .map(({ label, probability }) => ({ intent: label, confidence: round(probability) }));
  return record;
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
