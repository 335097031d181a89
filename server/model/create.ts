/** Puts a desk's model together from its configuration. The endpoint's package is loaded only where there is one. */
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { createClient } from 'redis';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import type { Understand } from '../../bot/types.ts';
import { type GroundedAnswer, readGrounded } from '../../knowledge/grounded.ts';
import type { LlmConfig } from '../config.ts';
import { readWritten, type Written } from '../knowledge/write-draft.ts';
import type { Db } from '../store/database.ts';
import { addTokens, tokensSpent } from '../store/model-tokens.ts';
import { type Advice, createAdvice, createAdviceOf } from './advice.ts';
import { createBreaker } from './breaker.ts';
import { createBudget } from './budget.ts';
import { type AnswerCache, createMemoryCache, createRedisCache } from './cache.ts';
import { type Clock, systemClock } from './clock.ts';
import { createModelMetrics } from './metrics.ts';
import { createModelUnderstanding, type ModelUnderstanding } from './model-understanding.ts';

export interface ModelParts {
  llm: LlmConfig;
  redisUrl: string | null;
  db: Db;
  understand: Understand;
  people: () => readonly string[];
  /** IANA name of the desk's zone. */
  zone: string;
  registry: Registry;
  log: Logger;
  now(): number;
}

export interface DeskModel {
  understanding: ModelUnderstanding;
  /** Short answers from passages of the knowledge base. */
  answers: Advice<GroundedAnswer>;
  /** Drafts of entries from what engineers wrote. */
  drafts: Advice<Written>;
  name: string;
  /** Ends what is under way: whoever waits gets the built-in record. */
  close(): void;
}

/** Null where no model reads messages. */
export async function createDeskModel(parts: ModelParts): Promise<DeskModel | null> {
  const { llm, db, understand, zone, log } = parts;
  const { baseUrl, apiKey, model, timeoutMs, when } = llm;
  if (model === null || when === 'never') return null;
  const { createEndpoint } = await import('./endpoint.ts');
  const { createChainEndpoint } = await import('./chain-endpoint.ts');
  const clock = systemClock(parts.now);
  const closing = new AbortController();
  const metrics = createModelMetrics(parts.registry);
  const cache = openCache(parts, clock);
  const ledger = {
    spent: (day: string) => tokensSpent(db, day),
    add: (day: string, tokens: number) => addTokens(db, day, tokens),
  };
  const address = { baseUrl, apiKey, model, timeoutMs };
  const shared = {
    clock,
    timeoutMs,
    budget: createBudget(llm.dailyTokens, zone, ledger),
    cache: cache.answers,
    metrics,
    log,
    closing: closing.signal,
  };
  const advice = createAdvice({ ...shared, endpoint: createEndpoint(address), breaker: createBreaker() });
  const answers = createAdviceOf(
    { ...shared, endpoint: createChainEndpoint(address), breaker: createBreaker() },
    readGrounded,
  );
  const drafts = createAdviceOf(
    { ...shared, endpoint: createChainEndpoint(address), breaker: createBreaker() },
    readWritten,
  );
  const moments = { zone, holidays: publicHolidaysCn };
  return {
    answers,
    drafts,
    name: model,
    understanding: createModelUnderstanding({
      advice,
      model,
      when,
      understand,
      moments,
      people: parts.people,
      clock,
      metrics,
      log,
    }),
    close() {
      closing.abort();
      cache.close();
    },
  };
}

function openCache({ redisUrl, log }: ModelParts, clock: Clock): { answers: AnswerCache; close(): void } {
  const local = createMemoryCache(clock);
  if (redisUrl === null) return { answers: local, close: () => {} };
  const client = createClient({ url: redisUrl, disableOfflineQueue: true });
  client.on('error', (error: Error) => log.warn({ error: error.message }, 'redis.away'));
  client.connect().catch((error: Error) => log.warn({ error: error.message }, 'redis.away'));
  return { answers: createRedisCache(client, local, clock), close: () => client.destroy() };
}
