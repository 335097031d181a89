/** What speaks for and against an entry as the answer to a question: the numbers that ranking and refusal weigh. */
import type { Facet } from '../lexicon/facets.ts';
import type { BuiltIndex } from './build.ts';
import type { IndexedEntry, Passage, UnitSet } from './read-entry.ts';
import { commonTopics } from './topics.ts';
import type { WeighedQuery } from './weigh-query.ts';

/** Each 0 to 1. */
export interface Features {
  /** The question's concepts, words, pairs of characters, characters and pairs of sounds that the entry has, by how much they tell. */
  concepts: number;
  words: number;
  pairs: number;
  characters: number;
  sounds: number;
  /** Likeness (cosine) to the title or to the question closest to it. */
  heading: number;
  /** The share of the question that one sentence, or one heading, covers. */
  passage: number;
  /** The share of the question's characters and pairs of characters that one sentence has. */
  grams: number;
  /** Likeness (cosine) in characters to the closest sentence. */
  gramLikeness: number;
  /** The share of the title that the question covers. */
  title: number;
  /** The share of what the question mentions that the entry speaks of nowhere, not even in wider terms. */
  unmet: number;
  /** The weight of the most telling word, and of the most telling concept of the field, that the entry speaks of nowhere. */
  worstUnmet: number;
  worstUnmetConcept: number;
  /** As `unmet` and `worstUnmetConcept`, of what the entry says before its steps: title, questions, tags, first lines. */
  unmetInHead: number;
  worstUnmetInHead: number;
  /** The share of the question's devices and systems that the entry never names. */
  missingEntity: number;
  /** The share of the title's devices and systems that the question does not name. */
  foreignEntity: number;
  /** The share of the things, faults, actions and tasks that the question mentions and the entry's head does not, each mention counting alike. */
  unmetObject: number;
  unmetSymptom: number;
  unmetAction: number;
  unmetTask: number;
  /** The same of what is none of a service desk's business. */
  unmetElsewhere: number;
  /** What the question's topic and the entry's have in common. */
  topic: number;
}

export const FEATURE_NAMES = [
  'concepts',
  'words',
  'pairs',
  'characters',
  'sounds',
  'heading',
  'passage',
  'grams',
  'gramLikeness',
  'title',
  'unmet',
  'worstUnmet',
  'worstUnmetConcept',
  'unmetInHead',
  'worstUnmetInHead',
  'missingEntity',
  'foreignEntity',
  'unmetObject',
  'unmetSymptom',
  'unmetAction',
  'unmetTask',
  'unmetElsewhere',
  'topic',
] as const satisfies readonly (keyof Features)[];

/** Compares the question with one entry, sentence by sentence. */
export function featuresOf(index: BuiltIndex, query: WeighedQuery, number: number): Features {
  const indexed = index.entries[number];
  const share = (family: keyof WeighedQuery['shares']) => query.shares[family][number] ?? 0;
  const features: Features = {
    concepts: share('concepts'),
    words: share('words'),
    pairs: share('pairs'),
    characters: share('characters'),
    sounds: share('sounds'),
    heading: 0,
    passage: 0,
    grams: 0,
    gramLikeness: 0,
    title: 0,
    unmet: 0,
    worstUnmet: 0,
    worstUnmetConcept: 0,
    unmetInHead: 0,
    worstUnmetInHead: 0,
    missingEntity: 0,
    foreignEntity: 0,
    unmetObject: 0,
    unmetSymptom: 0,
    unmetAction: 0,
    unmetTask: 0,
    unmetElsewhere: 0,
    topic: 0,
  };
  if (!indexed || query.total === 0) return features;
  for (const passage of indexed.passages) {
    comparePassage(index, query, indexed, passage, features);
    compareGrams(index, query, indexed, passage, features);
  }
  return {
    ...features,
    ...unmetFeatures(index, query, indexed),
    ...entityFeatures(query.analysis.entities, indexed),
    ...facetFeatures(query, indexed),
    topic: commonTopics(query.topics, indexed.topics),
  };
}

function comparePassage(
  index: BuiltIndex,
  query: WeighedQuery,
  { units, strengths }: IndexedEntry,
  passage: Passage,
  best: Features,
): void {
  let shared = 0;
  let covered = 0;
  let own = 0;
  for (let at = passage.units.from; at < passage.units.to; at += 1) {
    const unit = units[at] ?? 0;
    const strength = strengths[at] ?? 0;
    const idf = index.idf[unit] ?? 0;
    own += idf * strength;
    const weight = query.weights[unit] ?? 0;
    if (weight === 0) continue;
    shared += Math.min(weight, idf) * strength;
    covered += idf * strength;
  }
  const coverage = shared / query.total;
  best.passage = Math.max(best.passage, coverage);
  if (own === 0) return;
  if (passage.field === 'title') best.title = covered / own;
  if (passage.field === 'title' || passage.field === 'question') {
    best.heading = Math.max(best.heading, Math.sqrt(coverage * (covered / own)));
  }
}

function compareGrams(
  index: BuiltIndex,
  { grams }: WeighedQuery,
  indexed: IndexedEntry,
  passage: Passage,
  best: Features,
): void {
  let shared = 0;
  let own = 0;
  for (let at = passage.grams.from; at < passage.grams.to; at += 1) {
    const unit = indexed.grams[at] ?? 0;
    own += index.idf[unit] ?? 0;
    shared += grams.weights[unit] ?? 0;
  }
  if (own === 0 || grams.total === 0) return;
  best.grams = Math.max(best.grams, shared / grams.total);
  best.gramLikeness = Math.max(best.gramLikeness, shared / Math.sqrt(own * grams.total));
}

function unmetFeatures(index: BuiltIndex, query: WeighedQuery, { whole, head }: IndexedEntry) {
  const inWhole = unmetIn(index, query, whole);
  const inHead = unmetIn(index, query, head);
  return {
    unmet: inWhole.share,
    worstUnmet: inWhole.word,
    worstUnmetConcept: inWhole.concept,
    unmetInHead: inHead.share,
    worstUnmetInHead: inHead.concept,
  };
}

/** What of the question's mentions a set of units lacks: the share by weight, and the heaviest word and concept. */
function unmetIn(index: BuiltIndex, { mentions }: WeighedQuery, units: UnitSet) {
  let unmet = 0;
  let all = 0;
  const worst = { word: 0, concept: 0 };
  for (const { facet, weight, by } of mentions) {
    // Squared: that the entry speaks of formulas hardly means that it says why they stopped calculating.
    const met = metBy(by, units);
    const kind = facet === 'word' ? 'word' : 'concept';
    all += weight;
    unmet += weight * (1 - met);
    worst[kind] = Math.max(worst[kind], weight * (1 - met));
  }
  return {
    share: all === 0 ? 1 : unmet / all,
    word: worst.word / index.unknownIdf,
    concept: worst.concept / index.unknownIdf,
  };
}

const metBy = (by: WeighedQuery['mentions'][number]['by'], units: UnitSet) =>
  by.reduce((most, [unit, share]) => Math.max(most, share * share * strengthIn(units, unit)), 0);

const UNMET = {
  object: 'unmetObject',
  symptom: 'unmetSymptom',
  action: 'unmetAction',
  task: 'unmetTask',
  elsewhere: 'unmetElsewhere',
} as const satisfies Record<Facet, keyof Features>;

function facetFeatures({ mentions }: WeighedQuery, { head }: IndexedEntry) {
  const all = { unmetObject: 0, unmetSymptom: 0, unmetAction: 0, unmetTask: 0, unmetElsewhere: 0 };
  const unmet = { ...all };
  for (const { facet, strength, by } of mentions) {
    if (facet === 'word') continue;
    all[UNMET[facet]] += strength;
    unmet[UNMET[facet]] += strength * (1 - metBy(by, head));
  }
  for (const name of Object.values(UNMET)) unmet[name] = all[name] === 0 ? 0 : unmet[name] / all[name];
  return unmet;
}

/** By bisection: how strongly a unit is mentioned. */
function strengthIn({ units, strengths }: UnitSet, unit: number): number {
  let low = 0;
  let high = units.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = units[middle] ?? 0;
    if (there === unit) return Math.min(1, strengths[middle] ?? 0);
    if (there < unit) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

function entityFeatures(asked: Set<string>, { entities, titleEntities }: IndexedEntry) {
  const missing = [...asked].filter((id) => !entities.has(id)).length;
  const foreign = [...titleEntities].filter((id) => !asked.has(id)).length;
  return {
    missingEntity: asked.size === 0 ? 0 : missing / asked.size,
    foreignEntity: asked.size === 0 || titleEntities.size === 0 ? 0 : foreign / titleEntities.size,
  };
}
