/** Weights of ranking and refusal, as tests/data/knowledge/fit.ts gives them for the `dev` split of the evaluation. */
import type { Evidence } from './confidence.ts';
import type { Features } from './features.ts';

export const RANKING: Features = {
  concepts: 2.8,
  words: 2.13,
  pairs: 3.01,
  characters: 5.38,
  sounds: 0.96,
  heading: 4.12,
  passage: 2.64,
  grams: 4.73,
  gramLikeness: 3.3,
  title: 1.43,
  unmet: -2.55,
  worstUnmet: -0.44,
  worstUnmetConcept: -0.95,
  missingEntity: -0.6,
  foreignEntity: -0.79,
};

export const CONFIDENCE: Evidence = {
  concepts: 1.2,
  words: 1.6,
  pairs: 0.48,
  characters: 1.6,
  sounds: 0,
  heading: 2.77,
  passage: 0.46,
  grams: 2.39,
  gramLikeness: 0.67,
  title: 0.9,
  unmet: 0,
  worstUnmet: 0,
  worstUnmetConcept: -2.12,
  missingEntity: -0.25,
  foreignEntity: -0.54,
  bias: -6.32,
  margin: 1.19,
  spread: 0.2,
  odds: 0,
  rank: 0,
  agreement: 0,
  content: 3.51,
  uncovered: 0,
};
