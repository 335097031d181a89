import { useSyncExternalStore } from 'react';

/** Narrower than this, one pane at a time. */
const WIDE = '(min-width: 1180px)';

function subscribe(changed: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Whether all panes fit side by side. */
export const useWideScreen = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches);
