/**
 * The long poll. A batch is confirmed by the next poll's offset, so only what was taken in is confirmed: a process that
 * dies gets the rest again. It never ends for what Telegram answers; it waits longer each time, up to half a minute.
 */
import type { ReceivingTurn } from '../../bot/channel.ts';
import type { Failure } from './failure.ts';

/** How a call that failed is waited out, and who hears of it. */
export interface Waiting {
  failureOf(error: unknown): Failure;
  onState(state: 'ready' | 'reconnecting' | 'failed', detail?: string): void;
  /** Ends early with the signal. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** 0 to 1, spreads the waits. */
  jitter(): number;
}

export interface PollParts extends Waiting {
  /** Before the first poll, and again where somebody else was receiving: who the bot is, and no webhook. */
  prepare(signal: AbortSignal): Promise<void>;
  /** Updates from `offset` on, as Telegram sent them; where there are none it waits for some, if `hold`. */
  getUpdates(offset: number, hold: boolean, signal: AbortSignal): Promise<readonly { update_id: number }[]>;
  /** Who may poll; absent: nobody else does. */
  turn?: ReceivingTurn | undefined;
  /** Records one update. Throws where it could not be: then it is asked for again. */
  take(update: { update_id: number }): Promise<void>;
}

/** The one that polls may have died. */
const LOOKS_EVERY_MS = 5_000;
const ELSEWHERE = 'another replica receives';
const LONGEST_WAIT_MS = 30_000;
/** A server that has nothing and answers sooner holds no poll open: it is not to be asked without a pause. */
const NOT_HELD_MS = 200;
/** With a token that is no bot's nothing will change soon. */
const TOKEN_WAIT_MS = 60_000;

/** Polls until the signal; never rejects. */
export async function poll(parts: PollParts, signal: AbortSignal): Promise<void> {
  let offset = 0;
  let failures = 0;
  let prepared = false;
  // The first poll, and the first after a failure, only look: whether they work is known at once.
  let works = false;
  while (!signal.aborted) {
    if (parts.turn && !(await parts.turn.renew())) {
      prepared = works = false;
      parts.onState('ready', ELSEWHERE);
      await parts.sleep(LOOKS_EVERY_MS, signal);
      continue;
    }
    try {
      if (!prepared) await parts.prepare(signal);
      prepared = true;
      const asked = performance.now();
      const batch = await parts.getUpdates(offset, works, signal);
      parts.onState('ready');
      failures = 0;
      for (const update of inOrder(batch)) {
        await parts.take(update);
        offset = Math.max(offset, update.update_id + 1);
      }
      const held = performance.now() - asked;
      if (works && batch.length === 0 && held < NOT_HELD_MS) await parts.sleep(NOT_HELD_MS, signal);
      works = true;
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      works = false;
      const failure = parts.failureOf(error);
      prepared &&= failure.kind !== 'conflict' && failure.kind !== 'token';
      await waitOut(parts, failure, failures, signal);
    }
  }
}

/** Does something until it succeeds or the signal comes; never rejects. */
export async function retryUntil(
  waiting: Waiting,
  task: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    try {
      await task(signal);
      return waiting.onState('ready');
    } catch (error) {
      if (signal.aborted) return;
      await waitOut(waiting, waiting.failureOf(error), failures, signal);
    }
  }
}

async function waitOut(
  { onState, sleep, jitter }: Waiting,
  failure: Failure,
  failures: number,
  signal: AbortSignal,
): Promise<void> {
  onState(failure.kind === 'token' ? 'failed' : 'reconnecting', failure.text);
  await sleep(waitMs(failure, failures, jitter()), signal);
}

/** Updates are numbered in the order in which they happened. */
function inOrder<T extends { update_id: number }>(batch: readonly T[]): T[] {
  return batch.toSorted((a, b) => a.update_id - b.update_id);
}

/** 1 s doubling to 30 s, each up to half longer by chance: two desks that poll with one token don't meet each time. */
function waitMs({ kind, afterMs }: Failure, failures: number, jitter: number): number {
  if (kind === 'token') return TOKEN_WAIT_MS;
  const base = Math.min(1000 * 2 ** (failures - 1), LONGEST_WAIT_MS);
  return Math.round(Math.max(afterMs ?? 0, base) * (1 + jitter / 2));
}
