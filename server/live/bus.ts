/** Tells open pages and sleeping workers, after a commit, that something changed. Losing a word costs a second, no more. */

export type LiveEvent =
  | { type: 'chat'; user: string }
  | { type: 'group'; group: string }
  | { type: 'ticket'; number?: string }
  | { type: 'meeting'; number?: string }
  /** Somebody joined, left or changed: the directory is to be read anew. */
  | { type: 'people' }
  /** Entries of the knowledge base were published, changed or retired. */
  | { type: 'knowledge' }
  /** Who is on duty, or away, was changed. */
  | { type: 'roster' }
  /** There is work in the inbox or the outbox. */
  | { type: 'work' };

export interface Bus {
  publish(event: LiveEvent): void;
  /** Gives the way to stop listening. */
  subscribe(listener: (event: LiveEvent) => void): () => void;
}

export function createBus(): Bus {
  const listeners = new Set<(event: LiveEvent) => void>();
  return {
    publish(event) {
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
