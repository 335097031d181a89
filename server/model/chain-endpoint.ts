/** Speaks to a model's endpoint by a LangChain chain: prompt, model, text. Every failure is a ModelError. */
import type { AIMessage } from '@langchain/core/messages';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { ChatOpenAI } from '@langchain/openai';
import { z } from 'zod';
import { boundedFetch } from './bounded-fetch.ts';
import type { Completion, Endpoint, EndpointOptions, Prompt } from './endpoint.ts';
import { ModelError } from './model-error.ts';

const LARGEST_ANSWER_BYTES = 256 * 1024;
const MOST_ANSWER_TOKENS = 800;

const Usage = z.object({ tokenUsage: z.object({ totalTokens: z.int().min(1).max(1_000_000) }) });

/** Rules and data go as variables: braces in them are text. */
const TEMPLATE = ChatPromptTemplate.fromMessages([
  ['system', '{system}'],
  ['human', '{user}'],
]);

export function createChainEndpoint({ baseUrl, apiKey, model, timeoutMs }: EndpointOptions): Endpoint {
  const chat = new ChatOpenAI({
    model,
    apiKey: apiKey ?? 'none',
    temperature: 0,
    maxTokens: MOST_ANSWER_TOKENS,
    maxRetries: 0,
    timeout: timeoutMs,
    configuration: {
      baseURL: baseUrl,
      organization: null,
      project: null,
      logLevel: 'off',
      fetch: boundedFetch(LARGEST_ANSWER_BYTES),
      ...(apiKey === null ? { defaultHeaders: { Authorization: null } } : {}),
    },
  });
  const chain = TEMPLATE.pipe(chat);
  return {
    async complete(prompt: Prompt, signal: AbortSignal): Promise<Completion> {
      try {
        return completionOf(await chain.invoke({ ...prompt }, { signal }));
      } catch (error) {
        throw modelErrorOf(error, signal);
      }
    },
  };
}

function completionOf({ content, response_metadata: metadata }: AIMessage): Completion {
  if (typeof content !== 'string') throw new ModelError('malformed');
  const usage = Usage.safeParse(metadata);
  return { content, tokens: usage.success ? usage.data.tokenUsage.totalTokens : null };
}

/** The packages wrap one another's errors: only what they carry tells them apart. Their messages can hold the request. */
function modelErrorOf(error: unknown, signal: AbortSignal): ModelError {
  if (signal.aborted) return signal.reason instanceof ModelError ? signal.reason : new ModelError('timeout');
  if (error instanceof ModelError) return error;
  const { status, name } = error as { status?: unknown; name?: unknown };
  if (typeof status === 'number') return statusError(status);
  if (name === 'TimeoutError' || name === 'APIConnectionTimeoutError') return new ModelError('timeout');
  return new ModelError(name === 'APIConnectionError' ? 'network' : 'malformed');
}

function statusError(status: number): ModelError {
  if (status === 429) return new ModelError('rate_limited', { status });
  if (status >= 500) return new ModelError('unavailable', { status });
  if (status === 401 || status === 403) return new ModelError('unauthorized', { status });
  return new ModelError('refused', { status });
}
