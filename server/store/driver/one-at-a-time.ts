/** Who may use the one connection to an embedded database: one after the other, those in front before the others. */

export interface Line {
  /** Resolves when it is theirs; what it gives lets the next one have it. */
  enter(inFront: boolean): Promise<() => void>;
}

/** So many go before one that waits: it gets its turn, however many come in. */
const MOST_BEFORE = 16;

export function createLine(): Line {
  const front: (() => void)[] = [];
  const others: (() => void)[] = [];
  let taken = false;
  let before = 0;

  const next = (): (() => void) | undefined => {
    const isTurnOfOthers = front.length === 0 || (others.length > 0 && before >= MOST_BEFORE);
    before = isTurnOfOthers ? 0 : before + 1;
    return isTurnOfOthers ? others.shift() : front.shift();
  };
  const leave = () => {
    const go = next();
    if (go) go();
    else taken = false;
  };
  return {
    enter(inFront) {
      if (!taken) {
        taken = true;
        return Promise.resolve(leave);
      }
      return new Promise((resolve) => {
        (inFront ? front : others).push(() => resolve(leave));
      });
    },
  };
}
