/**
 * Trains the classifier of the built-in understanding from the labelled messages and writes its weights.
 *
 *     node server/cli/train-understanding.ts
 *
 * Deterministic: the same messages give the same file. The reporting split is never read here.
 */
import { writeFileSync } from 'node:fs';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import { CATEGORIES, INTENTS } from '../../bot/types.ts';
import { type Analysis, analyse, prepareWords } from '../../bot/understand/analysis.ts';
import type { StoredHead, StoredModel } from '../../bot/understand/classifier.ts';
import { loadClassifier, softmax } from '../../bot/understand/classifier.ts';
import { BUCKETS, type Features, featuresOf, TRAITS } from '../../bot/understand/features.ts';
import { builtInLexicon } from '../../bot/understand/lexicon/index.ts';
import { normalise } from '../../bot/understand/normalise.ts';
import { loadSymptomTagger } from '../../bot/understand/symptom-tagger.ts';
import { createAugmenter } from '../understanding/augment.ts';
import { trainBorders } from '../understanding/borders.ts';
import { DEFAULT_NOW, type Labelled, readDevelopment } from '../understanding/labelled.ts';
import {
  type Example,
  type Head,
  randomNumbers,
  scoresOf,
  train,
  trainAveraged,
} from '../understanding/regression.ts';
import { trainSymptoms } from '../understanding/symptoms.ts';

const DATA = new URL('../../tests/data/understanding/', import.meta.url);
const WEIGHTS = new URL('../../bot/understand/weights.json', import.meta.url);
const FOLDS = 5;
const VARIANTS = 3;
/** N-grams that are kept: those with the largest weights. */
const KEPT = 20_000;
const SEEDS = [11, 18, 2026];
const OPTIONS = {
  buckets: BUCKETS,
  traits: TRAITS.length,
  epochs: 15,
  rate: 0.2,
  traitRate: 0.05,
  decay: 0.01,
  smoothing: 0.02,
};

const words = prepareWords(builtInLexicon, 'Asia/Shanghai', publicHolidaysCn);

interface Sample {
  features: Features;
  intent: number;
  category: number;
  weight: number;
  fold: number;
  original: boolean;
}

function analysisOf(text: string, now: string): Analysis {
  return analyse(normalise(text), Date.parse(now), words);
}

function samplesOf(examples: readonly Labelled[]): Sample[] {
  const augmenter = createAugmenter(examples, builtInLexicon);
  const random = randomNumbers(7);
  return examples.flatMap((example, index) => {
    const labels = {
      intent: INTENTS.indexOf(example.intent),
      category: example.category ? CATEGORIES.indexOf(example.category) : -1,
      fold: index % FOLDS,
    };
    const sample = (text: string, weight: number): Sample => ({
      features: featuresOf(analysisOf(text, example.now ?? DEFAULT_NOW)),
      weight,
      original: weight === 1,
      ...labels,
    });
    return [
      sample(example.text, 1),
      ...augmenter.variants(example, VARIANTS, random).map((text) => sample(text, 0.5)),
    ];
  });
}

type Target = 'intent' | 'category';
const CLASSES = { intent: INTENTS, category: CATEGORIES } as const;

const examplesFor = (samples: readonly Sample[], target: Target): Example[] =>
  samples
    .filter((sample) => sample[target] >= 0)
    .map((sample) => ({ features: sample.features, label: sample[target], weight: sample.weight }));

/** Scores of messages that the fold's model has not seen, with their right labels. */
function crossValidate(samples: readonly Sample[], target: Target): { scores: number[]; label: number }[] {
  const classes = CLASSES[target].length;
  return Array.from({ length: FOLDS }, (_, fold) => {
    const head = train(
      examplesFor(
        samples.filter((sample) => sample.fold !== fold),
        target,
      ),
      { ...OPTIONS, classes },
    );
    return samples
      .filter((sample) => sample.fold === fold && sample.original && sample[target] >= 0)
      .map((sample) => {
        const scores = new Float64Array(classes);
        scoresOf(head, sample.features, classes, scores);
        return { scores: [...scores], label: sample[target] };
      });
  }).flat();
}

/** The temperature at which the probabilities of unseen messages are most nearly right. */
function temperatureFor(held: readonly { scores: number[]; label: number }[]): number {
  const loss = (temperature: number): number =>
    held.reduce(
      (sum, { scores, label }) =>
        sum - Math.log(softmax(scores.map((score) => score / temperature))[label] || 1e-12),
      0,
    );
  const candidates = Array.from({ length: 60 }, (_, index) => 0.2 * 1.06 ** index);
  return candidates.reduce((best, candidate) => (loss(candidate) < loss(best) ? candidate : best), 1);
}

function accuracy(held: readonly { scores: number[]; label: number }[]): number {
  const right = held.filter(({ scores, label }) => scores.indexOf(Math.max(...scores)) === label).length;
  return right / held.length;
}

const precise = (value: number): number => Math.round(value * 1000) / 1000;

/** The buckets whose weights matter most to either head, in ascending order. */
function keptBuckets(heads: readonly { head: Head; classes: number }[]): number[] {
  const importance = new Float64Array(BUCKETS);
  for (const { head, classes } of heads)
    for (let at = 0; at < head.weights.length; at++) {
      const bucket = Math.floor(at / classes);
      importance[bucket] = Math.max(importance[bucket] ?? 0, Math.abs(head.weights[at] ?? 0));
    }
  return Array.from(importance.keys())
    .sort((a, b) => (importance[b] ?? 0) - (importance[a] ?? 0))
    .slice(0, KEPT)
    .sort((a, b) => a - b);
}

function store(
  head: Head,
  labels: readonly string[],
  kept: readonly number[],
  temperature: number,
): StoredHead {
  const classes = labels.length;
  const rows = kept.flatMap((bucket) => [...head.weights.subarray(bucket * classes, (bucket + 1) * classes)]);
  const scale = rows.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0) / 127;
  const bytes = Buffer.from(Int8Array.from(rows, (weight) => Math.round(weight / scale)).buffer);
  return {
    classes: [...labels],
    scale,
    bias: [...head.bias].map(precise),
    traits: TRAITS.map((_, trait) =>
      [...head.traits.subarray(trait * classes, (trait + 1) * classes)].map(precise),
    ),
    temperature,
    weights: bytes.toString('base64'),
  };
}

function trainHead(
  samples: readonly Sample[],
  target: Target,
): { head: Head; temperature: number; classes: number } {
  const held = crossValidate(samples, target);
  const temperature = temperatureFor(held);
  process.stdout.write(
    `${target}: ${held.length} messages, ${FOLDS}-fold accuracy ${accuracy(held).toFixed(4)}, temperature ${temperature.toFixed(3)}\n`,
  );
  const classes = CLASSES[target].length;
  const head = trainAveraged(examplesFor(samples, target), { ...OPTIONS, classes }, SEEDS);
  return { head, temperature, classes };
}

const messages = readDevelopment(DATA);
const samples = samplesOf(messages.filter((example) => example.also === undefined));
const intent = trainHead(samples, 'intent');
const category = trainHead(samples, 'category');
const kept = keptBuckets([intent, category]);
const heads = {
  traits: [...TRAITS],
  grams: Buffer.from(Uint32Array.from(kept).buffer).toString('base64'),
  intent: store(intent.head, INTENTS, kept, intent.temperature),
  category: store(category.head, CATEGORIES, kept, category.temperature),
};
const symptoms = trainSymptoms(messages, words);
process.stdout.write(
  `symptom: ${symptoms.held.total} messages, five-fold share found in exactly their extent ${(symptoms.held.right / symptoms.held.total).toFixed(4)}\n`,
);
const borders = trainBorders(messages, {
  words,
  classifier: loadClassifier(heads),
  borders: { bias: 0, weights: {} },
  findSymptom: loadSymptomTagger(symptoms.tagger),
});
const model: StoredModel = { ...heads, borders, symptoms: symptoms.tagger };
writeFileSync(WEIGHTS, `${JSON.stringify(model)}\n`);
process.stdout.write(`wrote ${WEIGHTS.pathname}\n`);
