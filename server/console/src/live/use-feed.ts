import type { QueryKey, UseQueryResult } from '@tanstack/react-query';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Feed } from '../feed.ts';
import { appendPage } from '../feed.ts';
import type { FeedPage } from '../shapes.ts';

/** A page this long may have more behind it. */
const FULL_PAGE = 100;
const MAX_PAGES = 10;

interface FeedSource<T> {
  queryKey: QueryKey;
  enabled: boolean;
  everyMs: number;
  read: (after: string | null, signal: AbortSignal) => Promise<FeedPage<T>>;
}

/** A feed that is read on from where it was left: each refresh asks only for what is new. */
export function useFeed<T extends { id: string; at: string; cardKey?: string }>(
  source: FeedSource<T>,
): UseQueryResult<Feed<T>> {
  const client = useQueryClient();
  return useQuery({
    queryKey: source.queryKey,
    enabled: source.enabled,
    refetchInterval: source.everyMs,
    queryFn: async ({ signal }) => {
      let feed = client.getQueryData<Feed<T>>(source.queryKey);
      for (let round = 0; round < MAX_PAGES; round += 1) {
        const page = await source.read(feed?.next ?? null, signal);
        const first = feed === undefined;
        feed = appendPage(feed, page);
        if (first || page.items.length < FULL_PAGE) break;
      }
      return feed ?? { items: [], next: null };
    },
  });
}
