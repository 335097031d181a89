/** Time as the parts around a model see it: handed in, so that a test holds it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs a task later; gives the way to call it off. */
  after(ms: number, task: () => void): () => void;
}

export function systemClock(now: () => number): Clock {
  return {
    now,
    after(ms, task) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
  };
}
