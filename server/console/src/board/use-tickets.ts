import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { KEYS } from '../live/affected-keys.ts';
import type { Status, Ticket } from '../shapes.ts';

const PAGE = 200;
/** A desk with more open tickets than this is looked through by search. */
const MAX_PAGES = 5;

interface Wanted {
  statuses: readonly Status[];
  q: string;
  pages: number;
  pageSize: number;
}

interface Read {
  tickets: Ticket[];
  /** There are older ones that were not read. */
  cut: boolean;
}

async function readAll({ statuses, q, pages, pageSize }: Wanted, signal: AbortSignal): Promise<Read> {
  const tickets: Ticket[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < pages; page += 1) {
    const params = { status: statuses.join(','), q, limit: pageSize, cursor };
    const { items, nextCursor } = await api.tickets(params, signal);
    tickets.push(...items);
    cursor = nextCursor;
    if (cursor === null) break;
  }
  return { tickets, cut: cursor !== null };
}

function useRead(wanted: Wanted, enabled: boolean, everyMs: number): UseQueryResult<Read> {
  return useQuery({
    queryKey: [...KEYS.tickets, wanted.statuses.join(','), wanted.q],
    enabled,
    refetchInterval: everyMs,
    // The board keeps what it shows while an answer to a new search is on its way.
    placeholderData: (before) => before,
    queryFn: ({ signal }) => readAll(wanted, signal),
  });
}

export interface Board {
  tickets: Ticket[];
  /** How many finished ones are shown, where there are more. */
  cutAt: number | null;
  loading: boolean;
  error: unknown;
  refresh: () => void;
}

const OPEN: readonly Status[] = ['new', 'assigned', 'accepted', 'on_hold', 'resolved'];
const FINISHED: readonly Status[] = ['closed', 'cancelled'];
const FINISHED_SHOWN = 100;

/**
 * The tickets that fit the search: all open ones, and the newest finished ones where they are wanted. The two are asked
 * for apart: an old ticket that is still open must not fall behind newer ones that are closed.
 */
export function useTickets(withFinished: boolean, q: string, everyMs: number): Board {
  const open = useRead({ statuses: OPEN, q, pages: MAX_PAGES, pageSize: PAGE }, true, everyMs);
  const finished = useRead(
    { statuses: FINISHED, q, pages: 1, pageSize: FINISHED_SHOWN },
    withFinished,
    everyMs,
  );
  const finishedRead = withFinished ? finished.data : undefined;
  return {
    tickets: [...(open.data?.tickets ?? []), ...(finishedRead?.tickets ?? [])],
    cutAt: finishedRead?.cut ? finishedRead.tickets.length : null,
    loading: open.isPending || (withFinished && finished.isPending),
    error: open.error ?? (withFinished ? finished.error : null),
    refresh: () => {
      void open.refetch();
      if (withFinished) void finished.refetch();
    },
  };
}
