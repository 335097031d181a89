/** Search over a set of entries, in memory. */
import type { Entry } from './entry.ts';
import { type BuiltIndex, buildIndex } from './search/build.ts';
import { confidenceOf, SHOW_FROM } from './search/confidence.ts';
import type { AdmitsForm } from './search/match-concepts.ts';
import { rankEntries } from './search/rank.ts';
import { analyseQuery } from './search/units.ts';
import { weighQuery } from './search/weigh-query.ts';

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
    search: (query, options = {}) => answer(index, query, options),
  };
}

/** Answers from an index that is already built. `admits` says which of the field's forms are known; all unless given. */
export function answer(
  index: BuiltIndex,
  query: string,
  options: SearchOptions,
  admits?: AdmitsForm,
): SearchAnswer {
  const whole = answerWhole(index, query, options, admits);
  const [best] = whole.results;
  if (whole.answered || !best) return whole;
  const clauses = clausesOf(query).map((clause) => answerWhole(index, clause, options, admits));
  const sure = clauses.filter((clause) => clause.answered && clause.results[0]?.id === best.id);
  const score = Math.max(0, ...sure.map((clause) => clause.results[0]?.score ?? 0));
  if (score === 0) return whole;
  const scale = score / best.score;
  return {
    answered: true,
    results: whole.results.map((one) => ({ ...one, score: rounded(one.score * scale) })),
  };
}

/**
 * The parts of a message that can stand alone. Who tells a story («…，十点要给厅长汇报») says in one of them what is wrong,
 * and the rest makes it look like something the base does not have.
 */
function clausesOf(query: string): string[] {
  const clauses = query
    .slice(0, 600)
    .split(/[，。；！？,;!?\n]+/)
    .filter((clause) => [...clause.trim()].length >= 4);
  return clauses.length > 1 ? clauses.slice(0, 6) : [];
}

function answerWhole(
  index: BuiltIndex,
  query: string,
  { top = 5, unit, everyAudience = false }: SearchOptions,
  admits: AdmitsForm | undefined,
): SearchAnswer {
  const weighed = weighQuery(index, analyseQuery(query, admits));
  const visible = (number: number) => everyAudience || mayRead(index.entries[number]?.entry, unit);
  const ranked = rankEntries(index, weighed, visible);
  const confidence = confidenceOf(weighed, ranked);
  const best = ranked[0]?.rank ?? 0;
  const results = ranked.slice(0, top).map(({ number, rank }) => ({
    id: index.entries[number]?.entry.id ?? '',
    score: rounded(confidence * Math.exp(rank - best)),
  }));
  return { answered: results.length > 0 && confidence >= SHOW_FROM, results };
}

const rounded = (score: number) => Math.round(score * 10_000) / 10_000;

function mayRead(entry: Entry | undefined, unit: string | undefined): boolean {
  if (!entry) return false;
  return entry.audience.includes('all') || (unit !== undefined && entry.audience.includes(unit));
}
