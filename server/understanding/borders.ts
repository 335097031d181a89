/** Trains what says whether two requests meet at a seam: a logistic regression over the traits of labelled borders. */
import { type Border, type BorderModel, borderTraits } from '../../bot/understand/border.ts';
import { normalise, part } from '../../bot/understand/normalise.ts';
import { type Reader, readRequest } from '../../bot/understand/read.ts';
import { nextEnd, seamsOfMessage } from '../../bot/understand/split.ts';
import { DEFAULT_NOW, type Labelled } from './labelled.ts';
import { randomNumbers, shuffled } from './regression.ts';

interface Example {
  traits: string[];
  /** 1: two requests meet here. */
  label: 0 | 1;
  weight: number;
}

const EPOCHS = 60;
const RATE = 0.3;
const DECAY = 0.02;
const BIAS = -2;
/** Two requests in one message are rare: each of their borders counts for more. */
const RARE = 2;
const LONGEST = 300;

function bordersOf(example: Labelled, reader: Reader): Border[] {
  const context = { now: Date.parse(example.now ?? DEFAULT_NOW) };
  const message = normalise(example.text);
  const whole = readRequest(message, context, reader);
  if (message.plain.length > LONGEST) return [];
  const seams = seamsOfMessage(whole.analysis);
  return seams
    .filter((seam) => seam.at >= 2)
    .map((seam) => ({
      whole,
      seam,
      first: readRequest(part(message, 0, seam.at), context, reader),
      second: readRequest(
        part(message, seam.resume, nextEnd(seams, seam, message.plain.length)),
        context,
        reader,
      ),
    }));
}

/** How well a border parts the message as it is labelled. */
function likeness({ first, second, seam }: Border, example: Labelled): number {
  const [a, b, behind] = [first.record, second.record, example.also?.[0]];
  const same = (expected: unknown, found: unknown): number =>
    Number(expected !== undefined && expected === found);
  return (
    2 * same(example.intent, a.intent) +
    2 * same(behind?.intent, b.intent) +
    same(example.category, a.category) +
    same(behind?.category, b.category) +
    same(example.slots?.device, a.slots.device) +
    same(behind?.slots?.device, b.slots.device) +
    (seam.kind === 'joint' ? 0.5 : 0)
  );
}

/** No border in a message of one request; in others the best one, and none of those before it. */
function examplesOf(example: Labelled, reader: Reader): Example[] {
  const borders = bordersOf(example, reader);
  const negative = (border: Border): Example => ({ traits: borderTraits(border), label: 0, weight: 1 });
  const [head] = borders;
  if (!example.also || !head) return borders.map(negative);
  const best = borders.reduce(
    (top, border) => (likeness(border, example) > likeness(top, example) ? border : top),
    head,
  );
  return [
    ...borders.slice(0, borders.indexOf(best)).map(negative),
    { traits: borderTraits(best), label: 1, weight: RARE },
  ];
}

/** The same messages and the same reader give the same model. */
export function trainBorders(messages: readonly Labelled[], reader: Reader): BorderModel {
  const examples = messages.flatMap((message) => examplesOf(message, reader));
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  let bias = BIAS;
  let biasSquares = 1;
  const random = randomNumbers(7);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const { traits, label, weight } of shuffled(examples, random)) {
      const sum = traits.reduce((total, trait) => total + (weights.get(trait) ?? 0), bias);
      const error = (1 / (1 + Math.exp(-sum)) - label) * weight;
      biasSquares += error * error;
      bias -= (RATE * error) / Math.sqrt(biasSquares);
      for (const trait of traits) {
        const square = (squares.get(trait) ?? 1) + error * error;
        squares.set(trait, square);
        weights.set(trait, (weights.get(trait) ?? 0) - (RATE * error) / Math.sqrt(square));
      }
    }
    for (const [trait, weight] of weights) weights.set(trait, weight * (1 - DECAY));
  }
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  return {
    bias: rounded(bias),
    weights: Object.fromEntries([...weights].sort().map(([trait, weight]) => [trait, rounded(weight)])),
  };
}
