/**
 * How far a message of several parts came on a platform that recognises no repeats: what is known to have arrived is not
 * sent again. Held in memory by an adapter; a process that ends in between sends the message from its beginning.
 */

export interface Progress {
  /** Parts that arrived. */
  sent: number;
  /** The platform's id of the part that the message is known by. */
  platformId?: string;
  /** The answer to a file was lost: it may be there. It is not sent a second time, but named in words, with its link. */
  fileInDoubt: boolean;
}

export interface ProgressBook {
  of(message: string): Progress;
  note(message: string, change: Partial<Progress>): void;
  forget(message: string): void;
}

/** Of so many unfinished messages; the oldest are forgotten. */
const MOST_REMEMBERED = 1_000;
const BEGINNING: Progress = { sent: 0, fileInDoubt: false };

export function createProgressBook(most = MOST_REMEMBERED): ProgressBook {
  const kept = new Map<string, Progress>();
  const of = (message: string) => kept.get(message) ?? BEGINNING;
  return {
    of,
    note(message, change) {
      const next = { ...of(message), ...change };
      const [oldest] = kept.keys();
      if (!kept.has(message) && kept.size >= most && oldest !== undefined) kept.delete(oldest);
      kept.set(message, next);
    },
    forget: (message) => void kept.delete(message),
  };
}
