/** The knowledge base as a turn uses it: in memory, found in well under a millisecond or two. */
import type { ArticleHit } from '../../bot/desk.ts';
import type { KnowledgeIndex } from '../../knowledge/create-index.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { shortAnswer } from '../../knowledge/short-answer.ts';

const STEPS_ON_A_CARD = 6;
const SHOWN = 3;
/** Alternatives are shown only where they come close to the best. */
const CLOSE = 0.75;

export interface Articles {
  search(query: string, department: string | undefined): { answered: boolean; hits: ArticleHit[] };
  full(id: string): (ArticleHit & { full: string }) | null;
  title(id: string): string | undefined;
}

/** `plainText` turns an entry's whole body into text without markup. */
export function createArticles(index: KnowledgeIndex, entries: readonly Entry[]): Articles {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const hits = (ids: readonly string[]) =>
    ids.flatMap((id) => (byId.has(id) ? [hitOf(byId.get(id) as Entry)] : []));
  return {
    search(query, department) {
      const answer = index.search(query, { top: SHOWN, ...(department ? { unit: department } : {}) });
      const best = answer.results[0]?.score ?? 0;
      const close = answer.results.filter((result, at) => at === 0 || result.score >= best * CLOSE);
      return { answered: answer.answered, hits: hits(close.map((result) => result.id)) };
    },
    full(id) {
      const entry = byId.get(id);
      return entry ? { ...hitOf(entry), full: shortAnswer(entry, Number.POSITIVE_INFINITY) } : null;
    },
    title: (id) => byId.get(id)?.title,
  };
}

function hitOf(entry: Entry): ArticleHit {
  return {
    id: entry.id,
    title: entry.title,
    kind: entry.kind,
    answer: shortAnswer(entry, STEPS_ON_A_CARD),
    updated: entry.updated,
    ...(entry.owner ? { owner: entry.owner } : {}),
    ...(entry.video ? { videoUrl: entry.video.url } : {}),
  };
}
