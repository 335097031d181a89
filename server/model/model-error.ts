/** What can go wrong between the desk and a model's endpoint. Messages hold neither the person's words nor the key. */

export type ModelErrorCode =
  /** No answer within the time. */
  | 'timeout'
  /** The desk is stopping. */
  | 'closed'
  /** No connection, or it broke off in the middle of the answer. */
  | 'network'
  | 'rate_limited'
  | 'unauthorized'
  /** The request as such is not taken: an unknown model, or a form of request that the endpoint does not know. */
  | 'refused'
  /** 5xx. */
  | 'unavailable'
  /** An answer that is no chat completion. */
  | 'malformed';

export class ModelError extends Error {
  readonly code: ModelErrorCode;
  readonly status: number | null;
  /** The endpoint's own `retry-after`. */
  readonly retryAfterMs: number | null;

  constructor(code: ModelErrorCode, detail: { status?: number; retryAfterMs?: number | null } = {}) {
    super(detail.status === undefined ? code : `${code} (${detail.status})`);
    this.name = 'ModelError';
    this.code = code;
    this.status = detail.status ?? null;
    this.retryAfterMs = detail.retryAfterMs ?? null;
  }
}
