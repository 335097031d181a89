/**
 * Fits the weights of ranking and refusal on the `dev` splits and prints them for knowledge/search/weights.ts:
 * `node tests/data/knowledge/fit.ts`. Ranking: the likelihood of the right entry among all. Refusal: a logistic model that
 * also sees each covered question with its entry hidden, the hardest kind of question without an answer. Both see each question
 * as read with several parts of the field's words forgotten. The bias lets a fixed share of the questions be answered that other
 * people wrote. To stderr: how a fit without a base does on that base. Deterministic.
 */
import { fileURLToPath } from 'node:url';
import { buildIndex } from '../../../knowledge/search/build.ts';
import { EVIDENCE_NAMES, type Evidence, evidenceOf } from '../../../knowledge/search/confidence.ts';
import { FEATURE_NAMES, type Features } from '../../../knowledge/search/features.ts';
import { type Ranked, rankEntries, weigh } from '../../../knowledge/search/rank.ts';
import { analyseQuery } from '../../../knowledge/search/units.ts';
import { weighQuery } from '../../../knowledge/search/weigh-query.ts';
import { type Fold, isRight, ownQuestions, writtenFold } from './evaluation.ts';
import { fitLogistic, fitSoftmax, type Prior } from './fit-linear.ts';
import { forgetting } from './forgetting.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const FOLDS: { name: string; fold: Fold }[] = [
  { name: 'test', fold: await writtenFold(here('base'), here('queries.jsonl')) },
  { name: 'second', fold: await writtenFold(here('second-base'), here('second-queries.jsonl')) },
  { name: 'third', fold: await writtenFold(here('third-base'), here('third-queries.jsonl')) },
  { name: 'starter', fold: await ownQuestions(here('../../../knowledge/content')) },
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
  unmetObject: -1,
  unmetSymptom: -1,
  unmetAction: -1,
  unmetTask: -1,
  unmetElsewhere: -1,
  topic: 2,
};
const CONFIDENCE: Evidence = {
  ...RANKING,
  concepts: 3,
  words: 1.5,
  pairs: 1,
  sounds: 0.5,
  heading: 3,
  title: 0.5,
  unmet: -2,
  worstUnmet: -1,
  worstUnmetConcept: -1,
  worstUnmetInHead: -1,
  missingEntity: -2,
  topic: 1,
  bias: -6,
  margin: 1,
  spread: 1,
  odds: 1,
  rank: 2,
  agreement: 1,
  content: 0.5,
  uncovered: -1,
  foreign: -2,
};

/** 0 forgets nothing. */
const SEEDS = [0, 1, 2];
/** Candidates that the ranking is fitted among. */
const RIVALS = 25;

interface Case {
  fold: string;
  seed: number;
  evidence(ranked: readonly Ranked[]): Evidence | undefined;
  candidates: Ranked[];
  /** Position of the right entry among the candidates; -1 where there is none. */
  right: number;
  /** Not a question for this desk at all. */
  foreign: boolean;
}

function readCases(): Case[] {
  const cases: Case[] = [];
  for (const { name, fold } of FOLDS) {
    const index = buildIndex(fold.entries);
    for (const { query: text, expect, split, kind } of fold.questions) {
      if (split !== 'dev') continue;
      for (const seed of SEEDS) {
        const query = weighQuery(index, analyseQuery(text, seed === 0 ? undefined : forgetting(seed)));
        const candidates = rankEntries(index, query, () => true);
        const right = candidates.findIndex(({ number }) =>
          isRight({ expect }, index.entries[number]?.entry.id),
        );
        if (expect !== null && right < 0) continue;
        const { total, known, topics } = query;
        const evidence = (ranked: readonly Ranked[]) => evidenceOf({ total, known, topics }, ranked);
        cases.push({ fold: name, seed, evidence, candidates, right, foreign: kind === 'foreign' });
      }
    }
  }
  return cases;
}

const valuesOf = <N extends string>(names: readonly N[], of: Record<N, number>) =>
  names.map((name) => of[name]);
const named = <N extends string>(names: readonly N[], values: readonly number[]) =>
  Object.fromEntries(names.map((name, at) => [name, values[at] ?? 0])) as Record<N, number>;

function fitRanking(cases: readonly Case[]): Features {
  const groups = cases
    .filter(({ right }) => right >= 0)
    .map(({ candidates, right }) => {
      const others = candidates.filter((_, at) => at !== right).slice(0, RIVALS);
      const all = [candidates[right], ...others].flatMap((one) => one ?? []);
      return all.map(({ features }) => valuesOf(FEATURE_NAMES, features));
    });
  const prior: Prior = { start: valuesOf(FEATURE_NAMES, RANKING), pull: 0.002, free: [] };
  return named(FEATURE_NAMES, fitSoftmax(groups, prior));
}

type Kind = 'covered' | 'hidden' | 'uncovered' | 'foreign';

interface Sample {
  values: number[];
  good: boolean;
  kind: Kind;
  weight: number;
}

/** An answer that is shown though another would be better neither helps nor harms the fit. */
const WEIGHTS: Record<Kind, number> = { covered: 1, hidden: 0.1, uncovered: 2, foreign: 1 };

function samplesOf(cases: readonly Case[], ranking: Features): Sample[] {
  return cases.flatMap(({ evidence, candidates, right, foreign }) => {
    const ranked = candidates
      .map((candidate, at) => ({ ...candidate, at, rank: weigh(candidate.features, ranking) }))
      .sort((a, b) => b.rank - a.rank);
    const sample = (kind: Kind, among: typeof ranked): Sample[] => {
      const seen = evidence(among);
      if (!seen) return [];
      const good = right >= 0 && among[0]?.at === right;
      return [
        {
          values: valuesOf(EVIDENCE_NAMES, seen),
          good,
          kind,
          weight: kind === 'covered' && !good ? 0 : WEIGHTS[kind],
        },
      ];
    };
    if (right < 0) return sample(foreign ? 'foreign' : 'uncovered', ranked);
    const hidden = ranked.filter(({ at }) => at !== right);
    return [...sample('covered', ranked), ...sample('hidden', hidden)];
  });
}

function fitConfidence(samples: readonly Sample[]): number[] {
  const free = [EVIDENCE_NAMES.indexOf('bias')];
  return fitLogistic(samples, { start: valuesOf(EVIDENCE_NAMES, CONFIDENCE), pull: 0.0002, free });
}

interface Judged extends Sample {
  sum: number;
}

const judged = (samples: readonly Sample[], weights: readonly number[]): Judged[] =>
  samples.map((sample) => ({
    ...sample,
    sum: sample.values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0),
  }));

/** What comes of showing from a sum on. */
function outcome(all: readonly Judged[], from: number) {
  const share = (kinds: readonly Kind[], is: (one: Judged) => boolean) => {
    const side = all.filter(({ kind }) => kinds.includes(kind));
    return side.length === 0 ? Number.NaN : side.filter(is).length / side.length;
  };
  return {
    first: share(['covered'], ({ good }) => good),
    answered: share(['covered'], ({ sum }) => sum >= from),
    wrong: share(['covered'], ({ sum, good }) => sum >= from && !good),
    uncovered: share(['uncovered'], ({ sum }) => sum < from),
    foreign: share(['foreign'], ({ sum }) => sum < from),
  };
}

/** Where the questions that nobody wrote for a measurement are answered in this share, the others are refused as well as can be had. */
const ANSWERED = 0.875;

/** The sum from which on that share is answered. */
function showingFrom(all: readonly Judged[]): number {
  const sums = all.flatMap(({ kind, sum }) => (kind === 'covered' ? [sum] : [])).sort((a, b) => b - a);
  return sums[Math.floor(ANSWERED * sums.length)] ?? 0;
}

const printed = (name: string, weights: object) =>
  `${name} ${JSON.stringify(weights, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value), 2)}`;

const rounded = (all: object) =>
  Object.entries(all)
    .map(([name, value]) => `${name} ${(100 * value).toFixed(1)}`)
    .join('  ');

const cases = readCases();
const unforgotten = (name: string) => cases.filter(({ fold, seed }) => fold === name && seed === 0);
for (const { name } of FOLDS) {
  const given = cases.filter(({ fold }) => fold !== name);
  const ranking = fitRanking(given);
  const weights = fitConfidence(samplesOf(given, ranking));
  const kept = judged(samplesOf(unforgotten(name), ranking), weights);
  console.error(`without ${name}: ${rounded(outcome(kept, showingFrom(kept)))}`);
}
const ranking = fitRanking(cases);
console.log(printed('RANKING', ranking));
const weights = named(EVIDENCE_NAMES, fitConfidence(samplesOf(cases, ranking)));
const from = showingFrom(judged(samplesOf(unforgotten('starter'), ranking), Object.values(weights)));
console.log(printed('CONFIDENCE', { ...weights, bias: weights.bias - from }));
