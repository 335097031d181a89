/** A worker that does what there is, then sleeps until it is woken or a while has passed. */

export interface Loop {
  wake(): void;
  /** Ends after the round under way. */
  stop(): Promise<void>;
}

/**
 * `round` gives true where there may be more to do at once. A failing round is handed to `onError` and tried again after
 * `idleMs`, so that a database that is away does not spin the processor.
 */
export function startLoop(options: {
  round: () => Promise<boolean>;
  idleMs: number;
  onError: (error: unknown) => void;
}): Loop {
  let stopped = false;
  let woken = false;
  let rouse: (() => void) | null = null;

  const sleep = () =>
    new Promise<void>((resolve) => {
      if (woken || stopped) return resolve();
      const timer = setTimeout(resolve, options.idleMs);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async () => {
    while (!stopped) {
      woken = false;
      const more = await options.round().catch((error: unknown) => {
        options.onError(error);
        return false;
      });
      if (more || stopped) continue;
      await sleep();
      rouse = null;
    }
  };

  const done = run();
  const wake = () => {
    woken = true;
    rouse?.();
  };
  return {
    wake,
    async stop() {
      stopped = true;
      wake();
      await done;
    },
  };
}
