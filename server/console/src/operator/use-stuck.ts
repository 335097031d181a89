import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { KEYS } from '../live/affected-keys.ts';
import type { DeadLetter, ParkedUpdate } from '../shapes.ts';

/** Nobody is told live about these; once a minute is soon enough. */
const EVERY_MS = 60_000;

export interface Stuck {
  deadLetters: DeadLetter[];
  parked: ParkedUpdate[];
  count: number;
}

/** Messages that could be neither delivered nor handled, for a role that may see them. */
export function useStuck(enabled: boolean): Stuck {
  const shared = { enabled, refetchInterval: EVERY_MS, retry: false } as const;
  const dead = useQuery({
    ...shared,
    queryKey: [...KEYS.operator, 'dead-letters'],
    queryFn: ({ signal }) => api.deadLetters(signal),
  });
  const parked = useQuery({
    ...shared,
    queryKey: [...KEYS.operator, 'parked'],
    queryFn: ({ signal }) => api.parked(signal),
  });
  const deadLetters = dead.data?.items ?? [];
  const parkedItems = parked.data?.items ?? [];
  return { deadLetters, parked: parkedItems, count: deadLetters.length + parkedItems.length };
}
