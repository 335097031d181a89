/** What people wait for goes before what is worked in the background: taking a message in before working another. */
import { goInFront } from '../store/driver/in-front.ts';

export interface Precedence {
  /** Runs what goes first. */
  first<T>(task: () => Promise<T>): Promise<T>;
  /** Resolves when nothing that goes first is under way, after a while in any case. */
  after(): Promise<void>;
}

/** So long the background stands back at most: it goes on, slowly, however much comes in. */
const STANDS_BACK_MS = 50;

export function createPrecedence(): Precedence {
  let running = 0;
  const waiting = new Set<() => void>();
  const idle = () => {
    for (const go of waiting) go();
    waiting.clear();
  };
  return {
    async first(task) {
      running += 1;
      try {
        return await goInFront(task);
      } finally {
        running -= 1;
        if (running === 0) idle();
      }
    },
    async after() {
      // An embedded database answers without a turn of the event loop: requests that wait on the network get theirs here.
      await new Promise(setImmediate);
      if (running === 0) return;
      await new Promise<void>((resolve) => {
        const go = () => {
          clearTimeout(timer);
          waiting.delete(go);
          resolve();
        };
        const timer = setTimeout(go, STANDS_BACK_MS);
        waiting.add(go);
      });
    },
  };
}
