/** Names under which the dispatch page keeps what it has read; a change of any ticket makes the first three stale. */
export const DISPATCH_KEYS = {
  escalations: ['tickets', 'escalations'],
  incidents: ['tickets', 'incidents'],
  vendors: ['tickets', 'vendors'],
  roster: ['roster'],
  rosterBetween: (from: string, to: string) => ['roster', from, to],
} as const;
