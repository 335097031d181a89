/**
 * What a seam between two parts of a message looks like to the classifier that says whether two requests meet there:
 * yes-or-no features of the seam, of either part, and of both together.
 */
import type { Intent } from '../types.ts';
import { isAnother, startsLike, topicOf } from './another-request.ts';
import type { Reading } from './read.ts';
import type { Seam } from './seams.ts';

/** Both parts, the message they are parts of, and the seam between them. */
export interface Border {
  whole: Reading;
  first: Reading;
  second: Reading;
  seam: Seam;
}

type Kind = 'fault' | 'service' | 'meeting' | 'ticket' | 'howto' | 'talk' | 'bare';
const KIND: Record<Intent, Kind> = {
  report_fault: 'fault',
  request_service: 'service',
  book_meeting: 'meeting',
  change_meeting: 'meeting',
  cancel_meeting: 'meeting',
  ask_howto: 'howto',
  ticket_status: 'ticket',
  urge_ticket: 'ticket',
  add_to_ticket: 'ticket',
  cancel_ticket: 'ticket',
  reopen_ticket: 'ticket',
  talk_to_human: 'talk',
  rate_service: 'talk',
  complain: 'talk',
  out_of_scope: 'talk',
  confirm: 'bare',
  deny: 'bare',
  greet: 'bare',
  thank: 'bare',
  help: 'bare',
};

const sureness = (confidence: number): string =>
  confidence < 0.5 ? 'low' : confidence < 0.8 ? 'fair' : confidence < 0.95 ? 'high' : 'sure';

/** Names of what holds at the border. */
export function borderTraits({ whole, first, second, seam }: Border): string[] {
  const [a, b] = [first.record, second.record];
  const kinds = `${KIND[a.intent]}>${KIND[b.intent]}`;
  const size = second.analysis.message.plain.trim().length;
  const firstSize = first.analysis.message.plain.trim().length;
  const rule = isAnother(first, second, seam) ? 'yes' : 'no';
  const same = topicOf(first) === topicOf(second);
  const traits = [
    `rule:${rule}`,
    `rule+seam:${rule}${seam.kind}`,
    `seam:${seam.kind}`,
    `kinds:${kinds}`,
    `kinds+seam:${kinds}${seam.kind}`,
    `first:${sureness(a.confidence)}`,
    `second:${sureness(b.confidence)}`,
    `sure:${seam.kind}${sureness(Math.min(a.confidence, b.confidence))}`,
    `size:${size < 4 ? 'tiny' : size < 8 ? 'short' : size < 20 ? 'middle' : 'long'}`,
    `firstSize:${firstSize < 4 ? 'tiny' : firstSize < 8 ? 'short' : firstSize < 20 ? 'middle' : 'long'}`,
    `whole:${whole.record.intent === a.intent ? 'first' : ''}${whole.record.intent === b.intent ? 'second' : ''}`,
    `wholeSure:${sureness(whole.record.confidence)}`,
    `things:${count(first)}${count(second)}`,
    `things+kinds:${count(first)}${count(second)}${kinds}`,
  ];
  if (a.intent === b.intent) traits.push('sameIntent', `sameIntent:${a.intent}`);
  if (a.category !== undefined && b.category !== undefined) {
    const pair = a.category === b.category ? 'same' : 'other';
    traits.push(`category:${pair}`, `category+seam:${pair}${seam.kind}`, `category+kinds:${pair}${kinds}`);
    traits.push(`category+things:${pair}${count(first)}${count(second)}`);
    if (pair === 'other') traits.push(`from:${a.category}>${b.category}`);
  }
  if (same) traits.push('sameTopic');
  if (second.analysis.symptom) traits.push('symptomBehind', `symptomBehind:${KIND[a.intent]}`);
  if (first.analysis.symptom) traits.push('symptomBefore');
  if (second.analysis.times.length > 0) traits.push(`timeBehind:${KIND[b.intent]}`);
  if (second.analysis.people.length > 0) traits.push('personBehind');
  const [from, to] = [a.slots.location, b.slots.location];
  if (to) traits.push(from ? (from.text === to.text ? 'samePlace' : 'otherPlace') : 'placeBehind');
  for (const start of startsLike(second.analysis.message.plain.trim()))
    traits.push(`starts:${start}`, `starts:${start}${kinds}`);
  for (const start of startsLike(seam.word)) traits.push(`joint:${start}`);
  return traits;
}

const count = ({ analysis }: Reading): string => {
  const things = analysis.devices.length + analysis.systems.length;
  return things === 0 ? '0' : things === 1 ? '1' : '2';
};

/** A weight for each trait, as trained; what has none counts nothing. */
export interface BorderModel {
  bias: number;
  weights: Record<string, number>;
}

/** How likely it is, 0 to 1, that two requests meet at the border. */
export function borderProbability(border: Border, { bias, weights }: BorderModel): number {
  const sum = borderTraits(border).reduce((total, trait) => total + (weights[trait] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}
