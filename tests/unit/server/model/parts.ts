/** What the tests of the model have in common: a clock that is moved by hand, and a desk's understanding. */
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { publicHolidaysCn } from '../../../../bot/holidays-cn.ts';
import type { Expectation, Sender, Understanding } from '../../../../bot/types.ts';
import { createUnderstanding } from '../../../../bot/understand/index.ts';
import { createAdvice } from '../../../../server/model/advice.ts';
import type { AskOptions } from '../../../../server/model/ask.ts';
import { type BreakerOptions, createBreaker } from '../../../../server/model/breaker.ts';
import { createBudget, type TokenLedger } from '../../../../server/model/budget.ts';
import { createMemoryCache } from '../../../../server/model/cache.ts';
import type { Clock } from '../../../../server/model/clock.ts';
import { createModelMetrics } from '../../../../server/model/metrics.ts';
import { createModelUnderstanding } from '../../../../server/model/model-understanding.ts';
import { silent } from '../../../support/desk.ts';

export const ZONE = 'Asia/Shanghai';
/** A Wednesday morning. */
export const NOW = Date.parse('2026-11-18T09:00:00+08:00');
export const moments = { zone: ZONE, holidays: publicHolidaysCn };

export const understand = createUnderstanding({
  lexicon: {
    systems: [{ name: '海学网' }],
    departments: ['财务科', '综合科'],
    rooms: [],
    buildings: [],
    people: [],
  },
  ...moments,
});

export interface HandClock extends Clock {
  /** Moves on; what became due runs, earliest first. */
  pass(ms: number): void;
}

export function handClock(now = NOW): HandClock {
  let tasks: { at: number; task: () => void }[] = [];
  return {
    now: () => now,
    after(ms, task) {
      const entry = { at: now + ms, task };
      tasks.push(entry);
      return () => {
        tasks = tasks.filter((one) => one !== entry);
      };
    },
    pass(ms) {
      now += ms;
      const due = tasks.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
      tasks = tasks.filter(({ at }) => at > now);
      for (const { task } of due) task();
    },
  };
}

export function ledger(): TokenLedger & { days: Map<string, number> } {
  const days = new Map<string, number>();
  return {
    days,
    spent: async (day) => days.get(day) ?? 0,
    async add(day, tokens) {
      const sum = (days.get(day) ?? 0) + tokens;
      days.set(day, sum);
      return sum;
    },
  };
}

export interface Setting extends AskOptions {
  when?: 'unsure' | 'always';
  dailyTokens?: number;
  breaker?: BreakerOptions;
  people?: string[];
  log?: Logger;
}

/** A model understanding around an endpoint, with its figures at hand. */
export function modelAround(setting: Setting) {
  const registry = new Registry();
  const metrics = createModelMetrics(registry);
  const closing = new AbortController();
  const spent = ledger();
  const breaker = createBreaker(setting.breaker);
  const { endpoint, clock, timeoutMs, log = silent } = setting;
  const advice = createAdvice({
    endpoint,
    clock,
    timeoutMs,
    breaker,
    budget: createBudget(setting.dailyTokens ?? 0, ZONE, spent),
    cache: createMemoryCache(clock),
    metrics,
    log,
    closing: closing.signal,
  });
  const understanding = createModelUnderstanding({
    advice,
    model: 'local',
    when: setting.when ?? 'unsure',
    understand,
    moments,
    people: () => setting.people ?? [],
    clock,
    metrics,
    log,
  });
  const figure = async (name: string, labels: Record<string, string> = {}) => {
    const metric = await registry.getSingleMetric(name)?.get();
    const found = metric?.values.find(
      (value) =>
        Object.entries(labels).every(([label, text]) => value.labels[label] === text) &&
        (!('metricName' in value) || String(value.metricName).endsWith('_count')),
    );
    return found?.value ?? 0;
  };
  return { understanding, closing, spent, figure };
}

/** Words that the built-in understanding is unsure of, as a message that it read like this. */
export function unsettled(
  text: string,
  more: { builtIn?: Partial<Understanding>; expect?: Expectation; sender?: Sender } = {},
) {
  const context = more.expect ? { expect: more.expect } : {};
  const builtIn = { ...understand(text, { now: NOW, ...context }), confidence: 0.5, ...more.builtIn };
  return { text, builtIn, sender: more.sender ?? { id: 'u1' }, ...context };
}
