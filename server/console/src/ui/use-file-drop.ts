import { useEffect, useRef, useState } from 'react';

/** Files dropped anywhere on the pane that a composer stands in; `over` while some are held above it. */
export function useFileDrop(onDrop: ((files: Iterable<File>) => void) | undefined) {
  const ref = useRef<HTMLFormElement>(null);
  const [over, setOver] = useState(false);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(() => {
    const pane = ref.current?.parentElement;
    if (!pane) return;
    const listening = new AbortController();
    const { signal } = listening;
    const brings = (event: DragEvent) =>
      drop.current !== undefined && event.dataTransfer?.types.includes('Files') === true;
    pane.addEventListener(
      'dragover',
      (event) => {
        if (!brings(event)) return;
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    pane.addEventListener(
      'dragleave',
      (event) => {
        if (!pane.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      { signal },
    );
    pane.addEventListener(
      'drop',
      (event) => {
        setOver(false);
        if (!brings(event)) return;
        event.preventDefault();
        drop.current?.(event.dataTransfer?.files ?? []);
      },
      { signal },
    );
    return () => listening.abort();
  }, []);
  return { ref, over };
}
