import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { affectedKeys, parseEvent } from './affected-keys.ts';

/** `live`: changes come by themselves. `polling`: they do not, and the page asks every few seconds. */
export type Liveness = 'connecting' | 'live' | 'polling';

const POLL_MS = 5_000;
/** Even a live page asks now and then: a stream that hangs looks like one on which nothing happens. */
const SAFETY_MS = 60_000;
/** A burst of changes is read once. */
const GATHER_MS = 200;
const REOPEN_MS = 15_000;

/** How often the page's data are read again, milliseconds. */
export const refreshEvery = (liveness: Liveness): number => (liveness === 'live' ? SAFETY_MS : POLL_MS);

/** Collects what went stale for a moment, then has it read again. */
function gatherer(client: QueryClient) {
  const stale = new Map<string, readonly string[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    for (const queryKey of stale.values()) void client.invalidateQueries({ queryKey });
    stale.clear();
  };
  return {
    add(keys: readonly (readonly string[])[]) {
      for (const key of keys) stale.set(key.join('\n'), key);
      timer ??= setTimeout(flush, GATHER_MS);
    },
    stop: () => clearTimeout(timer),
  };
}

/** Listens to the desk's events while the page is open, and says whether that works. */
export function useLiveEvents(enabled: boolean): Liveness {
  const client = useQueryClient();
  const [liveness, setLiveness] = useState<Liveness>('connecting');
  useEffect(() => {
    if (!enabled) return;
    const gather = gatherer(client);
    let source: EventSource;
    let reopening: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource('/api/events');
      source.onopen = () => {
        setLiveness('live');
        // What happened while nobody listened is not sent again.
        void client.invalidateQueries();
      };
      source.onmessage = ({ data }) => {
        const event = parseEvent(String(data));
        if (event) gather.add(affectedKeys(event));
      };
      source.onerror = () => {
        setLiveness('polling');
        // The browser goes on trying after a broken connection, and gives up after a refused one.
        if (source.readyState === EventSource.CLOSED) reopening = setTimeout(open, REOPEN_MS);
      };
    };
    open();
    return () => {
      clearTimeout(reopening);
      gather.stop();
      source.close();
    };
  }, [client, enabled]);
  return liveness;
}
