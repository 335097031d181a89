/** Search over a set of entries, in memory. */
import type { Entry } from './entry.ts';
import { type BuiltIndex, buildIndex } from './search/build.ts';
import { confidenceOf, SHOW_FROM } from './search/confidence.ts';
import type { AdmitsForm } from './search/match-concepts.ts';
import { deviationsOf, type Meaning, nearestTo, surenessOf, withMeaning } from './search/meaning.ts';
import { likenessOf, momentIn } from './search/point-out.ts';
import { rankEntries } from './search/rank.ts';
import { analyseQuery } from './search/units.ts';
import { type WeighedQuery, weighQuery } from './search/weigh-query.ts';
import type { Likeness } from './short-answer.ts';

export interface SearchOptions {
  /** How many results at most; 5 unless given. */
  top?: number | undefined;
  /** The units of whoever asks: entries for other units are not found. Without it only entries for everybody are. */
  units?: readonly string[] | undefined;
  /** The keeper's view: entries of every audience. */
  everyAudience?: boolean | undefined;
  /** How alike the question and each entry are in meaning, where a model tells. */
  meaning?: Meaning | undefined;
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
  entries(): Entry[];
  /** Where the lecture of an entry speaks of it, in milliseconds from its start; undefined where it has no such place. */
  moment(id: string, query: string): number | undefined;
  /** Tells of texts of an entry how much of the question they speak of. */
  likeness(query: string): Likeness;
}

/** Builds the index; of entries with one id the last counts. Searching never changes it. */
export function createIndex(entries: readonly Entry[]): KnowledgeIndex {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return openIndex(buildIndex([...byId.values()]));
}

/** The search over an index that was built. */
export function openIndex(index: BuiltIndex): KnowledgeIndex {
  const indexedById = new Map(index.entries.map((indexed) => [indexed.entry.id, indexed]));
  const worded = ownWords(index.entries.map(({ entry }) => entry));
  const weighed = rememberingLast((query) => weighQuery(index, analyseQuery(query)));
  return {
    entries: () => index.entries.map(({ entry }) => entry),
    get: (id) => indexedById.get(id)?.entry,
    moment(id, query) {
      const indexed = indexedById.get(id);
      return indexed && momentIn(index, weighed(query), indexed);
    },
    likeness(query) {
      const asked = weighed(query);
      return (texts) => likenessOf(index, asked, texts);
    },
    search(query, options = {}) {
      const found = answerWith(index, query, options, weighed);
      const foreseen = foreseenBy(worded, query, options);
      return foreseen ? first(foreseen, found) : found;
    },
  };
}

/** The entries whose keeper wrote these very words as title or question. */
type OwnWords = ReadonlyMap<string, readonly Entry[]>;

function ownWords(entries: readonly Entry[]): OwnWords {
  const pairs = entries.flatMap((entry) =>
    [entry.title, ...entry.questions].map((text) => [plain(text), entry] as const),
  );
  const grouped = Map.groupBy(pairs, ([text]) => text);
  return new Map([...grouped].map(([text, same]) => [text, [...new Set(same.map(([, entry]) => entry))]]));
}

/** Without what does not change the question: width and case of letters, blanks, marks. */
function plain(text: string): string {
  return text
    .slice(0, 600)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Who asks as an entry's keeper foresaw gets that entry; null where nobody foresaw it, or more than one did. */
function foreseenBy(worded: OwnWords, query: string, options: SearchOptions): Entry | null {
  const foreseen = worded.get(plain(query)) ?? [];
  const [only, ...others] = foreseen.filter(
    (entry) => options.everyAudience || mayRead(entry, options.units),
  );
  return only && others.length === 0 ? only : null;
}

function first({ id }: Entry, { results }: SearchAnswer): SearchAnswer {
  const others = results.filter((result) => result.id !== id).slice(0, Math.max(0, results.length - 1));
  return { answered: true, results: [{ id, score: 1 }, ...others] };
}

/** One question is asked several things in a row: which entries, where in a lecture, which steps. */
function rememberingLast<T>(of: (query: string) => T): (query: string) => T {
  let last: { query: string; value: T } | undefined;
  return (query) => {
    if (last?.query !== query) last = { query, value: of(query) };
    return last.value;
  };
}

type Weigh = (query: string) => WeighedQuery;

/** Answers from an index that is already built. `admits` says which of the field's forms are known; all unless given. */
export function answer(
  index: BuiltIndex,
  query: string,
  options: SearchOptions,
  admits?: AdmitsForm,
): SearchAnswer {
  return answerWith(index, query, options, (text) => weighQuery(index, analyseQuery(text, admits)));
}

function answerWith(index: BuiltIndex, query: string, options: SearchOptions, weigh: Weigh): SearchAnswer {
  const whole = answerWhole(index, options, weigh(query));
  const [best] = whole.results;
  if (whole.answered || !best) return whole;
  const clauses = clausesOf(query).map((clause) => answerWhole(index, options, weigh(clause)));
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
  { top = 5, units, everyAudience = false, meaning }: SearchOptions,
  weighed: WeighedQuery,
): SearchAnswer {
  const visible = (number: number) => everyAudience || mayRead(index.entries[number]?.entry, units);
  const deviations = meaning && deviationsOf(index, meaning);
  const byWords = rankEntries(index, weighed, visible, deviations && nearestTo(deviations, visible));
  const ranked = deviations ? withMeaning(byWords, deviations) : byWords;
  const confidence = confidenceOf(weighed, ranked, deviations && surenessOf(ranked[0], deviations));
  const best = ranked[0]?.rank ?? 0;
  const results = ranked.slice(0, top).map(({ number, rank }) => ({
    id: index.entries[number]?.entry.id ?? '',
    score: rounded(confidence * Math.exp(rank - best)),
  }));
  return { answered: results.length > 0 && confidence >= SHOW_FROM, results };
}

const rounded = (score: number) => Math.round(score * 10_000) / 10_000;

/** Whether somebody of these units may see an entry. */
export function mayRead(entry: Entry | undefined, units: readonly string[] = []): boolean {
  if (!entry) return false;
  return entry.audience.includes('all') || units.some((unit) => entry.audience.includes(unit));
}
