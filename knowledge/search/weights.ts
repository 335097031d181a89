/** Weights of ranking and refusal, as tests/data/knowledge/fit.ts gives them for the `dev` split of the evaluation. */
import type { Evidence } from './confidence.ts';
import type { Features } from './features.ts';

export const RANKING: Features = {
  concepts: 4.72,
  words: 2.14,
  pairs: 2.14,
  characters: 3.15,
  sounds: 0,
  heading: 4.38,
  passage: 2.45,
  grams: 3.2,
  gramLikeness: 1.68,
  title: 2.01,
  unmet: -2.61,
  worstUnmet: -0.48,
  worstUnmetConcept: -0.94,
  missingEntity: -0.2,
  foreignEntity: -1.3,
};

export const CONFIDENCE: Evidence = {
  concepts: 3.62,
  words: 1.14,
  pairs: 0.07,
  characters: 1.54,
  sounds: 0,
  heading: 2.04,
  passage: 0.48,
  grams: 2.13,
  gramLikeness: 1.11,
  title: 1.95,
  unmet: -1.05,
  worstUnmet: 0,
  worstUnmetConcept: -1.86,
  missingEntity: 0,
  foreignEntity: -0.22,
  bias: -7.76,
  margin: 0.14,
  spread: 0.29,
  odds: 0.98,
  rank: 0,
  agreement: 0,
  content: 3.36,
  uncovered: 0,
};
