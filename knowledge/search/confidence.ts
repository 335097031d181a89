/** How likely the best match answers the question: a logistic model over what speaks for it and against it. */
import { FEATURE_NAMES, type Features, type WeighedQuery } from './features.ts';
import type { Ranked } from './rank.ts';
import { CONFIDENCE } from './weights.ts';

/** From this confidence on a match is shown to a person. */
export const SHOW_FROM = 0.5;

/** What the refusal looks at: the best match's features, and how far ahead of the next it is. */
export interface Evidence extends Features {
  bias: number;
  /** 0 (the next is as good) to 1. */
  margin: number;
  /** How much the question says at all, 0 to 1. */
  content: number;
  /** The share of the question that no single entry of the base speaks of. */
  uncovered: number;
}

export const EVIDENCE_NAMES = [...FEATURE_NAMES, 'bias', 'margin', 'content', 'uncovered'] as const;

/** 0 to 1; 0 where nothing matched. */
export function confidenceOf(query: WeighedQuery, ranked: readonly Ranked[]): number {
  const evidence = evidenceOf(query, ranked);
  if (!evidence) return 0;
  return sigmoid(EVIDENCE_NAMES.reduce((sum, name) => sum + CONFIDENCE[name] * evidence[name], 0));
}

export function evidenceOf(query: WeighedQuery, ranked: readonly Ranked[]): Evidence | undefined {
  const [best, next] = ranked;
  if (!best) return undefined;
  return {
    ...best.features,
    bias: 1,
    margin: 1 - Math.exp((next?.rank ?? best.rank - 5) - best.rank),
    content: 1 - Math.exp(-query.total / 6),
    uncovered:
      query.total === 0
        ? 1
        : 1 - [...query.weights.values()].reduce((sum, weight) => sum + weight, 0) / query.total,
  };
}

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
