/** What one would use instead: each ranks a whole base by its own score, and shows its best from a threshold that suits it best. */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { create, insertMultiple, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import MiniSearch from 'minisearch';
import type { SearchAnswer } from '../../../knowledge/create-index.ts';
import type { Entry } from '../../../knowledge/entry.ts';
import type { Question } from './evaluation.ts';

/** Best first, by a score of the peer's own. */
export type Rank = (query: string) => { id: string; score: number }[];

const TOP = 10;

const documentOf = ({ id, title, questions, tags, body, transcript }: Entry) => ({
  id,
  title,
  questions: questions.join('\n'),
  tags: tags.join(' '),
  body: [body, ...transcript.map(({ text }) => text)].join('\n'),
});

export interface Peer {
  name: string;
  build: (entries: readonly Entry[]) => Rank;
}

export const PEERS: readonly Peer[] = [
  { name: 'BM25 bigrams', build: plainBm25 },
  { name: 'MiniSearch', build: miniSearch },
  { name: 'Orama', build: orama },
];

const bigrams = (text: string) => {
  const characters = [...text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
};

/** BM25 (k1 1.5, b 0.75) over character bigrams of all text. */
function plainBm25(entries: readonly Entry[]): Rank {
  const documents = entries.map((entry) => {
    const { id, title, questions, tags, body } = documentOf(entry);
    const terms = bigrams([title, questions, tags, body].join('\n'));
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    return { id, counts, length: terms.length };
  });
  const mean = documents.reduce((sum, document) => sum + document.length, 0) / documents.length;
  const idf = (term: string) => {
    const having = documents.filter((document) => document.counts.has(term)).length;
    return Math.log(1 + (documents.length - having + 0.5) / (having + 0.5));
  };
  return (query) => {
    const terms = [...new Set(bigrams(query))].map((term) => ({ term, weight: idf(term) }));
    const score = (document: (typeof documents)[number]) =>
      terms.reduce((sum, { term, weight }) => {
        const times = document.counts.get(term) ?? 0;
        return sum + (weight * times * 2.5) / (times + 1.5 * (0.25 + (0.75 * document.length) / mean));
      }, 0);
    return documents
      .map((document) => ({ id: document.id, score: score(document) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, TOP);
  };
}

/** MiniSearch with jieba's search cut, its fuzzy and prefix search, and titles counted twice. */
function miniSearch(entries: readonly Entry[]): Rank {
  const jieba = Jieba.withDict(dict);
  const fields = ['title', 'questions', 'tags', 'body'];
  const index = new MiniSearch({
    fields,
    tokenize: (text) =>
      jieba.cutForSearch(text.toLowerCase(), true).filter((word) => /[\p{L}\p{N}]/u.test(word)),
    searchOptions: { boost: { title: 2, questions: 2 }, fuzzy: 0.1, prefix: true },
  });
  index.addAll(entries.map(documentOf));
  return (query) =>
    index
      .search(query)
      .slice(0, TOP)
      .map(({ id, score }) => ({ id: String(id), score }));
}

/** Orama with its own Mandarin tokenizer and its defaults, titles counted twice. */
function orama(entries: readonly Entry[]): Rank {
  const schema = { title: 'string', questions: 'string', tags: 'string', body: 'string' } as const;
  const index = create({ schema, components: { tokenizer: createTokenizer() } });
  insertMultiple(index, entries.map(documentOf));
  return (query) => {
    const found = search(index, { term: query, limit: TOP, threshold: 1, boost: { title: 2, questions: 2 } });
    if (found instanceof Promise) throw new Error('a search without asynchronous parts that is asynchronous');
    return found.hits.map(({ id, score }) => ({ id, score }));
  };
}

/** A search that shows its best match from `threshold` on. */
export const withThreshold =
  (rank: Rank, threshold: number) =>
  (query: string): SearchAnswer => {
    const results = rank(query);
    return { answered: (results[0]?.score ?? -1) >= threshold, results };
  };

/** The threshold with the most right decisions on these questions, answering and refusing weighed alike. */
export function bestThreshold(rank: Rank, questions: readonly Question[]): number {
  const tops = questions.map(({ query, expect }) => ({
    score: rank(query)[0]?.score ?? 0,
    covered: expect !== null,
  }));
  const count = (covered: boolean) => Math.max(1, tops.filter((top) => top.covered === covered).length);
  const balance = (threshold: number) =>
    tops.filter((top) => top.covered && top.score >= threshold).length / count(true) +
    tops.filter((top) => !top.covered && top.score < threshold).length / count(false);
  return tops
    .map((top) => top.score)
    .reduce((best, score) => (balance(score) > balance(best) ? score : best), 0);
}
