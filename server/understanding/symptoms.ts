/** Trains what finds where a symptom begins and ends, from the messages whose slots are labelled. */
import { type Analysis, analyse, type Words } from '../../bot/understand/analysis.ts';
import { normalise } from '../../bot/understand/normalise.ts';
import { mayHaveSymptom } from '../../bot/understand/slots.ts';
import {
  BEGINS,
  bestTags,
  firstSpan,
  GOES_ON,
  OUTSIDE,
  offsetOf,
  type StoredTagger,
  SYMPTOM_BUCKETS,
  symptomFeatures,
  type TagWeights,
} from '../../bot/understand/symptom-tagger.ts';
import { DEFAULT_NOW, type Labelled } from './labelled.ts';
import { randomNumbers, shuffled } from './regression.ts';

interface Example {
  features: Uint32Array[];
  expected: Uint8Array;
  /** Of one request only are spans compared. */
  single: boolean;
}

const TAGS = [OUTSIDE, BEGINS, GOES_ON];
const EPOCHS = 12;
const MARGIN = 1;
const SEEDS = [5, 77, 1234];
const FOLDS = 5;
/** Buckets that are kept: those with the largest weights. */
const KEPT = 24_000;

/** The labelled symptoms of a message, tagged; one that is not found as it is written is left out. */
function tagsOf(analysis: Analysis, { slots, also = [] }: Labelled): Uint8Array {
  const { plain } = analysis.message;
  const tags = new Uint8Array(plain.length);
  for (const symptom of [slots?.symptom, ...also.map((other) => other.slots?.symptom)]) {
    if (symptom === undefined) continue;
    const written = normalise(symptom).plain;
    const from = plain.indexOf(written);
    if (from < 0) continue;
    tags.fill(GOES_ON, from, from + written.length);
    tags[from] = BEGINS;
  }
  return tags;
}

function examplesOf(messages: readonly Labelled[], words: Words): Example[] {
  return messages
    .filter((message) => message.slots !== undefined && mayHaveSymptom(message.intent))
    .map((message) => {
      const analysis = analyse(normalise(message.text), Date.parse(message.now ?? DEFAULT_NOW), words);
      return {
        features: symptomFeatures(analysis),
        expected: tagsOf(analysis, message),
        single: message.also === undefined,
      };
    });
}

/** One run of an averaged perceptron over the messages in an order of their own. */
function trainOnce(examples: readonly Example[], seed: number): TagWeights {
  const rows = new Float32Array(SYMPTOM_BUCKETS * TAGS.length);
  const moves = new Float32Array(TAGS.length * TAGS.length);
  /** Each change times when it was made: what it takes to average without keeping every state. */
  const rowSums = new Float64Array(rows.length);
  const moveSums = new Float64Array(moves.length);
  const random = randomNumbers(seed);
  let seen = 1;
  const change = (into: Float32Array, sums: Float64Array, at: number, by: number): void => {
    into[at] = (into[at] ?? 0) + by;
    sums[at] = (sums[at] ?? 0) + by * seen;
  };
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const { features, expected } of shuffled(examples, random)) {
      const found = bestTags(features, { rowOf: null, rows, moves }, { expected, margin: MARGIN });
      seen += 1;
      for (const [at, buckets] of features.entries()) {
        const [right, wrong] = [expected[at] ?? OUTSIDE, found[at] ?? OUTSIDE];
        if (right !== wrong)
          for (const bucket of buckets) {
            change(rows, rowSums, offsetOf(bucket, right), 1);
            change(rows, rowSums, offsetOf(bucket, wrong), -1);
          }
        if (at === 0) continue;
        const [rightMove, wrongMove] = [
          offsetOf(expected[at - 1] ?? OUTSIDE, right),
          offsetOf(found[at - 1] ?? OUTSIDE, wrong),
        ];
        if (rightMove === wrongMove) continue;
        change(moves, moveSums, rightMove, 1);
        change(moves, moveSums, wrongMove, -1);
      }
    }
  return {
    rowOf: null,
    rows: rows.map((value, at) => value - (rowSums[at] ?? 0) / seen),
    moves: moves.map((value, at) => value - (moveSums[at] ?? 0) / seen),
  };
}

function trainAveraged(examples: readonly Example[]): TagWeights {
  const runs = SEEDS.map((seed) => trainOnce(examples, seed));
  const sum = (of: (weights: TagWeights) => Float32Array): Float32Array =>
    runs.map(of).reduce((total, next) => total.map((value, at) => value + (next[at] ?? 0)));
  return { rowOf: null, rows: sum(({ rows }) => rows), moves: sum(({ moves }) => moves) };
}

/** Share of messages of one request whose symptom is found in exactly its extent, or found to be missing. */
function crossValidate(examples: readonly Example[]): { right: number; total: number } {
  const count = { right: 0, total: 0 };
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = trainAveraged(examples.filter((_, at) => at % FOLDS !== fold));
    for (const { features, expected, single } of examples.filter((_, at) => at % FOLDS === fold)) {
      if (!single) continue;
      const [right, found] = [firstSpan(expected), firstSpan(bestTags(features, weights))];
      count.total += 1;
      if (right?.from === found?.from && right?.to === found?.to) count.right += 1;
    }
  }
  return count;
}

function store({ rows, moves }: TagWeights): StoredTagger {
  const weightOf = (bucket: number): number =>
    Math.max(...TAGS.map((tag) => Math.abs(rows[offsetOf(bucket, tag)] ?? 0)));
  const kept = Array.from({ length: SYMPTOM_BUCKETS }, (_, bucket) => bucket)
    .filter((bucket) => weightOf(bucket) > 0)
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, KEPT)
    .sort((a, b) => a - b);
  const values = kept.flatMap((bucket) => TAGS.map((tag) => rows[offsetOf(bucket, tag)] ?? 0));
  const scale = values.reduce((top, value) => Math.max(top, Math.abs(value)), 0) / 127;
  return {
    buckets: Buffer.from(Uint32Array.from(kept).buffer).toString('base64'),
    rows: Buffer.from(Int8Array.from(values, (value) => Math.round(value / scale)).buffer).toString('base64'),
    scale,
    moves: Array.from(moves, (value) => Math.round(value * 1000) / 1000),
  };
}

/** The same messages give the same weights. */
export function trainSymptoms(
  messages: readonly Labelled[],
  words: Words,
): { tagger: StoredTagger; held: { right: number; total: number } } {
  const examples = examplesOf(messages, words);
  return { tagger: store(trainAveraged(examples)), held: crossValidate(examples) };
}
