/** The baseline: BM25 over character bigrams of all text, shown from the threshold that is best on the `dev` split. */
import type { SearchAnswer } from '../../../knowledge/create-index.ts';
import type { Entry } from '../../../knowledge/entry.ts';
import type { Question } from './evaluation.ts';

const bigrams = (text: string) => {
  const characters = [...text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
};

/** Scores are BM25's own (k1 1.5, b 0.75). */
export function plainBm25(entries: readonly Entry[]): (query: string) => { id: string; score: number }[] {
  const documents = entries.map((entry) => {
    const terms = bigrams([entry.title, ...entry.questions, ...entry.tags, entry.body].join('\n'));
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    return { id: entry.id, counts, length: terms.length };
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
      .sort((a, b) => b.score - a.score);
  };
}

/** A search that shows its best match from `threshold` on. */
export const withThreshold =
  (rank: ReturnType<typeof plainBm25>, threshold: number) =>
  (query: string): SearchAnswer => {
    const results = rank(query).slice(0, 10);
    return { answered: (results[0]?.score ?? 0) >= threshold, results };
  };

/** The threshold with the most right decisions, answering and refusing weighed alike. */
export function bestThreshold(rank: ReturnType<typeof plainBm25>, questions: readonly Question[]): number {
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
