import { useSyncExternalStore } from 'react';

/** `#/tickets/T20261120-0001`: a link to a ticket can be sent, and «back» closes it. */
const ADDRESS = /^#\/tickets\/([\w-]+)$/;

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  addEventListener('popstate', changed);
  return () => {
    removeEventListener('hashchange', changed);
    removeEventListener('popstate', changed);
  };
}

const numberInAddress = (): string | null => ADDRESS.exec(location.hash)?.[1] ?? null;

/** The number of the ticket that the page's address names, or null. */
export const useOpenTicket = (): string | null => useSyncExternalStore(subscribe, numberInAddress);

export function openTicket(number: string): void {
  location.hash = `/tickets/${encodeURIComponent(number)}`;
}

export function closeTicket(): void {
  history.pushState(null, '', location.pathname + location.search);
  // A pushed address announces itself to nobody.
  dispatchEvent(new PopStateEvent('popstate'));
}
