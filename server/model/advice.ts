/** The model's answer to one prompt: from the cache, from a call under way, or by a call, as breaker and budget allow. */
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { type Answer, readAnswer } from './answer.ts';
import { type AskOptions, ask } from './ask.ts';
import type { Breaker } from './breaker.ts';
import type { Budget } from './budget.ts';
import type { AnswerCache } from './cache.ts';
import type { Completion, Prompt } from './endpoint.ts';
import type { ModelMetrics } from './metrics.ts';
import { ModelError } from './model-error.ts';

export interface AdviceParts extends AskOptions {
  breaker: Breaker;
  budget: Budget;
  cache: AnswerCache;
  metrics: ModelMetrics;
  log: Logger;
  closing: AbortSignal;
}

export interface Advice<T = Answer> {
  /** Null where there is none to be had. Never rejects. `key` stands for everything the answer depends on. */
  get(key: string, prompt: Prompt): Promise<T | null>;
}

/** The record in what a model wrote, or null where there is none; what it gives is read again from the cache as JSON. */
export type ReadAnswer<T> = (content: string) => T | null;

/** A key that tells nothing of its parts. */
export function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** About the meaning of a message. */
export function createAdvice(parts: AdviceParts): Advice {
  return createAdviceOf(parts, readAnswer);
}

export function createAdviceOf<T>(parts: AdviceParts, read: ReadAnswer<T>): Advice<T> {
  const { cache, metrics, log } = parts;
  const underWay = new Map<string, Promise<T | null>>();

  async function find(key: string, prompt: Prompt): Promise<T | null> {
    const kept = await cache.get(key);
    const known = kept === null ? null : read(kept);
    metrics.cached(known === null ? 'miss' : 'hit');
    return known ?? callFor(parts, read, { key, prompt });
  }

  return {
    async get(key, prompt) {
      const shared = underWay.get(key);
      if (shared) metrics.cached('shared');
      const mine = shared ?? find(key, prompt);
      underWay.set(key, mine);
      try {
        return await mine;
      } catch (error) {
        log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'model.advice_failed');
        return null;
      } finally {
        if (underWay.get(key) === mine) underWay.delete(key);
      }
    },
  };
}

async function callFor<T>(
  parts: AdviceParts,
  read: ReadAnswer<T>,
  { key, prompt }: { key: string; prompt: Prompt },
): Promise<T | null> {
  const { breaker, budget, cache, clock, metrics } = parts;
  if (!(await budget.isLeft(clock.now()))) {
    metrics.skipped('budget');
    return null;
  }
  if (!breaker.enter(clock.now())) {
    metrics.skipped('breaker');
    return null;
  }
  const completion = await call(parts, prompt, (content) => read(content) !== null);
  if (completion === null) return null;
  const answer = read(completion.content);
  if (answer !== null) await cache.set(key, JSON.stringify(answer));
  return answer;
}

/** Makes the call, and reports to breaker, budget, metrics and log what came of it. */
async function call(
  parts: AdviceParts,
  prompt: Prompt,
  isUsable: (content: string) => boolean,
): Promise<Completion | null> {
  const { breaker, clock, metrics, log } = parts;
  const begunAt = clock.now();
  const seconds = () => (clock.now() - begunAt) / 1000;
  try {
    const completion = await ask(parts, prompt, parts.closing);
    const usable = isUsable(completion.content);
    if (usable) breaker.succeeded();
    else breaker.failed(clock.now());
    metrics.called(usable ? 'ok' : 'unusable', seconds());
    if (!usable) log.warn('model.answer_unusable');
    await spend(parts, completion.tokens ?? estimate(prompt, completion.content));
    return completion;
  } catch (error) {
    if (!(error instanceof ModelError)) {
      breaker.abandoned();
      throw error;
    }
    metrics.called(error.code, seconds());
    await settle(parts, error, prompt);
    return null;
  }
}

async function settle(parts: AdviceParts, error: ModelError, prompt: Prompt): Promise<void> {
  const { breaker, clock, log } = parts;
  const { code, status, retryAfterMs } = error;
  if (code === 'closed') {
    breaker.abandoned();
    return;
  }
  const now = clock.now();
  breaker.failed(now, retryAfterMs === null ? undefined : now + retryAfterMs);
  log.warn({ code, status, open: breaker.isOpen(now) }, 'model.failed');
  // What was read may be charged though nothing came back.
  if (code === 'timeout' || code === 'malformed') await spend(parts, estimate(prompt, ''));
}

async function spend({ budget, clock, metrics }: AdviceParts, tokens: number): Promise<void> {
  metrics.tokens(tokens);
  await budget.spend(clock.now(), tokens);
}

/** Where the endpoint does not count: about a token for each Chinese character, and never less than it was. */
function estimate(prompt: Prompt, content: string): number {
  return prompt.system.length + prompt.user.length + content.length;
}
