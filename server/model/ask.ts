/** One question to an endpoint: within a time that is never passed, the one retry included. */
import type { Clock } from './clock.ts';
import type { Completion, Endpoint, Prompt } from './endpoint.ts';
import { ModelError } from './model-error.ts';

export interface AskOptions {
  endpoint: Endpoint;
  clock: Clock;
  /** For everything together. */
  timeoutMs: number;
}

/** Before a second try at an endpoint that names no wait itself. */
const BREATH_MS = 100;

/** Rejects with ModelError. `closing` ends it at once. */
export async function ask(options: AskOptions, prompt: Prompt, closing: AbortSignal): Promise<Completion> {
  const { clock, timeoutMs } = options;
  const controller = new AbortController();
  const close = () => controller.abort(new ModelError('closed'));
  const callOff = clock.after(timeoutMs, () => controller.abort(new ModelError('timeout')));
  closing.addEventListener('abort', close);
  if (closing.aborted) close();
  try {
    return await orAborted(withOneRetry(options, prompt, controller.signal), controller.signal);
  } finally {
    callOff();
    closing.removeEventListener('abort', close);
  }
}

async function withOneRetry(
  { endpoint, clock, timeoutMs }: AskOptions,
  prompt: Prompt,
  signal: AbortSignal,
): Promise<Completion> {
  const endsAt = clock.now() + timeoutMs;
  try {
    return await endpoint.complete(prompt, signal);
  } catch (error) {
    const waitMs = error instanceof ModelError ? waitBeforeRetry(error) : null;
    if (waitMs === null || signal.aborted || clock.now() + waitMs >= endsAt) throw error;
    await pause(clock, waitMs, signal);
    return endpoint.complete(prompt, signal);
  }
}

/** Null where a second try makes no sense: it would be refused as well, or nobody said when to come back. */
function waitBeforeRetry({ code, retryAfterMs }: ModelError): number | null {
  if (code === 'network' || code === 'unavailable') return BREATH_MS;
  return code === 'rate_limited' ? retryAfterMs : null;
}

function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const callOff = clock.after(ms, () => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
    const stop = () => {
      callOff();
      reject(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** The task, or the reason of the abort, whichever is first: an endpoint that ignores an abort holds nobody up. */
export function orAborted<T>(task: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    task.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
