/** Which entries mislead, and which have gone stale. Pure. */
import type { Entry } from '../../knowledge/entry.ts';
import type { EntryUse } from '../store/questions.ts';

/** Tried less often, chance says more than the entry. */
const TRIED_AT_LEAST = 5;
const HELPS_AT_LEAST = 0.4;
const STALE_AFTER_DAYS = 365;

export interface EntryHealth {
  misleading: (EntryUse & { title: string })[];
  stale: { article: string; title: string; updated: string; days: number }[];
}

/** `today` is a date, `YYYY-MM-DD`. The worst first. */
export function entryHealth(entries: readonly Entry[], use: readonly EntryUse[], today: string): EntryHealth {
  const titles = new Map(entries.map(({ id, title }) => [id, title]));
  const share = ({ solved, unsolved }: EntryUse) => solved / (solved + unsolved);
  const misleading = use
    .filter((one) => one.solved + one.unsolved >= TRIED_AT_LEAST && share(one) < HELPS_AT_LEAST)
    .flatMap((one) => {
      const title = titles.get(one.article);
      return title === undefined ? [] : [{ ...one, title }];
    })
    .sort((a, b) => b.unsolved - b.solved - (a.unsolved - a.solved));
  const stale = entries
    .map(({ id, title, updated }) => ({ article: id, title, updated, days: daysBetween(updated, today) }))
    .filter(({ days }) => days > STALE_AFTER_DAYS)
    .sort((a, b) => b.days - a.days);
  return { misleading, stale };
}

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
