/** Every problem the API can answer with: its code, status, title and the Chinese sentence (RFC 9457). */
import { z } from 'zod';

interface Kind {
  status: number;
  title: string;
  text: string;
}

export const PROBLEMS = {
  bad_request: { status: 400, title: 'Bad request', text: '请求无法读懂。' },
  malformed_json: { status: 400, title: 'Malformed JSON', text: '请求正文不是有效的 JSON。' },
  invalid: { status: 400, title: 'Invalid input', text: '请求中的字段不符合要求，见 errors。' },
  unauthorized: { status: 401, title: 'Unauthorized', text: '缺少有效的访问令牌。' },
  forbidden: { status: 403, title: 'Forbidden', text: '此令牌的角色不能这样做。' },
  cross_site: { status: 403, title: 'Cross-site request', text: '请求不是从本站页面发出的。' },
  not_found: { status: 404, title: 'Not found', text: '没有这样的资源。' },
  not_allowed: { status: 409, title: 'Not allowed in this status', text: '当前状态不允许该操作。' },
  stale: { status: 409, title: 'Stale version', text: '记录已被他人修改，请重新读取。' },
  room_taken: { status: 409, title: 'Room taken', text: '该会议室此时段已有会议。' },
  room_unfit: {
    status: 409,
    title: 'Room does not fit',
    text: '该会议室不能这样安排，见 reason 与 alternatives。',
  },
  too_large: { status: 413, title: 'Content too large', text: '请求正文超过 1 MB。' },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    text: '请求正文须为 application/json。',
  },
  key_reused: {
    status: 422,
    title: 'Idempotency key reused',
    text: '同一个 Idempotency-Key 已用于另一个请求。',
  },
  too_many: { status: 429, title: 'Too many requests', text: '请求过于频繁，请稍后再试。' },
  internal: { status: 500, title: 'Internal error', text: '服务内部出错，已记录。' },
  unavailable: { status: 503, title: 'Unavailable', text: '服务暂时不可用，请稍后再试。' },
} as const satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface FieldFault {
  /** Dotted, such as `requester.id`; empty for the whole body. */
  path: string;
  message: string;
}

/** `type` leads to the place in the API's page that explains the code. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem> & Record<string, unknown>;

export interface ProblemOptions {
  /** Stands in the place of the code's own sentence. */
  detail?: string;
  errors?: FieldFault[];
  /** Further members of the answer. */
  members?: Record<string, unknown>;
  headers?: Record<string, string>;
  cause?: unknown;
}

/** Thrown where a request cannot be carried out; answered as it says. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly headers: Record<string, string>;
  readonly body: Problem;

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(`${code}: ${options.detail ?? PROBLEMS[code].title}`, { cause: options.cause });
    this.name = 'ProblemError';
    this.code = code;
    this.headers = options.headers ?? {};
    this.body = problem(code, options);
  }
}

/** The body of an answer with this code. */
export function problem(code: ProblemCode, { detail, errors, members }: ProblemOptions = {}): Problem {
  const { status, title, text } = PROBLEMS[code];
  return {
    type: `/docs#problem-${code}`,
    title,
    status,
    detail: detail ?? text,
    ...(errors === undefined ? {} : { errors }),
    ...members,
  };
}
