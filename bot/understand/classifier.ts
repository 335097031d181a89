/** Multinomial logistic regression over hashed n-grams and traits, with quantised weights. */

import { CATEGORIES, type Category, INTENTS, type Intent } from '../types.ts';
import type { BorderModel } from './border.ts';
import { BUCKETS, type Features, TRAITS } from './features.ts';
import type { StoredTagger } from './symptom-tagger.ts';

/** One head of the stored model. `weights`: a signed byte for each (kept bucket, class), bucket-major, in base64. */
export interface StoredHead {
  classes: string[];
  scale: number;
  bias: number[];
  /** A row of class weights for each trait. */
  traits: number[][];
  /** Softmax temperature found on held-out folds: makes the probabilities come true. */
  temperature: number;
  weights: string;
}
/** `grams`: the buckets that are kept, as 32-bit numbers in base64, little-endian; the order of the rows of `weights`. */
export interface StoredModel {
  traits: string[];
  grams: string;
  intent: StoredHead;
  category: StoredHead;
  borders: BorderModel;
  symptoms: StoredTagger;
}

/** A label with its probability. */
export interface Guess<L extends string> {
  label: L;
  probability: number;
}

class Head<L extends string> {
  readonly #labels: readonly L[];
  readonly #weights: Int8Array;
  readonly #traits: Float64Array;
  readonly #stored: StoredHead;

  constructor(stored: StoredHead, labels: readonly L[]) {
    this.#weights = Int8Array.from(bytesOf(stored.weights), (byte) => (byte << 24) >> 24);
    this.#traits = Float64Array.from(stored.traits.flat());
    this.#labels = stored.classes.map((name) => {
      const label = labels.find((known) => known === name);
      if (label === undefined) throw new Error(`unknown label in the weights: ${name}`);
      return label;
    });
    this.#stored = stored;
  }

  /** All labels, most probable first. `rows` are rows of the kept buckets; `grams` how many the message had. */
  guess(rows: readonly number[], features: Features): Guess<L>[] {
    const count = this.#labels.length;
    const sums = new Float64Array(count);
    const weights = this.#weights;
    for (const row of rows) {
      const offset = row * count;
      for (let label = 0; label < count; label++)
        sums[label] = (sums[label] ?? 0) + (weights[offset + label] ?? 0);
    }
    const norm = this.#stored.scale / Math.sqrt(Math.max(1, features.grams.length));
    for (let label = 0; label < count; label++)
      sums[label] = (sums[label] ?? 0) * norm + (this.#stored.bias[label] ?? 0);
    for (const trait of features.traits) {
      const offset = trait * count;
      for (let label = 0; label < count; label++)
        sums[label] = (sums[label] ?? 0) + (this.#traits[offset + label] ?? 0);
    }
    const probabilities = softmax(Array.from(sums, (sum) => sum / this.#stored.temperature));
    return this.#labels
      .map((label, index) => ({ label, probability: probabilities[index] ?? 0 }))
      .sort((a, b) => b.probability - a.probability);
  }
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

export interface Classifier {
  /** Intents and categories of one message, most probable first. */
  classify(features: Features): { intents: Guess<Intent>[]; categories: Guess<Category>[] };
}

export function loadClassifier(stored: Omit<StoredModel, 'borders' | 'symptoms'>): Classifier {
  if (stored.traits.join() !== TRAITS.join())
    throw new Error('the weights were trained for other traits: train again');
  const rowOf = new Int32Array(BUCKETS).fill(-1);
  const kept = new DataView(bytesOf(stored.grams).buffer);
  for (let row = 0; row * 4 < kept.byteLength; row++) rowOf[kept.getUint32(row * 4, true)] = row;
  const intent = new Head<Intent>(stored.intent, INTENTS);
  const category = new Head<Category>(stored.category, CATEGORIES);
  return {
    classify(features) {
      const rows: number[] = [];
      for (const gram of features.grams) {
        const row = rowOf[gram] ?? -1;
        if (row >= 0) rows.push(row);
      }
      return { intents: intent.guess(rows, features), categories: category.guess(rows, features) };
    },
  };
}
