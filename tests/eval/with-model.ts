/** The understanding helped by the model that the environment names, as a desk would have it, with no database. */
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import { loadConfig } from '../../server/config.ts';
import { createAdvice } from '../../server/model/advice.ts';
import { createBreaker } from '../../server/model/breaker.ts';
import { createBudget } from '../../server/model/budget.ts';
import { createMemoryCache } from '../../server/model/cache.ts';
import { systemClock } from '../../server/model/clock.ts';
import { createEndpoint } from '../../server/model/endpoint.ts';
import { createModelMetrics } from '../../server/model/metrics.ts';
import { createModelUnderstanding } from '../../server/model/model-understanding.ts';
import { type Reads, understand, zone } from './readings.ts';

/** Ends the program where no model is configured. */
export async function withModel(): Promise<Reads> {
  const loaded = loadConfig();
  if (!loaded.ok) return stop(loaded.faults.join('\n'));
  const { llm } = loaded.config;
  if (!llm?.model || llm.when === 'never')
    return stop('--llm: no model is configured; set LLM_BASE_URL and LLM_MODEL');
  const { baseUrl, apiKey, model, timeoutMs, when } = llm;
  const clock = systemClock(Date.now);
  const metrics = createModelMetrics(new Registry());
  const log = pino({ level: 'warn' }, pino.destination(2));
  let spent = 0;
  const ledger = { spent: async () => spent, add: async (_day: string, tokens: number) => (spent += tokens) };
  const advice = createAdvice({
    endpoint: createEndpoint({ baseUrl, apiKey, model, timeoutMs }),
    clock,
    timeoutMs,
    breaker: createBreaker(),
    budget: createBudget(llm.dailyTokens, zone, ledger),
    cache: createMemoryCache(clock),
    metrics,
    log,
    closing: new AbortController().signal,
  });
  return async (text, now) => {
    const builtIn = understand(text, { now });
    const moments = { zone, holidays: publicHolidaysCn };
    const understanding = createModelUnderstanding({
      advice,
      model,
      when,
      understand,
      moments,
      people: () => [],
      clock: { ...clock, now: () => now },
      metrics,
      log,
    });
    return (await understanding.consider({ text, builtIn, sender: { id: 'eval' } })?.()) ?? builtIn;
  };
}

function stop(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
