/** Weights of ranking and refusal, as tests/data/knowledge/fit.ts gives them for the `dev` split of the evaluation. */
import type { Evidence } from './confidence.ts';
import type { Features } from './features.ts';

export const RANKING: Features = {
  concepts: 2.88,
  words: 2.22,
  pairs: 2.75,
  characters: 5.12,
  sounds: 0,
  heading: 4.13,
  passage: 2.83,
  grams: 4.54,
  gramLikeness: 3.28,
  title: 1.48,
  unmet: -2.33,
  worstUnmet: -0.48,
  worstUnmetConcept: -0.96,
  missingEntity: -0.37,
  foreignEntity: -0.79,
};

export const CONFIDENCE: Evidence = {
  concepts: 1.41,
  words: 1.64,
  pairs: 0.22,
  characters: 1.65,
  sounds: 0,
  heading: 2.66,
  passage: 0.31,
  grams: 2.04,
  gramLikeness: 0.74,
  title: 0.82,
  unmet: 0,
  worstUnmet: 0,
  worstUnmetConcept: -2.19,
  missingEntity: -0.39,
  foreignEntity: -0.35,
  bias: -6.54,
  margin: 1.87,
  spread: 0.12,
  odds: 0,
  rank: 0,
  agreement: 0,
  content: 3.51,
  uncovered: 0,
};
