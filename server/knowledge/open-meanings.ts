/** Puts the reading of meanings together from its configuration. The endpoint's package is loaded only where there is a model. */
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { LlmConfig } from '../config.ts';
import { createBreaker } from '../model/breaker.ts';
import { systemClock } from '../model/clock.ts';
import { createEmbedder } from '../model/embedder.ts';
import { createMeanings, type Meanings } from './meanings.ts';
import { forgetfulVectors, vectorFile } from './vector-file.ts';

export interface OpenMeaningsParts {
  llm: LlmConfig | null;
  /** Where vectors are kept; null: nowhere. */
  folder: string | null;
  people: () => readonly string[];
  log: Logger;
  now(): number;
}

const BATCH_MS = 30_000;

/** Null where no model gives vectors. */
export async function openMeanings(parts: OpenMeaningsParts): Promise<Meanings | null> {
  const { llm, folder, people, log } = parts;
  if (!llm || llm.embeddingModel === null) return null;
  const { createEmbeddingEndpoint } = await import('../model/embedding-endpoint.ts');
  const model = llm.embeddingModel;
  const closing = new AbortController();
  const clock = systemClock(parts.now);
  const endpoint = createEmbeddingEndpoint({ ...llm, model, timeoutMs: BATCH_MS });
  const embedder = () =>
    createEmbedder({ endpoint, breaker: createBreaker(), clock, log, closing: closing.signal });
  const store = folder === null ? forgetfulVectors : vectorFile(join(folder, 'vectors.jsonl'));
  const meanings = createMeanings({
    entries: embedder(),
    questions: embedder(),
    store,
    model,
    people,
    clock,
    log,
  });
  return {
    ...meanings,
    close() {
      closing.abort();
      meanings.close();
    },
  };
}
