/** Turns entries into the arrays that a search runs over. */
import type { Entry } from '../entry.ts';
import { type Draft, draftOf, type IndexedEntry } from './read-entry.ts';
import { tellingOf } from './units.ts';

/** BM25's saturation and length normalization. */
const K1 = 1.6;
const B = 0.4;

/** Where each unit stands: from `starts[unit]` to before `starts[unit + 1]` the entries' numbers, and how strongly, 0 to 1. */
export interface Postings {
  starts: Int32Array;
  entries: Int32Array;
  strengths: Float32Array;
}

export interface BuiltIndex {
  entries: IndexedEntry[];
  numbers: Map<string, number>;
  postings: Postings;
  /** By unit number: rarity in the base times how much the unit tells at all. */
  idf: Float32Array;
  /** The idf of a unit that no entry has. */
  unknownIdf: number;
}

/** Analyses every entry once. Time and memory grow with the text. */
export function buildIndex(entries: readonly Entry[]): BuiltIndex {
  const numbers = new Map<string, number>();
  return indexOf(
    entries.map((entry) => draftOf(entry, numbers)),
    numbers,
  );
}

/** Builds one index after another: an entry that stayed the same object is not read again. */
export interface Indexer {
  /** `breathe` is awaited now and then, so that whoever asks meanwhile is answered from the index before. */
  index(entries: readonly Entry[], breathe: () => Promise<void>): Promise<BuiltIndex>;
}

/** Entries that are read between two breaths: some tens of milliseconds. */
const AT_A_TIME = 20;

export function createIndexer(): Indexer {
  const known = new WeakMap<Entry, Draft>();
  // Only ever added to: an index that is in use keeps its numbers.
  const numbers = new Map<string, number>();
  return {
    async index(entries, breathe) {
      let read = 0;
      for (const entry of entries) {
        if (known.has(entry)) continue;
        known.set(entry, draftOf(entry, numbers));
        read += 1;
        if (read % AT_A_TIME === 0) await breathe();
      }
      return indexOf(
        entries.flatMap((entry) => known.get(entry) ?? []),
        numbers,
      );
    },
  };
}

function indexOf(drafts: readonly Draft[], numbers: Map<string, number>): BuiltIndex {
  const mean = drafts.reduce((sum, draft) => sum + draft.length, 0) / Math.max(1, drafts.length);
  const postings = postingsOf(drafts, numbers.size, mean);
  return {
    entries: drafts.map((draft) => draft.indexed),
    numbers,
    postings,
    idf: Float32Array.from(numbers.keys(), (unit, at) => {
      const having = (postings.starts[at + 1] ?? 0) - (postings.starts[at] ?? 0);
      return tellingOf(unit) * idf(having, drafts.length);
    }),
    unknownIdf: idf(0, drafts.length),
  };
}

/** Counted first, so that all postings lie in arrays of the right length. */
function postingsOf(drafts: readonly Draft[], unitCount: number, mean: number): Postings {
  const starts = new Int32Array(unitCount + 1);
  for (const { units } of drafts) for (const unit of units) starts[unit + 1] = (starts[unit + 1] ?? 0) + 1;
  for (let unit = 0; unit < unitCount; unit += 1)
    starts[unit + 1] = (starts[unit + 1] ?? 0) + (starts[unit] ?? 0);
  const next = starts.slice();
  const entries = new Int32Array(starts[unitCount] ?? 0);
  const strengths = new Float32Array(entries.length);
  drafts.forEach(({ units, mentions, length }, number) => {
    const slack = K1 * (1 - B + (B * length) / mean);
    units.forEach((unit, position) => {
      const at = next[unit] ?? 0;
      const tf = mentions[position] ?? 0;
      entries[at] = number;
      strengths[at] = tf / (tf + slack);
      next[unit] = at + 1;
    });
  });
  return { starts, entries, strengths };
}

/** Grows with rarity; the floor keeps a small base from making every word seem common. */
const idf = (having: number, all: number) =>
  Math.log(1 + (Math.max(all, 60) - having + 0.5) / (having + 0.5));
