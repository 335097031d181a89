/** Trains one head of the classifier: softmax regression by Adagrad, the same result at every run. */

export interface Example {
  features: Uint16Array;
  label: number;
  weight: number;
}
export interface TrainingOptions {
  classes: number;
  buckets: number;
  epochs: number;
  rate: number;
  /** Pulls weights to zero, once an epoch. */
  decay: number;
  /** Share of the target given to the other labels. */
  smoothing: number;
}
export interface Head {
  weights: Float32Array;
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

export function scoresOf(head: Head, features: Uint16Array, classes: number, into: Float64Array): void {
  const norm = 1 / Math.sqrt(Math.max(1, features.length));
  into.fill(0);
  for (const feature of features) {
    const offset = feature * classes;
    for (let label = 0; label < classes; label++)
      into[label] = (into[label] ?? 0) + (head.weights[offset + label] ?? 0);
  }
  for (let label = 0; label < classes; label++)
    into[label] = (into[label] ?? 0) * norm + (head.bias[label] ?? 0);
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

export function train(examples: readonly Example[], options: TrainingOptions): Head {
  const { classes, buckets, epochs, rate, decay, smoothing } = options;
  const head: Head = { weights: new Float32Array(buckets * classes), bias: new Float32Array(classes) };
  const seen = new Float32Array(buckets * classes).fill(1e-3);
  const seenBias = new Float32Array(classes).fill(1e-3);
  const scores = new Float64Array(classes);
  const random = randomNumbers(20261118);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const example of shuffled(examples, random)) {
      scoresOf(head, example.features, classes, scores);
      toProbabilities(scores);
      step(head, { seen, seenBias }, example, { scores, classes, rate, smoothing });
    }
    for (let index = 0; index < head.weights.length; index++)
      head.weights[index] = (head.weights[index] ?? 0) * (1 - decay);
  }
  return head;
}

function step(
  head: Head,
  sums: { seen: Float32Array; seenBias: Float32Array },
  example: Example,
  state: { scores: Float64Array; classes: number; rate: number; smoothing: number },
): void {
  const { scores, classes, rate, smoothing } = state;
  const norm = 1 / Math.sqrt(Math.max(1, example.features.length));
  for (let label = 0; label < classes; label++) {
    const target = label === example.label ? 1 - smoothing : smoothing / (classes - 1);
    const error = ((scores[label] ?? 0) - target) * example.weight;
    if (Math.abs(error) < 1e-4) continue;
    sums.seenBias[label] = (sums.seenBias[label] ?? 0) + error * error;
    head.bias[label] = (head.bias[label] ?? 0) - (rate * 0.1 * error) / Math.sqrt(sums.seenBias[label] ?? 1);
    const gradient = error * norm;
    for (const feature of example.features) {
      const at = feature * classes + label;
      const sum = (sums.seen[at] ?? 0) + gradient * gradient;
      sums.seen[at] = sum;
      head.weights[at] = (head.weights[at] ?? 0) - (rate * gradient) / Math.sqrt(sum);
    }
  }
}
