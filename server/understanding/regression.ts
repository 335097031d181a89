/** Trains one head of the classifier: softmax regression by Adagrad, the same result at every run. */

import type { Features } from '../../bot/understand/features.ts';

export interface Example {
  features: Features;
  label: number;
  weight: number;
}
export interface TrainingOptions {
  classes: number;
  buckets: number;
  traits: number;
  epochs: number;
  rate: number;
  /** How fast traits learn against n-grams. */
  traitRate: number;
  /** Pulls weights to zero, once an epoch. */
  decay: number;
  /** Share of the target given to the other labels. */
  smoothing: number;
  /** Decides in which order the messages are seen. */
  seed?: number;
}
export interface Head {
  /** Class weights by bucket. */
  weights: Float32Array;
  /** Class weights by trait. */
  traits: Float32Array;
  bias: Float32Array;
}

/** A small generator of even numbers in [0, 1): Mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let index = result.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [result[index], result[other]] = [result[other] as T, result[index] as T];
  }
  return result;
}

export function scoresOf(head: Head, { grams, traits }: Features, classes: number, into: Float64Array): void {
  const norm = 1 / Math.sqrt(Math.max(1, grams.length));
  into.fill(0);
  addRows(head.weights, grams, classes, into);
  for (let label = 0; label < classes; label++)
    into[label] = (into[label] ?? 0) * norm + (head.bias[label] ?? 0);
  addRows(head.traits, traits, classes, into);
}

function addRows(table: Float32Array, rows: Iterable<number>, classes: number, into: Float64Array): void {
  for (const row of rows) {
    const offset = row * classes;
    for (let label = 0; label < classes; label++)
      into[label] = (into[label] ?? 0) + (table[offset + label] ?? 0);
  }
}

function toProbabilities(scores: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  let sum = 0;
  for (let label = 0; label < scores.length; label++) {
    const power = Math.exp((scores[label] ?? 0) - top);
    scores[label] = power;
    sum += power;
  }
  for (let label = 0; label < scores.length; label++) scores[label] = (scores[label] ?? 0) / sum;
}

/** A table of weights with its sums of squared gradients. */
interface Table {
  weights: Float32Array;
  squares: Float32Array;
}

const tableOf = (size: number): Table => ({
  weights: new Float32Array(size),
  squares: new Float32Array(size).fill(1e-3),
});

function descend(table: Table, at: number, gradient: number, rate: number): void {
  const square = (table.squares[at] ?? 0) + gradient * gradient;
  table.squares[at] = square;
  table.weights[at] = (table.weights[at] ?? 0) - (rate * gradient) / Math.sqrt(square);
}

export function train(examples: readonly Example[], options: TrainingOptions): Head {
  const { classes, buckets, epochs, decay } = options;
  const grams = tableOf(buckets * classes);
  const traits = tableOf(options.traits * classes);
  const bias = tableOf(classes);
  const head: Head = { weights: grams.weights, traits: traits.weights, bias: bias.weights };
  const scores = new Float64Array(classes);
  const random = randomNumbers(options.seed ?? 20261118);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const example of shuffled(examples, random)) {
      scoresOf(head, example.features, classes, scores);
      toProbabilities(scores);
      step({ grams, traits, bias }, example, scores, options);
    }
    for (const table of [grams, traits])
      for (let index = 0; index < table.weights.length; index++)
        table.weights[index] = (table.weights[index] ?? 0) * (1 - decay);
  }
  return head;
}

/** The mean of heads trained in different orders: steadier than any one of them, at no cost when it is used. */
export function trainAveraged(
  examples: readonly Example[],
  options: TrainingOptions,
  seeds: readonly number[],
): Head {
  const heads = seeds.map((seed) => train(examples, { ...options, seed }));
  const mean = (tables: readonly Float32Array[]): Float32Array =>
    (tables[0] ?? new Float32Array()).map(
      (_, index) => tables.reduce((sum, table) => sum + (table[index] ?? 0), 0) / tables.length,
    );
  return {
    weights: mean(heads.map((head) => head.weights)),
    traits: mean(heads.map((head) => head.traits)),
    bias: mean(heads.map((head) => head.bias)),
  };
}

function step(
  tables: { grams: Table; traits: Table; bias: Table },
  example: Example,
  scores: Float64Array,
  { classes, rate, traitRate, smoothing }: TrainingOptions,
): void {
  const { grams, traits } = example.features;
  const norm = 1 / Math.sqrt(Math.max(1, grams.length));
  for (let label = 0; label < classes; label++) {
    const target = label === example.label ? 1 - smoothing : smoothing / (classes - 1);
    const error = ((scores[label] ?? 0) - target) * example.weight;
    if (Math.abs(error) < 1e-4) continue;
    descend(tables.bias, label, error, rate * 0.1);
    for (const gram of grams) descend(tables.grams, gram * classes + label, error * norm, rate);
    for (const trait of traits) descend(tables.traits, trait * classes + label, error, traitRate);
  }
}
