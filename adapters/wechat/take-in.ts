/**
 * WeChat brings nothing twice: what could not be recorded is kept here, in order, and tried again until it is, for as long
 * as the process lives.
 */
import type { Incoming, Intake } from '../../bot/channel.ts';

export interface TakeInParts {
  intake: Intake;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  onTrouble(waiting: number): void;
  /** More than `MOST_WAITING` waited: this one is lost. */
  onLost(messageId: string): void;
}

export interface TakingIn {
  take(incoming: Incoming): void;
  /** Once nothing waits, or after `signal`. */
  settled(): Promise<void>;
}

const MOST_WAITING = 5_000;
const LONGEST_WAIT_MS = 30_000;

export function takingIn(parts: TakeInParts, signal: AbortSignal): TakingIn {
  const waiting: Incoming[] = [];
  let working: Promise<void> = Promise.resolve();

  const work = async () => {
    for (let failures = 0; waiting[0] && !signal.aborted; ) {
      try {
        await parts.intake(waiting[0]);
        waiting.shift();
        failures = 0;
      } catch {
        failures += 1;
        parts.onTrouble(waiting.length);
        await parts.sleep(Math.min(1000 * 2 ** (failures - 1), LONGEST_WAIT_MS), signal);
      }
    }
  };

  return {
    take(incoming) {
      if (waiting.length >= MOST_WAITING) return parts.onLost(incoming.messageId ?? '');
      waiting.push(incoming);
      if (waiting.length === 1) working = work();
    },
    settled: () => working,
  };
}
