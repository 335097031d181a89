/** The knowledge base as a turn uses it: in memory, found in well under a millisecond or two. */
import type { ArticleHit, VideoPlace } from '../../bot/desk.ts';
import { type KnowledgeIndex, mayRead } from '../../knowledge/create-index.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { type Likeness, shortAnswer } from '../../knowledge/short-answer.ts';

const STEPS_ON_A_CARD = 6;
const SHOWN = 3;
/** Alternatives are shown only where they come close to the best. */
const CLOSE = 0.5;
/** What begins this soon is watched from the beginning. */
const FIRST_WORDS_S = 10;

export interface Articles {
  /** `units`: of whoever asks. */
  search(query: string, units: readonly string[]): { answered: boolean; hits: ArticleHit[] };
  full(id: string, units: readonly string[]): (ArticleHit & { full: string }) | null;
  title(id: string): string | undefined;
  /** The id of the lecture with this number; of several the one published last. */
  lecture(episode: number): string | undefined;
}

/** `meaningOf`: how alike a question and the entries are by a model, where one told. */
export function createArticles(
  index: KnowledgeIndex,
  meaningOf: (query: string) => ReadonlyMap<string, number> | undefined = () => undefined,
): Articles {
  return {
    search(query, units) {
      const answer = index.search(query, { top: SHOWN, units, meaning: meaningOf(query) });
      const best = answer.results[0]?.score ?? 0;
      const close = answer.results.filter((result, at) => at === 0 || result.score >= best * CLOSE);
      const likeness = index.likeness(query);
      return {
        answered: answer.answered,
        hits: close.flatMap(({ id }) => {
          const entry = index.get(id);
          return entry ? [hitOf(entry, index.moment(id, query), likeness)] : [];
        }),
      };
    },
    full(id, units) {
      const entry = index.get(id);
      if (!entry || !mayRead(entry, units)) return null;
      return { ...hitOf(entry), full: shortAnswer(entry, Number.POSITIVE_INFINITY) };
    },
    title: (id) => index.get(id)?.title,
    lecture(episode) {
      const lectures = index
        .entries()
        .filter(({ kind, video }) => kind === 'microlecture' && video?.episode === episode);
      const published = ({ video }: Entry) => video?.published ?? '';
      return lectures.sort((a, b) => published(b).localeCompare(published(a)))[0]?.id;
    },
  };
}

function hitOf(entry: Entry, momentMs?: number, likeness?: Likeness): ArticleHit {
  return {
    id: entry.id,
    title: entry.title,
    kind: entry.kind,
    answer: shortAnswer(entry, STEPS_ON_A_CARD, likeness),
    updated: entry.updated,
    ...(entry.owner ? { owner: entry.owner } : {}),
    ...(entry.video ? { video: videoPlace(entry.video, momentMs) } : {}),
  };
}

function videoPlace({ url, episode }: NonNullable<Entry['video']>, momentMs = 0): VideoPlace {
  const from = Math.floor(momentMs / 1000);
  const seconds = from < FIRST_WORDS_S ? 0 : from;
  return { ...(episode === undefined ? {} : { episode }), seconds, url: startingAt(url, seconds) };
}

/** A file takes a media fragment (https://www.w3.org/TR/media-frags/), a page its `t`. */
function startingAt(address: string, seconds: number): string {
  if (seconds === 0) return address;
  const url = new URL(address);
  if (/\.(mp4|m4v|webm|ogv|ogg|mov|m3u8|mp3|m4a)$/i.test(url.pathname)) url.hash = `t=${seconds}`;
  else url.searchParams.set('t', String(seconds));
  return url.href;
}
