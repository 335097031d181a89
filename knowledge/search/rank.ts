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
  /** Numbers that are compared besides. */
  also: readonly number[] = [],
): Ranked[] {
  return [...new Set([...shortlist(index, query, visible), ...also])]
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

/** The numbers of the most promising entries, best first; of equals the earlier one. */
function shortlist(
  index: BuiltIndex,
  { shares }: WeighedQuery,
  visible: (number: number) => boolean,
): number[] {
  const { concepts, words, pairs, characters, sounds } = shares;
  const scores = new Float64Array(index.entries.length);
  const best: number[] = [];
  let least = 0;
  for (let number = 0; number < scores.length; number += 1) {
    const score =
      2 * (concepts[number] ?? 0) +
      (words[number] ?? 0) +
      2 * (pairs[number] ?? 0) +
      (characters[number] ?? 0) +
      0.5 * (sounds[number] ?? 0);
    scores[number] = score;
    if (score <= least || !visible(number)) continue;
    let at = best.length;
    while (at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score) at -= 1;
    best.splice(at, 0, number);
    if (best.length <= SHORTLIST) continue;
    best.pop();
    least = scores[best[SHORTLIST - 1] ?? 0] ?? 0;
  }
  return best;
}
