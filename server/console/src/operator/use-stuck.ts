import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { KEYS } from '../live/affected-keys.ts';
import type { ChannelStatus, DeadLetter, ParkedUpdate } from '../shapes.ts';

/** Nobody is told live about these; once a minute is soon enough. */
const EVERY_MS = 60_000;
/** A code to scan is another one after a minute or two. */
const CODE_MS = 5_000;

export interface Stuck {
  deadLetters: DeadLetter[];
  parked: ParkedUpdate[];
  /** Channels that do not work now. */
  channels: ChannelStatus[];
  count: number;
}

/** A channel that is only beginning, or was told to stop, has no fault. */
function isTroubled({ state }: ChannelStatus): boolean {
  return state === 'reconnecting' || state === 'needs_person' || state === 'failed';
}

/** Messages that could be neither delivered nor handled, and channels that do not work, for a role that may see them. */
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
  const lines = useQuery({
    ...shared,
    queryKey: [...KEYS.operator, 'channels'],
    queryFn: ({ signal }) => api.channels(signal),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ scan }) => scan !== undefined) ? CODE_MS : EVERY_MS,
  });
  const channels = (lines.data?.items ?? []).filter(isTroubled);
  const deadLetters = dead.data?.items ?? [];
  const parkedItems = parked.data?.items ?? [];
  const count = deadLetters.length + parkedItems.length + channels.length;
  return { deadLetters, parked: parkedItems, channels, count };
}
