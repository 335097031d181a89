/** Weights of ranking and refusal, fitted by tests/bench/fit-knowledge.ts on the evaluation's `dev` split. */
import type { Evidence } from './confidence.ts';
import type { Features } from './features.ts';

export const RANKING: Features = {
  concepts: 4,
  words: 2,
  pairs: 2,
  sounds: 1,
  heading: 4,
  passage: 2,
  title: 1,
  unmet: -1,
  worstUnmet: -0.5,
  missingEntity: -1.5,
  foreignEntity: -1,
};

export const CONFIDENCE: Evidence = {
  concepts: 3,
  words: 1.5,
  pairs: 1,
  sounds: 0.5,
  heading: 3,
  passage: 2,
  title: 0.5,
  unmet: -2,
  worstUnmet: -2,
  missingEntity: -2,
  foreignEntity: -1,
  bias: -2.2,
  margin: 1,
  content: 0.5,
  uncovered: -1,
};
