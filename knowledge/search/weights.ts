/** Weights of ranking and refusal, as tests/data/knowledge/fit.ts gives them for the `dev` split of the evaluation. */
import type { Evidence } from './confidence.ts';
import type { Features } from './features.ts';

export const RANKING: Features = {
  concepts: 0.22,
  words: 2.04,
  pairs: 2.99,
  characters: 7.07,
  sounds: 0,
  heading: 3.78,
  passage: 3.33,
  grams: 5.49,
  gramLikeness: 4.38,
  title: 0.44,
  unmet: -2.1,
  worstUnmet: 0,
  worstUnmetConcept: -0.71,
  missingEntity: -0.48,
  foreignEntity: -0.7,
};

export const CONFIDENCE: Evidence = {
  concepts: 0,
  words: 2.06,
  pairs: 0.46,
  characters: 2.52,
  sounds: 0,
  heading: 1.91,
  passage: 0.14,
  grams: 1.22,
  gramLikeness: 0.69,
  title: 0,
  unmet: 0,
  worstUnmet: 0,
  worstUnmetConcept: -2.79,
  missingEntity: -0.74,
  foreignEntity: -0.68,
  bias: -5.67,
  margin: 2.01,
  spread: 1.3,
  odds: 0,
  rank: 0,
  agreement: 0,
  content: 3.52,
  uncovered: 0,
};
