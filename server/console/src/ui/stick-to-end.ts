import type { RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Nearer to the end than this counts as reading the end; pixels. */
const NEAR_END_PX = 80;

export interface StickToEnd {
  ref: RefObject<HTMLDivElement | null>;
  /** Something came while the reader was further up. */
  newer: boolean;
  onScroll: () => void;
  toEnd: () => void;
}

/** Keeps a list at its end while lines are added (`mark` changes), but not under somebody who reads further up. */
export function useStickToEnd(mark: string): StickToEnd {
  const ref = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [newer, setNewer] = useState(false);

  const toEnd = () => {
    const box = ref.current;
    if (box) box.scrollTop = box.scrollHeight;
    atEnd.current = true;
    setNewer(false);
  };
  const onScroll = () => {
    const box = ref.current;
    if (!box) return;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
    if (atEnd.current) setNewer(false);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark is what says that something was added
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else setNewer(true);
  }, [mark]);

  // A pane that was hidden, or a form that opened inside a card, changes heights without a new line.
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const keepAtEnd = () => {
      if (atEnd.current) box.scrollTop = box.scrollHeight;
    };
    const watcher = new ResizeObserver(keepAtEnd);
    watcher.observe(box);
    if (box.firstElementChild) watcher.observe(box.firstElementChild);
    return () => watcher.disconnect();
  }, []);

  return { ref, newer, onScroll, toEnd };
}
