/** Weights of ranking and refusal, as tests/data/knowledge/fit.ts gives them for the `dev` split of the evaluation. */
import type { Evidence } from './confidence.ts';
import type { Features } from './features.ts';

export const RANKING: Features = {
  concepts: 0.48,
  words: 1.97,
  pairs: 2.99,
  characters: 7.09,
  sounds: 0,
  heading: 3.77,
  passage: 3.41,
  grams: 5.51,
  gramLikeness: 4.38,
  title: 0.45,
  unmet: -2.28,
  worstUnmet: -0.36,
  missingEntity: -0.53,
  foreignEntity: -0.72,
};

export const CONFIDENCE: Evidence = {
  concepts: 1.2,
  words: 2.27,
  pairs: 0.42,
  characters: 2.45,
  sounds: 0,
  heading: 1.79,
  passage: 0.7,
  grams: 1.86,
  gramLikeness: 0.47,
  title: 0,
  unmet: 0,
  worstUnmet: 0,
  missingEntity: -1.44,
  foreignEntity: -0.82,
  bias: -6.55,
  margin: 2.25,
  content: 2.55,
  uncovered: 0,
};
