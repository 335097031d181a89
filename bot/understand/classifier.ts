/** Multinomial logistic regression over hashed features, with quantised weights. */
import { CATEGORIES, type Category, INTENTS, type Intent } from '../types.ts';
import { BUCKETS } from './features.ts';

/** One head of the stored model: `weights` holds `classes × BUCKETS` signed bytes in base64, bucket-major. */
export interface StoredHead {
  classes: string[];
  scale: number;
  bias: number[];
  /** Softmax temperature found on held-out folds. */
  temperature: number;
  weights: string;
}
export interface StoredModel {
  buckets: number;
  intent: StoredHead;
  category: StoredHead;
}

/** A label with its probability. */
export interface Guess<L extends string> {
  label: L;
  probability: number;
}

class Head<L extends string> {
  readonly #labels: readonly L[];
  readonly #weights: Int8Array;
  readonly #stored: StoredHead;

  constructor(stored: StoredHead, labels: readonly L[]) {
    const bytes = atob(stored.weights);
    this.#weights = Int8Array.from(bytes, (character) => (character.charCodeAt(0) << 24) >> 24);
    if (this.#weights.length !== BUCKETS * stored.classes.length)
      throw new Error('weights do not fit the features');
    this.#labels = stored.classes.map((name) => {
      const label = labels.find((known) => known === name);
      if (label === undefined) throw new Error(`unknown label in the weights: ${name}`);
      return label;
    });
    this.#stored = stored;
  }

  /** All labels, most probable first. */
  guess(features: Uint16Array): Guess<L>[] {
    const count = this.#labels.length;
    const sums = new Float64Array(count);
    for (const feature of features) {
      const offset = feature * count;
      for (let label = 0; label < count; label++)
        sums[label] = (sums[label] ?? 0) + (this.#weights[offset + label] ?? 0);
    }
    const norm = this.#stored.scale / Math.sqrt(Math.max(1, features.length));
    const scores = Array.from(
      sums,
      (sum, label) => (sum * norm + (this.#stored.bias[label] ?? 0)) / this.#stored.temperature,
    );
    return softmax(scores)
      .map((probability, index) => ({ label: this.#labels[index], probability }))
      .filter((guess): guess is Guess<L> => guess.label !== undefined)
      .sort((a, b) => b.probability - a.probability);
  }
}

export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

export interface Classifier {
  intent(features: Uint16Array): Guess<Intent>[];
  category(features: Uint16Array): Guess<Category>[];
}

export function loadClassifier(stored: StoredModel): Classifier {
  if (stored.buckets !== BUCKETS) throw new Error('weights were trained for other features');
  const intent = new Head<Intent>(stored.intent, INTENTS);
  const category = new Head<Category>(stored.category, CATEGORIES);
  return {
    intent: (features) => intent.guess(features),
    category: (features) => category.guess(features),
  };
}
