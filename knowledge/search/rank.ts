/** Puts entries in order for a question. */
import type { BuiltIndex } from './build.ts';
import { FEATURE_NAMES, type Features, featuresOf } from './features.ts';
import type { WeighedQuery } from './weigh-query.ts';
import { RANKING } from './weights.ts';

export interface Ranked {
  /** The entry's number in the index. */
  number: number;
  features: Features;
  /** Grows with likelihood; comparable within one question only. */
  rank: number;
}

/** How many entries are compared sentence by sentence. */
const SHORTLIST = 40;

/** The best entries for the question among those that `visible` admits, best first. */
export function rankEntries(
  index: BuiltIndex,
  query: WeighedQuery,
  visible: (number: number) => boolean,
): Ranked[] {
  return shortlist(index, query)
    .filter(visible)
    .slice(0, SHORTLIST)
    .map((number) => {
      const features = featuresOf(index, query, number);
      return { number, features, rank: weigh(features, RANKING) };
    })
    .sort((a, b) => b.rank - a.rank || a.number - b.number);
}

/** A linear score. */
export function weigh(features: Features, weights: Features): number {
  return FEATURE_NAMES.reduce((sum, name) => sum + weights[name] * features[name], 0);
}

function shortlist(index: BuiltIndex, { shares }: WeighedQuery): number[] {
  const at = (family: keyof typeof shares, number: number) => shares[family][number] ?? 0;
  const coarse = index.entries.map(
    (_, number) =>
      2 * at('concepts', number) +
      at('words', number) +
      2 * at('pairs', number) +
      at('characters', number) +
      0.5 * at('sounds', number),
  );
  return coarse
    .map((score, number) => ({ score, number }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ number }) => number);
}
