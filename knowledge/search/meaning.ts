/** Likeness in meaning, as a model gives it, put beside the evidence of words. */
import type { BuiltIndex } from './build.ts';
import type { Ranked } from './rank.ts';

/** Cosines by entry id. */
export type Meaning = ReadonlyMap<string, number>;

/** Entries that come into the comparison by their meaning alone. */
const NEAREST = 5;
/** What one standard deviation above the others is worth on the ranking's scale, and at most so many. */
const RANK_A_DEVIATION = 0.6;
const MOST_DEVIATIONS = 8;
/**
 * What one deviation more than the best of as many chance likenesses would have is worth on the scale of log odds. Guessed:
 * no desk's model is known here.
 */
const SURE_A_DEVIATION = 1.2;
const LEAST_SURE = -1;
const MOST_SURE = 3;

/** How far an entry stands above the others, in standard deviations: cosines of different models lie in different ranges. */
export function deviationsOf(index: BuiltIndex, meaning: Meaning): Float64Array {
  const cosines = index.entries.map(({ entry }) => meaning.get(entry.id));
  const known = cosines.filter((value) => value !== undefined);
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length);
  const deviation = Math.sqrt(variance);
  return Float64Array.from(cosines, (value) =>
    value === undefined || deviation < 1e-9 ? 0 : (value - mean) / deviation,
  );
}

/** The numbers of the nearest entries. */
export function nearestTo(deviations: Float64Array, visible: (number: number) => boolean): number[] {
  return [...deviations.keys()]
    .filter((number) => visible(number) && (deviations[number] ?? 0) > 0)
    .sort((a, b) => (deviations[b] ?? 0) - (deviations[a] ?? 0))
    .slice(0, NEAREST);
}

/** The same entries in the order of words and meaning together. */
export function withMeaning(ranked: readonly Ranked[], deviations: Float64Array): Ranked[] {
  return ranked
    .map((one) => ({ ...one, rank: one.rank + RANK_A_DEVIATION * heightOf(deviations, one.number) }))
    .sort((a, b) => b.rank - a.rank || a.number - b.number);
}

/** What the best one's meaning adds to the log odds of its being shown. */
export function surenessOf(best: Ranked | undefined, deviations: Float64Array): number {
  if (!best) return 0;
  // About what the largest of so many normal numbers is.
  const byChance = Math.sqrt(2 * Math.log(Math.max(2, deviations.length)));
  const by = SURE_A_DEVIATION * (heightOf(deviations, best.number) - byChance);
  return Math.max(LEAST_SURE, Math.min(MOST_SURE, by));
}

const heightOf = (deviations: Float64Array, number: number) =>
  Math.max(0, Math.min(MOST_DEVIATIONS, deviations[number] ?? 0));
