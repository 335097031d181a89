/** The one place that speaks to a model's endpoint, by the `openai` package. Every failure is a ModelError. */
import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import { z } from 'zod';
import { ANSWER_SCHEMA } from './answer.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { ModelError } from './model-error.ts';

export interface Prompt {
  /** Rules, the same for every message. */
  system: string;
  /** The message, as data. */
  user: string;
}

export interface Completion {
  content: string;
  /** As the endpoint counted them; null where it does not. */
  tokens: number | null;
}

export interface Endpoint {
  /** Rejects with ModelError. An abort's reason is the error. */
  complete(prompt: Prompt, signal: AbortSignal): Promise<Completion>;
}

export interface EndpointOptions {
  baseUrl: string;
  apiKey: string | null;
  model: string;
  timeoutMs: number;
}

const LARGEST_ANSWER_BYTES = 256 * 1024;
const MOST_ANSWER_TOKENS = 1000;

type Extras = Pick<ChatCompletionCreateParamsNonStreaming, 'temperature' | 'max_tokens' | 'response_format'>;

/** From the best to the barest form of a request: not every endpoint knows structured output, or takes a temperature. */
const FORMS: readonly Extras[] = [
  {
    temperature: 0,
    max_tokens: MOST_ANSWER_TOKENS,
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'understanding', strict: true, schema: ANSWER_SCHEMA },
    },
  },
  { temperature: 0, max_tokens: MOST_ANSWER_TOKENS, response_format: { type: 'json_object' } },
  { temperature: 0, max_tokens: MOST_ANSWER_TOKENS },
  {},
];

export function createEndpoint(options: EndpointOptions): Endpoint {
  const client = clientOf(options);
  let form = 0;

  async function complete(prompt: Prompt, signal: AbortSignal): Promise<Completion> {
    for (let tried = form; ; tried += 1) {
      try {
        const completion = await request(
          client,
          options.model,
          { prompt, extras: FORMS[tried] ?? {} },
          signal,
        );
        // What one endpoint takes once it takes always; a refusal for another reason teaches nothing.
        form = tried;
        return completion;
      } catch (error) {
        const failure = modelErrorOf(error, signal);
        if (!isFormRefused(failure) || tried >= FORMS.length - 1) throw failure;
      }
    }
  }
  return { complete };
}

/** How endpoints say that they do not know a part of the request. */
const isFormRefused = ({ code, status }: ModelError): boolean =>
  code === 'refused' && (status === 400 || status === 422);

/** Nothing is taken from the environment, and the package itself neither retries nor logs. */
export function clientOf(
  { baseUrl, apiKey, timeoutMs }: EndpointOptions,
  largestBytes = LARGEST_ANSWER_BYTES,
): OpenAI {
  return new OpenAI({
    baseURL: baseUrl,
    apiKey: apiKey ?? 'none',
    ...(apiKey === null ? { defaultHeaders: { Authorization: null } } : {}),
    organization: null,
    project: null,
    webhookSecret: null,
    adminAPIKey: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
    fetch: boundedFetch(largestBytes),
  });
}

/** Of a chat completion, what is used here. */
const ChatCompletion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
  usage: z
    .object({ total_tokens: z.int().min(0).max(1_000_000) })
    .nullish()
    .catch(null),
});

async function request(
  client: OpenAI,
  model: string,
  { prompt, extras }: { prompt: Prompt; extras: Extras },
  signal: AbortSignal,
): Promise<Completion> {
  const answer: unknown = await client.chat.completions.create(
    {
      model,
      messages: [
        { role: 'system', content: prompt.system },
        { role: 'user', content: prompt.user },
      ],
      ...extras,
    },
    { signal },
  );
  const parsed = ChatCompletion.safeParse(answer);
  if (!parsed.success) throw new ModelError('malformed');
  const { choices, usage } = parsed.data;
  return { content: choices[0]?.message.content ?? '', tokens: usage?.total_tokens ?? null };
}

/** The package's own messages can hold the key or the request: only what kind of failure it was goes on. */
export function modelErrorOf(error: unknown, signal: AbortSignal): ModelError {
  if (signal.aborted) return signal.reason instanceof ModelError ? signal.reason : new ModelError('timeout');
  if (error instanceof ModelError) return error;
  if (error instanceof APIConnectionTimeoutError) return new ModelError('timeout');
  if (error instanceof APIConnectionError) return new ModelError('network');
  if (error instanceof APIError && error.status !== undefined)
    return statusError(error.status, error.headers);
  return new ModelError('malformed');
}

function statusError(status: number, headers: Headers | undefined): ModelError {
  if (status === 429) return new ModelError('rate_limited', { status, retryAfterMs: retryAfterMs(headers) });
  if (status >= 500) return new ModelError('unavailable', { status });
  if (status === 401 || status === 403) return new ModelError('unauthorized', { status });
  return new ModelError('refused', { status });
}

/** `retry-after` in seconds, or `retry-after-ms`; a date would need a clock that both sides share. */
function retryAfterMs(headers: Headers | undefined): number | null {
  const [ms, seconds] = ['retry-after-ms', 'retry-after'].map((name) => {
    const text = headers?.get(name)?.trim() ?? '';
    return /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : null;
  });
  return ms ?? (seconds === null || seconds === undefined ? null : seconds * 1000);
}
