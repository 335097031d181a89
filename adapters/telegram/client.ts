/** Speaks to the Bot API, by grammY: one client for calls, bounded and paced, and one for the long poll, which is neither. */
import { autoRetry } from '@grammyjs/auto-retry';
import { type APIThrottlerOptions, apiThrottler } from '@grammyjs/transformer-throttler';
import { Api, type ApiClientOptions } from 'grammy';
import type { FetchedAttachment } from '../../bot/channel.ts';
import { failureOf } from './failure.ts';

export interface ClientOptions {
  token: string;
  /** Without a trailing slash. */
  apiRoot: string;
  fetch: typeof fetch;
  /** Milliseconds that one call may take; the long poll has its own time on top. */
  callMs?: number;
  /** Milliseconds that Telegram holds a poll open when there is nothing. */
  pollMs?: number;
  /** In the place of Telegram's own rates, which the throttler knows; null: none, for tests. */
  pacing?: APIThrottlerOptions | null;
}

export interface TelegramClient {
  /** Without plugins: a poll that is retried inside its client would leave the bot deaf meanwhile. */
  polling: Api;
  calls: Api;
  pollSeconds: number;
  download(fileId: string, mostBytes: number): Promise<FetchedAttachment>;
}

/** Longer than a connection may take (10 s), so that one that never came about is known for that. */
const CALL_MS = 15_000;
const POLL_MS = 30_000;
/** What a file may take to be sent. */
const UPLOAD_MS = 120_000;
/** A longer wait is the outbox's business, which keeps the order meanwhile. */
const LONGEST_RETRY_S = 3;
/** What a file may take to arrive. */
const DOWNLOAD_MS = 60_000;

export function createClient(options: ClientOptions): TelegramClient {
  const { token, apiRoot, callMs = CALL_MS, pollMs = POLL_MS, pacing = {} } = options;
  const api = (wordsMs: number, filesMs: number) =>
    new Api(token, {
      apiRoot,
      timeoutSeconds: Math.max(wordsMs, filesMs) / 1000,
      fetch: nativeFetch(options.fetch, wordsMs) as unknown as NonNullable<ApiClientOptions['fetch']>,
    });
  const polling = api(pollMs + callMs, 0);
  const calls = api(callMs, UPLOAD_MS);
  if (pacing) calls.config.use(apiThrottler(pacing));
  calls.config.use(
    autoRetry({
      maxRetryAttempts: 1,
      maxDelaySeconds: LONGEST_RETRY_S,
      rethrowHttpErrors: true,
      rethrowInternalServerErrors: true,
    }),
  );
  return {
    polling,
    calls,
    pollSeconds: Math.ceil(pollMs / 1000),
    download: (fileId, mostBytes) => download(options, calls, fileId, mostBytes),
  };
}

/** grammY's types name the signal of a package of its own; at run time any signal does. */
export function forGrammy(signal: AbortSignal): GrammySignal {
  return signal as unknown as GrammySignal;
}
type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>;

/**
 * The platform's own fetch under grammY, whose default one does not notice an answer that is cut in the middle. grammY's
 * own signal is a look-alike that the platform refuses, so a real one stands in its place. A call with words alone is given
 * up after `wordsMs`; one with a file has the client's own time.
 */
function nativeFetch(fetch: ClientOptions['fetch'], wordsMs: number) {
  return (url: string, init: RequestInit & { agent?: unknown; compress?: unknown }) => {
    const { agent: _agent, compress: _compress, signal, ...rest } = init;
    const controller = new AbortController();
    if (signal?.aborted) controller.abort();
    // Never removed: grammY reads the answer after this is done, and lets go of its signal then.
    signal?.addEventListener('abort', () => controller.abort());
    if (typeof rest.body === 'string')
      return fetch(url, {
        ...rest,
        signal: AbortSignal.any([controller.signal, AbortSignal.timeout(wordsMs)]),
      });
    // A file is a stream of bytes: it is not in the types that such a body has to say so.
    return fetch(url, { ...rest, signal: controller.signal, duplex: 'half' } as RequestInit);
  };
}

/** https://core.telegram.org/bots/api#getfile; the address holds the token, so no error of it may get out. */
async function download(
  { token, apiRoot, fetch }: ClientOptions,
  calls: Api,
  fileId: string,
  mostBytes: number,
): Promise<FetchedAttachment> {
  try {
    const { file_path: path, file_size: size } = await calls.getFile(fileId);
    if (size !== undefined && size > mostBytes) return tooLarge(mostBytes);
    if (!path) return { ok: false, retry: false, error: 'Telegram names no path of the file' };
    // A Bot API server that runs with --local keeps its files to itself.
    if (path.startsWith('/'))
      return { ok: false, retry: false, error: 'the Bot API server runs with --local' };
    const url = `${apiRoot}/file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`;
    const response = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_MS) });
    if (!response.ok)
      return { ok: false, retry: response.status >= 500, error: `the file's answer was ${response.status}` };
    const bytes = await readAtMost(response, mostBytes);
    if (!bytes) return tooLarge(mostBytes);
    const type = response.headers.get('content-type');
    return { ok: true, bytes, ...(type && type !== 'application/octet-stream' ? { type } : {}) };
  } catch (error) {
    const { kind, text } = failureOf(error);
    return { ok: false, retry: kind !== 'refused', error: text };
  }
}

function tooLarge(mostBytes: number): FetchedAttachment {
  return { ok: false, retry: false, error: `larger than ${mostBytes} bytes` };
}

/** Null where there is more; the rest is not read. */
async function readAtMost(response: Response, mostBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
