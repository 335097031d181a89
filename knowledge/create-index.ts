/** Search over a set of entries, in memory. */
import type { Entry } from './entry.ts';
import { type BuiltIndex, buildIndex } from './search/build.ts';
import { confidenceOf, SHOW_FROM } from './search/confidence.ts';
import { weighQuery } from './search/features.ts';
import { rankEntries } from './search/rank.ts';
import { type Analysis, analyseQuery } from './search/units.ts';

export interface SearchOptions {
  /** How many results at most; 5 unless given. */
  top?: number | undefined;
  /** Whose unit asks: entries for other units are not found. Without it only entries for everybody are. */
  unit?: string | undefined;
  /** The keeper's view: entries of every audience. */
  everyAudience?: boolean | undefined;
}

export interface SearchResult {
  id: string;
  /** 0 to 1, best first: how likely this entry answers the question. */
  score: number;
}

export interface SearchAnswer {
  /** False where the best match is too weak to be shown to a person. */
  answered: boolean;
  results: SearchResult[];
}

export interface KnowledgeIndex {
  search(query: string, options?: SearchOptions): SearchAnswer;
  get(id: string): Entry | undefined;
}

/** Builds the index; of entries with one id the last counts. Searching never changes it. */
export function createIndex(entries: readonly Entry[]): KnowledgeIndex {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const index = buildIndex([...byId.values()]);
  return {
    get: (id) => byId.get(id),
    search: (query, options = {}) => answerFrom(index, analyseQuery(query), options),
  };
}

/** Answers a question that is already read. */
export function answerFrom(index: BuiltIndex, question: Analysis, options: SearchOptions): SearchAnswer {
  const { top = 5, unit, everyAudience = false } = options;
  const weighed = weighQuery(index, question);
  const visible = (number: number) => everyAudience || mayRead(index.entries[number]?.entry, unit);
  const ranked = rankEntries(index, weighed, visible);
  const confidence = confidenceOf(weighed, ranked);
  const best = ranked[0]?.rank ?? 0;
  const results = ranked.slice(0, top).map(({ number, rank }) => ({
    id: index.entries[number]?.entry.id ?? '',
    score: Math.round(confidence * Math.exp(rank - best) * 10_000) / 10_000,
  }));
  return { answered: results.length > 0 && confidence >= SHOW_FROM, results };
}

function mayRead(entry: Entry | undefined, unit: string | undefined): boolean {
  if (!entry) return false;
  return entry.audience.includes('all') || (unit !== undefined && entry.audience.includes(unit));
}
