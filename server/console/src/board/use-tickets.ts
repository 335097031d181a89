import { useQueries } from '@tanstack/react-query';
import { api } from '../api.ts';
import { KEYS } from '../live/affected-keys.ts';
import type { Status, Ticket } from '../shapes.ts';

/** Tickets read for each status; a desk with more open ones in one status has other worries. */
const LIMIT_OPEN = 200;
const LIMIT_FINISHED = 50;

export interface Board {
  tickets: Ticket[];
  /** Statuses of which only the newest were read, with how many that is. */
  cut: Map<Status, number>;
  loading: boolean;
  error: unknown;
  refresh: () => void;
}

/**
 * The tickets of the wanted statuses that fit the search. Each status is asked for by itself: an old ticket that is
 * still open must not fall behind newer ones that are closed.
 */
export function useTickets(wanted: readonly Status[], q: string, everyMs: number): Board {
  return useQueries({
    queries: wanted.map((status) => ({
      queryKey: [...KEYS.tickets, status, q],
      refetchInterval: everyMs,
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.tickets(
          { status, q, limit: status === 'closed' || status === 'cancelled' ? LIMIT_FINISHED : LIMIT_OPEN },
          signal,
        ),
    })),
    combine: (results) => ({
      tickets: results.flatMap((result) => result.data?.items ?? []),
      cut: new Map(
        results.flatMap((result, index) => {
          const status = wanted[index];
          return status && result.data?.nextCursor ? [[status, result.data.items.length] as const] : [];
        }),
      ),
      loading: results.some((result) => result.isPending),
      error: results.find((result) => result.isError)?.error ?? null,
      refresh: () => {
        for (const result of results) void result.refetch();
      },
    }),
  });
}
