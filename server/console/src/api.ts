/** The desk's HTTP interface as this page uses it. The session's cookie says who calls. */
import type {
  CallBack,
  ChannelStatus,
  ChatItem,
  DeadLetter,
  Desk,
  FeedPage,
  GroupItem,
  LoggedCall,
  Meeting,
  Page,
  ParkedUpdate,
  Person,
  Reply,
  Session,
  ShownFile,
  Ticket,
} from './shapes.ts';

/** RFC 9457, the members that this page reads. */
interface Problem {
  title?: string;
  detail?: string;
  errors?: { path: string; message: string }[];
  /** Of an entry that somebody else saved meanwhile. */
  version?: number;
  markdown?: string;
}

/** An answer other than 2xx, or none at all (`status` 0). */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem;
  /** Seconds, where the server said when to come back. */
  readonly retryAfter: number | null;

  constructor(status: number, problem: Problem, retryAfter: number | null = null, cause?: unknown) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`, { cause });
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

async function problemOf(response: Response): Promise<Problem> {
  if (!response.headers.get('content-type')?.includes('json')) return {};
  try {
    return (await response.json()) as Problem;
  } catch {
    // A body that was cut short says no more than the status does.
    return {};
  }
}

/** One call; throws ApiError. A Blob is sent as the bytes that it is, under its own type where it has one. */
async function send(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  headers: Record<string, string> = {},
): Promise<Response> {
  const init: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...headers },
  };
  if (signal) init.signal = signal;
  if (body instanceof Blob) {
    // What a file is, its bytes say: the desk takes no browser's word for it.
    init.headers = { ...init.headers, 'content-type': 'application/octet-stream' };
    init.body = body;
  } else if (body !== undefined) {
    init.headers = { ...init.headers, 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError(0, {}, null, cause);
  }
  if (!response.ok) {
    const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
    throw new ApiError(response.status, await problemOf(response), Number.isNaN(seconds) ? null : seconds);
  }
  return response;
}

/** The same, and what it answers. */
export async function request<T>(...call: Parameters<typeof send>): Promise<T> {
  const response = await send(...call);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

/** What was left empty is not sent. */
function withoutEmpty(body: object): object {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined && value !== ''));
}

/** `?a=1&b=2` of what is set; empty where nothing is. */
export function query(params: Record<string, string | number | null | undefined>): string {
  const set = Object.entries(params).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const search = new URLSearchParams(set.map(([key, value]): [string, string] => [key, String(value)]));
  return set.length > 0 ? `?${search}` : '';
}

export interface Identity {
  id: string;
  name?: string;
  department?: string;
  phone?: string;
}

export interface CallDraft {
  phone: string;
  name: string;
  said: string;
  agent: string | undefined;
  open: boolean;
}

export type Said =
  | { text?: string; files?: string[] }
  | { action: { id: string; value: string; form?: Record<string, string> } };

/** Every meeting that takes place from one day (`YYYY-MM-DD`) to the end of another, cancelled ones aside. */
async function meetingsBetween(from: string, to: string, signal?: AbortSignal): Promise<Meeting[]> {
  const items: Meeting[] = [];
  let cursor: string | null = null;
  do {
    const status = 'requested,confirmed,in_progress,done';
    const path: string = `/api/meetings${query({ from, to, status, limit: 200, cursor })}`;
    const page: Page<Meeting> = await request('GET', path, undefined, signal);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

export const api = {
  session: (signal?: AbortSignal) => request<Session>('GET', '/api/session', undefined, signal),
  signIn: (token: string) => request<Session>('POST', '/api/session', { token }),
  signOut: () => request<unknown>('DELETE', '/api/session'),
  desk: (signal?: AbortSignal) => request<Desk>('GET', '/api/desk', undefined, signal),

  say: (messageId: string, user: Identity, said: Said) =>
    request<{ replies: Reply[] }>('POST', '/api/chat/messages', { messageId, user, ...said }),
  upload: (user: Identity, file: File) =>
    request<ShownFile>('POST', `/api/chat/files${query({ user: user.id, name: file.name || 'file' })}`, file),
  chat: (user: string, after: string | null, signal?: AbortSignal) =>
    request<FeedPage<ChatItem>>('GET', `/api/chat/messages${query({ user, after })}`, undefined, signal),

  sayInGroup: (group: string, messageId: string, user: Identity, said: Said) =>
    request<{ replies: Reply[] }>('POST', `/api/groups/${encodeURIComponent(group)}/messages`, {
      messageId,
      user,
      ...said,
    }),
  uploadToGroup: (group: string, user: Identity, file: File) =>
    request<ShownFile>(
      'POST',
      `/api/groups/${encodeURIComponent(group)}/files${query({ user: user.id, name: file.name || 'file' })}`,
      file,
    ),
  group: (group: string, after: string | null, signal?: AbortSignal) =>
    request<FeedPage<GroupItem>>(
      'GET',
      `/api/groups/${encodeURIComponent(group)}/messages${query({ after })}`,
      undefined,
      signal,
    ),

  tickets: (
    params: { status: string; q: string; limit: number; cursor: string | null },
    signal?: AbortSignal,
  ) => request<Page<Ticket>>('GET', `/api/tickets${query(params)}`, undefined, signal),
  ticket: (number: string, signal?: AbortSignal) =>
    request<Ticket>('GET', `/api/tickets/${encodeURIComponent(number)}`, undefined, signal),
  actOnTicket: (number: string, body: Record<string, unknown>) =>
    request<Ticket>('POST', `/api/tickets/${encodeURIComponent(number)}/actions`, body),
  meetings: (signal?: AbortSignal) =>
    request<Page<Meeting>>('GET', `/api/meetings${query({ limit: 100 })}`, undefined, signal),
  meetingsBetween,
  meeting: (number: string, signal?: AbortSignal) =>
    request<Meeting>('GET', `/api/meetings/${encodeURIComponent(number)}`, undefined, signal),
  nameCards: async (number: string, list: string): Promise<Blob> => {
    const path = `/api/meetings/${encodeURIComponent(number)}/documents/name-cards`;
    return (await send('POST', path, { list })).blob();
  },
  actOnMeeting: (number: string, body: Record<string, unknown>) =>
    request<Meeting>('POST', `/api/meetings/${encodeURIComponent(number)}/actions`, body),

  peopleByPhone: (phone: string, signal?: AbortSignal) =>
    request<{ items: Person[] }>('GET', `/api/people${query({ phone, limit: 10 })}`, undefined, signal),
  logCall: (call: CallDraft, key: string) =>
    request<LoggedCall>('POST', '/api/calls', withoutEmpty(call), undefined, { 'idempotency-key': key }),
  callBacks: (signal?: AbortSignal) =>
    request<{ items: CallBack[] }>('GET', '/api/call-backs', undefined, signal),
  calledBack: (id: string, agent: string | undefined) =>
    request<unknown>('POST', `/api/call-backs/${encodeURIComponent(id)}/done`, withoutEmpty({ agent })),

  deadLetters: (signal?: AbortSignal) =>
    request<{ items: DeadLetter[] }>('GET', '/api/dead-letters', undefined, signal),
  resend: (id: string) => request<unknown>('POST', `/api/dead-letters/${encodeURIComponent(id)}/resend`, {}),
  parked: (signal?: AbortSignal) =>
    request<{ items: ParkedUpdate[] }>('GET', '/api/parked', undefined, signal),
  channels: (signal?: AbortSignal) =>
    request<{ items: ChannelStatus[] }>('GET', '/api/channels', undefined, signal),
  retryParked: (id: string) => request<unknown>('POST', `/api/parked/${encodeURIComponent(id)}/retry`, {}),
};

/**
 * A new random id. `crypto.randomUUID` is missing where the page is served over plain HTTP inside an office network;
 * `getRandomValues` is there in any case.
 */
export function newId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `${prefix}-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
