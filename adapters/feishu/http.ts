/** How the SDK reaches the platform: with an end to waiting, and every refusal as one kind of error. */
import { defaultHttpInstance, type HttpInstance } from '@larksuiteoapi/node-sdk';

type Options = Parameters<HttpInstance['request']>[0];

/** A call is given up after this; uploads and downloads have longer. */
const CALL_MS = 10_000;
const FILE_MS = 60_000;

/** What the platform or the way to it said instead of an answer. `code` is the platform's own; null where none came. */
export class FeishuError extends Error {
  readonly code: number | null;
  readonly status: number | null;
  /** So long the platform asks to wait; milliseconds. */
  readonly afterMs: number | undefined;

  constructor(message: string, code: number | null, status: number | null, afterMs?: number) {
    super(message);
    this.name = 'FeishuError';
    this.code = code;
    this.status = status;
    this.afterMs = afterMs;
  }
}

/**
 * Over the SDK's own HTTP client. Answers of HTTP 200 with a code that is not 0 are errors here too, so that the
 * header that says how long to wait is not lost.
 */
export function boundedHttp(): HttpInstance {
  // Its type says less than the interceptors make of its answers.
  const base = defaultHttpInstance as unknown as HttpInstance;
  const request = async (options: Options): Promise<unknown> => {
    const isFile = options.responseType === 'stream' || isUpload(options);
    const wantsHeaders = options.$return_headers === true;
    try {
      const answer = await base.request<unknown, { data: unknown; headers: Headers }>({
        ...options,
        timeout: isFile ? FILE_MS : CALL_MS,
        $return_headers: true,
      });
      const fault = faultOf(answer.data, 200, answer.headers);
      if (fault && !isEndpoint(options)) throw fault;
      return wantsHeaders ? answer : answer.data;
    } catch (error) {
      throw error instanceof FeishuError ? error : errorOf(error);
    }
  };
  const withBody = (method: string) => (url: string, data?: unknown, options?: object) =>
    request({ ...options, method, url, data } as Options);
  const without = (method: string) => (url: string, options?: object) =>
    request({ ...options, method, url } as Options);
  return {
    request,
    get: without('get'),
    delete: without('delete'),
    head: without('head'),
    options: without('options'),
    post: withBody('post'),
    put: withBody('put'),
    patch: withBody('patch'),
  } as HttpInstance;
}

type Headers = Readonly<Record<string, unknown>>;

/** The long connection reads this answer's code by itself. */
function isEndpoint({ url }: Options): boolean {
  return url?.endsWith('/callback/ws/endpoint') === true;
}

function isUpload({ headers }: Options): boolean {
  return String(headers?.['Content-Type'] ?? '').startsWith('multipart/');
}

function faultOf(data: unknown, status: number, headers: Headers): FeishuError | null {
  if (typeof data !== 'object' || data === null || !('code' in data)) return null;
  const { code, msg } = data as { code: unknown; msg?: unknown };
  if (typeof code !== 'number' || code === 0) return null;
  return new FeishuError(`${code} ${String(msg ?? '')}`.slice(0, 300), code, status, afterMsOf(headers));
}

/** Seconds until the limit is lifted; https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control */
function afterMsOf(headers: Headers): number | undefined {
  const seconds = Number(headers['x-ogw-ratelimit-reset'] ?? headers['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

/** What the HTTP client threw, without the request: that holds the token and what people wrote. */
function errorOf(error: unknown): FeishuError {
  const { response, code } = error as {
    response?: { status: number; data: unknown; headers: Headers };
    code?: unknown;
  };
  if (!response) return new FeishuError(typeof code === 'string' ? code : 'no answer', null, null);
  const fault = faultOf(response.data, response.status, response.headers);
  return (
    fault ?? new FeishuError(`HTTP ${response.status}`, null, response.status, afterMsOf(response.headers))
  );
}
