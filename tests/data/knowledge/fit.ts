/**
 * Fits the weights of ranking and refusal on the `dev` split and prints them for knowledge/search/weights.ts:
 * `node tests/data/knowledge/fit.ts`. Ranking: the likelihood of the right entry among all. Refusal: a logistic model that
 * also sees each covered question with its entry hidden, the hardest kind of question without an answer. Both see each question
 * as read with several parts of the field's words forgotten.
 */
import { fileURLToPath } from 'node:url';
import { buildIndex } from '../../../knowledge/search/build.ts';
import { EVIDENCE_NAMES, type Evidence, evidenceOf, sigmoid } from '../../../knowledge/search/confidence.ts';
import { FEATURE_NAMES, type Features } from '../../../knowledge/search/features.ts';
import { type Ranked, rankEntries, weigh } from '../../../knowledge/search/rank.ts';
import { analyseQuery } from '../../../knowledge/search/units.ts';
import { type WeighedQuery, weighQuery } from '../../../knowledge/search/weigh-query.ts';
import { type Fold, isRight, ownQuestions, writtenFold } from './evaluation.ts';
import { forgetting } from './forgetting.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const FOLDS: Fold[] = [
  await writtenFold(here('base'), here('queries.jsonl')),
  await writtenFold(here('second-base'), here('second-queries.jsonl')),
  await ownQuestions(here('../../../knowledge/content')),
];

/** What one would guess before any data; the fit is pulled towards it, and keeps its signs. */
const RANKING: Features = {
  concepts: 4,
  words: 2,
  pairs: 2,
  characters: 2,
  sounds: 1,
  heading: 4,
  passage: 2,
  grams: 2,
  gramLikeness: 1,
  title: 1,
  unmet: -1,
  worstUnmet: -0.5,
  worstUnmetConcept: -0.5,
  unmetInHead: -1,
  worstUnmetInHead: -0.5,
  missingEntity: -1.5,
  foreignEntity: -1,
};
const CONFIDENCE: Evidence = {
  concepts: 3,
  words: 1.5,
  pairs: 1,
  characters: 2,
  sounds: 0.5,
  heading: 3,
  passage: 2,
  grams: 2,
  gramLikeness: 1,
  title: 0.5,
  unmet: -2,
  worstUnmet: -1,
  worstUnmetConcept: -1,
  unmetInHead: -1,
  worstUnmetInHead: -1,
  missingEntity: -2,
  foreignEntity: -1,
  bias: -6,
  margin: 1,
  spread: 1,
  odds: 1,
  rank: 2,
  agreement: 1,
  content: 0.5,
  uncovered: -1,
};

/** 0 forgets nothing. */
const SEEDS = [0, 1, 2];

interface Case {
  query: WeighedQuery;
  candidates: Ranked[];
  /** Position of the right entry among the candidates; -1 where there is none. */
  right: number;
  /** Not a question for this desk at all. */
  foreign: boolean;
}

function readCases(): Case[] {
  const cases: Case[] = [];
  for (const { entries, questions } of FOLDS) {
    const index = buildIndex(entries);
    for (const { query: text, expect, split, kind } of questions) {
      if (split !== 'dev') continue;
      for (const seed of SEEDS) {
        const query = weighQuery(index, analyseQuery(text, seed === 0 ? undefined : forgetting(seed)));
        const candidates = rankEntries(index, query, () => true);
        const right = candidates.findIndex(({ number }) =>
          isRight({ expect }, index.entries[number]?.entry.id),
        );
        if (expect === null || right >= 0)
          cases.push({ query, candidates, right, foreign: kind === 'foreign' });
      }
    }
  }
  return cases;
}

/** Gradient ascent; signs stay as given: evidence for an entry never counts against it. Pulled towards `start`. */
function fitRanking(cases: readonly Case[], start: Features): Features {
  let weights = { ...start };
  const covered = cases.filter((one) => one.right >= 0);
  for (let round = 0; round < 400; round += 1) {
    const gradient = Object.fromEntries(FEATURE_NAMES.map((name) => [name, 0])) as unknown as Features;
    for (const { candidates, right } of covered) {
      const ranks = candidates.map(({ features }) => weigh(features, weights));
      const top = Math.max(...ranks);
      const odds = ranks.map((rank) => Math.exp(rank - top));
      const sum = odds.reduce((a, b) => a + b, 0);
      candidates.forEach(({ features }, at) => {
        const push = (at === right ? 1 : 0) - (odds[at] ?? 0) / sum;
        for (const name of FEATURE_NAMES) gradient[name] += push * features[name];
      });
    }
    weights = stepped(weights, gradient, start, covered.length, 2, 0.02, FEATURE_NAMES);
  }
  return weights;
}

interface Sample {
  evidence: Evidence;
  good: number;
  weight: number;
  /** A question without an answer: asked as such, or of an entry that was hidden. */
  covered: boolean;
  foreign: boolean;
}

function samplesOf(cases: readonly Case[], ranking: Features): Sample[] {
  return cases.flatMap(({ query, candidates, right, foreign }): Sample[] => {
    const ranked = candidates
      .map((candidate, at) => ({ ...candidate, at, rank: weigh(candidate.features, ranking) }))
      .sort((a, b) => b.rank - a.rank);
    const whole = evidenceOf(query, ranked);
    if (right < 0) return whole ? [{ evidence: whole, good: 0, weight: 1.5, covered: false, foreign }] : [];
    const hidden = evidenceOf(
      query,
      ranked.filter(({ at }) => at !== right),
    );
    return [
      ...(whole
        ? [{ evidence: whole, good: ranked[0]?.at === right ? 1 : 0, weight: 1, covered: true, foreign }]
        : []),
      ...(hidden ? [{ evidence: hidden, good: 0, weight: 0.3, covered: false, foreign }] : []),
    ];
  });
}

function fitConfidence(samples: readonly Sample[], start: Evidence): Evidence {
  let weights = { ...start };
  for (let round = 0; round < 1500; round += 1) {
    const gradient = Object.fromEntries(EVIDENCE_NAMES.map((name) => [name, 0])) as unknown as Evidence;
    for (const { evidence, good, weight } of samples) {
      const sure = sigmoid(EVIDENCE_NAMES.reduce((sum, name) => sum + weights[name] * evidence[name], 0));
      for (const name of EVIDENCE_NAMES) gradient[name] += weight * (good - sure) * evidence[name];
    }
    weights = stepped(weights, gradient, start, samples.length, 1, 0.002, EVIDENCE_NAMES);
  }
  return weights;
}

function stepped<T extends Features>(
  weights: T,
  gradient: T,
  start: T,
  count: number,
  rate: number,
  pull: number,
  names: readonly (keyof T & string)[],
): T {
  const entries = names.map((name) => {
    const [weight, prior] = [weights[name] as number, start[name] as number];
    const next = weight + rate * ((gradient[name] as number) / count - pull * (weight - prior) * 0.1);
    return [name, name === 'bias' || Math.sign(next) === Math.sign(prior) ? next : 0];
  });
  return Object.fromEntries(entries) as T;
}

const printed = (name: string, weights: object) =>
  `${name} ${JSON.stringify(weights, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value), 2)}`;

/**
 * Moves the bias so that showing from 0.5 on serves both sides: the smaller of the two reserves over 0.88 answered and 0.80 refused
 * is largest. Of what is to be refused, questions for another desk count for half, and neighbours of a hidden entry for
 * the other half together with what the base does not cover.
 */
function balanced(samples: readonly Sample[], weights: Evidence): Evidence {
  const sums = samples.map(({ evidence, covered, foreign }) => ({
    sum: EVIDENCE_NAMES.reduce((sum, name) => sum + weights[name] * evidence[name], 0),
    covered,
    foreign,
  }));
  const share = (side: typeof sums, is: (sum: number) => boolean) =>
    side.filter(({ sum }) => is(sum)).length / side.length;
  const right = sums.filter(({ covered }) => covered);
  const [foreign, near] = [true, false].map((is) => sums.filter((one) => !one.covered && one.foreign === is));
  const answered = (from: number) => share(right, (sum) => sum >= from);
  const refused = (from: number) =>
    (share(foreign ?? [], (sum) => sum < from) + share(near ?? [], (sum) => sum < from)) / 2;
  const reserve = (from: number) => Math.min(answered(from) - 0.88, refused(from) - 0.8);
  const best = right.map(({ sum }) => sum).reduce((a, b) => (reserve(b) > reserve(a) ? b : a));
  console.error(`answered ${answered(best).toFixed(3)}, refused ${refused(best).toFixed(3)}`);
  return { ...weights, bias: weights.bias - best };
}

const cases = readCases();
const ranking = fitRanking(cases, RANKING);
console.log(printed('RANKING', ranking));
const samples = samplesOf(cases, ranking);
console.log(printed('CONFIDENCE', balanced(samples, fitConfidence(samples, CONFIDENCE))));
