/** Vectors of texts, as breaker and time allow. */
import type { Logger } from 'pino';
import { orAborted } from './ask.ts';
import type { Breaker } from './breaker.ts';
import type { Clock } from './clock.ts';
import type { EmbeddingEndpoint } from './embedding-endpoint.ts';
import { ModelError } from './model-error.ts';

export interface Embedder {
  /** Null where there are none to be had within the time. Never rejects. */
  embed(texts: readonly string[], timeoutMs: number): Promise<Float32Array[] | null>;
}

export interface EmbedderParts {
  endpoint: EmbeddingEndpoint;
  breaker: Breaker;
  clock: Clock;
  log: Logger;
  /** Ends whatever is under way. */
  closing: AbortSignal;
}

export function createEmbedder({ endpoint, breaker, clock, log, closing }: EmbedderParts): Embedder {
  return {
    async embed(texts, timeoutMs) {
      if (closing.aborted || !breaker.enter(clock.now())) return null;
      const controller = new AbortController();
      const stop = (error: ModelError) => () => controller.abort(error);
      const close = stop(new ModelError('closed'));
      const callOff = clock.after(timeoutMs, stop(new ModelError('timeout')));
      closing.addEventListener('abort', close);
      try {
        const vectors = await orAborted(endpoint.embed(texts, controller.signal), controller.signal);
        breaker.succeeded();
        return vectors;
      } catch (error) {
        const { code, status, retryAfterMs } =
          error instanceof ModelError ? error : new ModelError('malformed');
        if (code === 'closed') breaker.abandoned();
        else breaker.failed(clock.now(), retryAfterMs === null ? undefined : clock.now() + retryAfterMs);
        log.warn({ code, status, open: breaker.isOpen(clock.now()) }, 'embedding.failed');
        return null;
      } finally {
        callOff();
        closing.removeEventListener('abort', close);
      }
    },
  };
}
