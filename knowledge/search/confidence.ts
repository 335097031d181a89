/** How likely the best match answers the question: a logistic model over what speaks for it and against it. */
import { FEATURE_NAMES, type Features } from './features.ts';
import type { Ranked } from './rank.ts';
import { TOPICS } from './topics.ts';
import type { WeighedQuery } from './weigh-query.ts';
import { CONFIDENCE } from './weights.ts';

/** From this confidence on a match is shown to a person. */
export const SHOW_FROM = 0.5;

/** What the refusal looks at: the best match's features, and how it stands beside the others. Each 0 to about 1. */
export interface Evidence extends Features {
  bias: number;
  /** How far ahead of the next, and of the five that follow, it is. */
  margin: number;
  spread: number;
  /** Its share of the odds among all. */
  odds: number;
  /** Its place on the ranking's own scale. */
  rank: number;
  /** The share of concepts, characters and headings by which it is the best as well. */
  agreement: number;
  /** How much the question says at all. */
  content: number;
  /** The share of the question that no entry of the base speaks of. */
  uncovered: number;
  /** How likely the question is none for a service desk. */
  foreign: number;
}

export const EVIDENCE_NAMES = [
  ...FEATURE_NAMES,
  'bias',
  'margin',
  'spread',
  'odds',
  'rank',
  'agreement',
  'content',
  'uncovered',
  'foreign',
] as const;

/** 0 to 1; 0 where nothing matched. `more` is added on the scale of log odds. */
export function confidenceOf(query: WeighedQuery, ranked: readonly Ranked[], more = 0): number {
  const evidence = evidenceOf(query, ranked);
  if (!evidence) return 0;
  return sigmoid(EVIDENCE_NAMES.reduce((sum, name) => sum + CONFIDENCE[name] * evidence[name], more));
}

/** What of a question the refusal looks at. */
type Told = Pick<WeighedQuery, 'total' | 'known' | 'topics'>;

export function evidenceOf(query: Told, ranked: readonly Ranked[]): Evidence | undefined {
  const [best, ...others] = ranked;
  if (!best) return undefined;
  const behind = others.slice(0, 5).map(({ rank }) => rank);
  const ahead = (rank: number) => 1 - Math.exp((rank - best.rank) / 2);
  return {
    ...best.features,
    bias: 1,
    margin: ahead(behind[0] ?? best.rank - 5),
    spread: ahead(
      behind.length === 0 ? best.rank - 5 : behind.reduce((sum, rank) => sum + rank, 0) / behind.length,
    ),
    odds: 1 / (1 + others.reduce((sum, { rank }) => sum + Math.exp(rank - best.rank), 0)),
    rank: best.rank / 10,
    agreement: agreementOf(best, others),
    content: 1 - Math.exp(-query.total / 6),
    uncovered: query.total === 0 ? 1 : 1 - query.known / query.total,
    foreign: query.topics[TOPICS.indexOf('none')] ?? 0,
  };
}

function agreementOf(best: Ranked, others: readonly Ranked[]): number {
  const views = ['concepts', 'characters', 'gramLikeness', 'heading'] as const;
  const first = views.filter(
    (view) =>
      best.features[view] > 0 && others.every(({ features }) => features[view] <= best.features[view]),
  );
  return first.length / views.length;
}

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
