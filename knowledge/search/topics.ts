/**
 * Which category a text is about, as a distribution: multinomial logistic regression over concepts, words and pairs of
 * characters. tests/data/knowledge/fit-topics.ts gives the weights.
 */
import { CATEGORIES, type Category } from '../../bot/types.ts';
import STORED from './topic-weights.json' with { type: 'json' };
import type { Analysis } from './units.ts';

/** A category, or nothing that a service desk does. */
export const TOPICS = [...CATEGORIES, 'none'] as const;
export type Topic = Category | 'none';

/** The probability of each topic, in the order of `TOPICS`; the sum is 1. */
export type TopicShares = readonly number[];

/** As stored: whole numbers, to be divided by `scale`. Units that tell nothing are left out. */
export interface StoredTopics {
  scale: number;
  bias: number[];
  units: Record<string, number[]>;
}

const stored: StoredTopics = STORED;
const rows = new Map(Object.entries(stored.units));

export function topicsOf(analysis: Analysis): TopicShares {
  const sums = [...stored.bias];
  for (const [unit, strength] of topicUnits(analysis)) {
    rows.get(unit)?.forEach((weight, at) => {
      sums[at] = (sums[at] ?? 0) + strength * weight;
    });
  }
  return softmax(sums.map((sum) => sum / stored.scale));
}

/** The units that topics are read from, each with its strength. */
export function topicUnits({ concepts, words, pairs }: Analysis): [unit: string, strength: number][] {
  return [...concepts, ...words, ...[...pairs.keys()].map((unit): [string, number] => [unit, 0.5])];
}

/** Of several texts about one thing. */
export function meanTopics(all: readonly TopicShares[]): TopicShares {
  return TOPICS.map(
    (_, at) => all.reduce((sum, shares) => sum + (shares[at] ?? 0), 0) / Math.max(1, all.length),
  );
}

/** What two distributions have in common, 0 to 1. */
export function commonTopics(one: TopicShares, other: TopicShares): number {
  return one.reduce((sum, share, at) => sum + Math.min(share, other[at] ?? 0), 0);
}

export function softmax(sums: readonly number[]): number[] {
  const top = Math.max(...sums);
  const odds = sums.map((sum) => Math.exp(sum - top));
  const total = odds.reduce((a, b) => a + b, 0);
  return odds.map((one) => one / total);
}
