/** Runs tasks of one key one after the other, tasks of different keys side by side. */
export interface Serial {
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  /** How many tasks wait or run now. */
  size(): number;
}

export function createSerial(): Serial {
  const tails = new Map<string, Promise<unknown>>();
  let running = 0;
  return {
    async run(key, task) {
      running += 1;
      const before = tails.get(key) ?? Promise.resolve();
      const mine = before.then(task, task);
      const tail = mine.catch(() => undefined);
      tails.set(key, tail);
      try {
        return await mine;
      } finally {
        running -= 1;
        if (tails.get(key) === tail) tails.delete(key);
      }
    },
    size: () => running,
  };
}
