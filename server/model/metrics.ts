/** Figures of the calls to a model, in Prometheus' format. */
import { Counter, Histogram, type Registry } from 'prom-client';
import type { ModelErrorCode } from './model-error.ts';

export interface ModelMetrics {
  /** `unusable`: a completion that held no record. */
  called(outcome: 'ok' | 'unusable' | ModelErrorCode, seconds: number): void;
  tokens(count: number): void;
  /** Where an answer came from that was no call of its own. */
  cached(result: 'hit' | 'miss' | 'shared'): void;
  /** A message that would have been asked about. */
  skipped(reason: 'breaker' | 'budget' | 'secret' | 'instructions'): void;
}

export function createModelMetrics(registry: Registry): ModelMetrics {
  const registers = [registry];
  const calls = new Histogram({
    name: 'desk_model_call_seconds',
    help: 'Time of a call to the model, retry included, by what came of it',
    labelNames: ['outcome'],
    buckets: [0.1, 0.25, 0.5, 1, 2, 4, 8, 16],
    registers,
  });
  const tokens = new Counter({ name: 'desk_model_tokens_total', help: 'Tokens used', registers });
  const cached = new Counter({
    name: 'desk_model_cache_total',
    help: 'Questions to the model by whether an answer was at hand',
    labelNames: ['result'],
    registers,
  });
  const skipped = new Counter({
    name: 'desk_model_skipped_total',
    help: 'Messages that the model was not asked about, by the reason',
    labelNames: ['reason'],
    registers,
  });
  return {
    called: (outcome, seconds) => calls.observe({ outcome }, seconds),
    tokens: (count) => tokens.inc(count),
    cached: (result) => cached.inc({ result }),
    skipped: (reason) => skipped.inc({ reason }),
  };
}
