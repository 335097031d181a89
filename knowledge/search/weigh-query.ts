/** A question weighed against one index: what each of its parts tells there, and which entries have it. */
import type { Facet } from '../lexicon/facets.ts';
import type { BuiltIndex } from './build.ts';
import { type TopicShares, topicsOf } from './topics.ts';
import { type Analysis, tellingOf, type Units } from './units.ts';

/** A question weighed against one index. */
export interface WeighedQuery {
  analysis: Analysis;
  /** Of the question's concepts and words, by unit number; 0 for all other units. */
  weights: Float32Array;
  /** The weight of the concepts and words that the base has. */
  known: number;
  /** What is mentioned, each with its weight and the units, with shares, by which an entry may speak of it. */
  mentions: {
    facet: Facet | 'word';
    strength: number;
    weight: number;
    by: [unit: number, share: number][];
  }[];
  /** What it is about as a whole. */
  topics: TopicShares;
  /** Weight of all concepts and words. */
  total: number;
  /** By entry number: the share of each family that the entry has. */
  shares: Record<'concepts' | 'words' | 'pairs' | 'characters' | 'sounds', Float64Array>;
  /** Characters and pairs of characters by unit number, and the weight of all. */
  grams: { weights: Float32Array; total: number };
}

/** One pass over the postings of the question's units. */
export function weighQuery(index: BuiltIndex, analysis: Analysis): WeighedQuery {
  const weights = new Float32Array(index.numbers.size);
  let total = 0;
  let known = 0;
  for (const [unit, strength] of [...analysis.concepts, ...analysis.words]) {
    const weight = strength * idfOf(index, unit);
    total += weight;
    const number = index.numbers.get(unit);
    if (number === undefined) continue;
    weights[number] = weight;
    known += weight;
  }
  const shares = {
    concepts: sharesOf(index, analysis.concepts),
    words: sharesOf(index, analysis.words),
    pairs: sharesOf(index, analysis.pairs),
    characters: sharesOf(index, analysis.characters),
    sounds: sharesOf(index, analysis.sounds),
  };
  return {
    analysis,
    weights,
    known,
    mentions: mentionsOf(index, analysis),
    topics: topicsOf(analysis),
    total,
    shares,
    grams: gramsOf(index, analysis),
  };
}

function gramsOf(index: BuiltIndex, { pairs, characters }: Analysis): WeighedQuery['grams'] {
  const weights = new Float32Array(index.numbers.size);
  let total = 0;
  for (const unit of [...pairs.keys(), ...characters.keys()]) {
    const number = index.numbers.get(unit);
    const weight = idfOf(index, unit);
    total += weight;
    if (number !== undefined) weights[number] = weight;
  }
  return { weights, total };
}

function idfOf(index: BuiltIndex, unit: string): number {
  const number = index.numbers.get(unit);
  return number === undefined ? index.unknownIdf * tellingOf(unit) : (index.idf[number] ?? 0);
}

function mentionsOf(index: BuiltIndex, { mentioned, words }: Analysis): WeighedQuery['mentions'] {
  const known = (units: Units) =>
    [...units].flatMap(([unit, share]): [number, number][] => {
      const number = index.numbers.get(unit);
      return number === undefined ? [] : [[number, share]];
    });
  return [
    ...mentioned.map(({ unit, facet, strength, implied }) => ({
      facet,
      strength,
      weight: strength * idfOf(index, unit),
      by: known(implied),
    })),
    ...[...words.keys()].map((unit) => ({
      facet: 'word' as const,
      strength: 1,
      weight: idfOf(index, unit),
      by: known(new Map([[unit, 1]])),
    })),
  ];
}

function sharesOf(index: BuiltIndex, units: Units): Float64Array {
  const shares = new Float64Array(index.entries.length);
  const { starts, entries, strengths } = index.postings;
  let total = 0;
  for (const [unit, strength] of units) {
    const number = index.numbers.get(unit);
    const weight = strength * idfOf(index, unit);
    total += weight;
    if (number === undefined) continue;
    const to = starts[number + 1] ?? 0;
    for (let at = starts[number] ?? 0; at < to; at += 1) {
      const entry = entries[at] ?? 0;
      shares[entry] = (shares[entry] ?? 0) + weight * (strengths[at] ?? 0);
    }
  }
  if (total > 0) for (let at = 0; at < shares.length; at += 1) shares[at] = (shares[at] ?? 0) / total;
  return shares;
}
