/** Vectors of texts by the `openai` package from an OpenAI-compatible endpoint. Every failure is a ModelError. */
import { z } from 'zod';
import { clientOf, type EndpointOptions, modelErrorOf } from './endpoint.ts';
import { ModelError } from './model-error.ts';

export interface EmbeddingEndpoint {
  /** One vector a text, in their order, all of one length, each scaled to length 1. Rejects with ModelError. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>;
}

/** A batch of 16 texts in 4096 dimensions is about 1.5 MB of JSON. */
const LARGEST_ANSWER_BYTES = 8 * 1024 * 1024;

const Embeddings = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(2).max(16_384) })),
});

export function createEmbeddingEndpoint(options: EndpointOptions): EmbeddingEndpoint {
  const client = clientOf(options, LARGEST_ANSWER_BYTES);
  return {
    async embed(texts, signal) {
      try {
        const answer: unknown = await client.embeddings.create(
          { model: options.model, input: [...texts], encoding_format: 'float' },
          { signal },
        );
        return vectorsOf(answer, texts.length);
      } catch (error) {
        throw modelErrorOf(error, signal);
      }
    },
  };
}

function vectorsOf(answer: unknown, count: number): Float32Array[] {
  const parsed = Embeddings.safeParse(answer);
  if (!parsed.success) throw new ModelError('malformed');
  const sorted = parsed.data.data.toSorted((a, b) => a.index - b.index);
  const length = sorted[0]?.embedding.length ?? 0;
  const isWhole =
    sorted.length === count &&
    sorted.every(({ index, embedding }, at) => index === at && embedding.length === length);
  if (!isWhole) throw new ModelError('malformed');
  return sorted.map(({ embedding }) => scaled(Float32Array.from(embedding)));
}

function scaled(vector: Float32Array): Float32Array {
  const size = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (!Number.isFinite(size) || size === 0) throw new ModelError('malformed');
  return vector.map((value) => value / size);
}
