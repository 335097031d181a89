/**
 * An open platform of the project's own: HTTP and the long connection, kept to what the documents say of limits, tokens,
 * deduplication and cards. It misbehaves when told to. Port of its own, state in memory.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isMultipart, partsOf } from '../multipart.ts';
import { faultOfCard } from './cards.ts';
import { envelope, type FeishuEvent, type Keys, type SignedRequest } from './events.ts';
import { createSockets, type Sockets } from './sockets.ts';

export interface Call {
  method: string;
  /** Without the query. */
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
}

/** What happens to a call instead of its answer; `lost`: it is carried out, and the answer never arrives. */
export type Mishap =
  | { status: number; code?: number; headers?: Record<string, string> }
  | 'cut'
  | 'lost'
  | 'hang';

export interface PlatformMessage {
  id: string;
  chat: string;
  type: string;
  /** As JSON; of a card the newest state. */
  content: Record<string, unknown>;
  /** The message that it answers. */
  parent?: string;
  inThread: boolean;
  /** How often it was changed. */
  patches: number;
  urged: string[];
}

export interface Person {
  name: string;
  mobile?: string;
  department?: string;
  leader?: string;
}

export interface FeishuPlatform {
  keys: Keys & { appSecret: string };
  url: string;
  /** In the order in which they were sent. */
  messages: PlatformMessage[];
  calls: Call[];
  people: Map<string, Person>;
  files: Map<string, { bytes: Buffer; type: string }>;
  /** What the desk uploaded, by its key. */
  uploads: Map<string, { kind: 'image' | 'file'; name?: string; bytes: Buffer }>;
  sockets: Sockets;
  /** Asked before every call; null: it goes well. */
  mishap: ((call: Call) => Mishap | null) | null;
  /** From now on the tokens that were given are refused. */
  expireTokens(): void;
  /** The request of a webhook's delivery. */
  request(event: unknown, at?: number): SignedRequest;
  /** Delivers over the long connection; gives what the other side answered. */
  push(event: FeishuEvent): Promise<{ code: number; data?: unknown }>;
  /** Messages of one chat in words. */
  wordsIn(chat: string): string[];
  close(): Promise<void>;
}

export const BOT_ID = 'ou_bot';

export async function openFeishuPlatform(options: { now?: () => number } = {}): Promise<FeishuPlatform> {
  const { now = Date.now } = options;
  const keys = {
    appId: `cli_${randomUUID().replaceAll('-', '').slice(0, 16)}`,
    appSecret: 'app-secret-for-tests',
    encryptKey: 'encrypt-key-for-tests',
    verificationToken: 'verification-token-for-tests',
  };
  const sockets = createSockets();
  const state = { tokens: new Set<string>(), byUuid: new Map<string, string>() };
  const http = createServer((request, response) => {
    answer(platform, state, request, response).catch((error: unknown) => {
      response.destroy(error as Error);
    });
  });
  http.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  const { port } = http.address() as AddressInfo;
  const platform: FeishuPlatform = {
    keys,
    url: `http://127.0.0.1:${port}`,
    messages: [],
    calls: [],
    people: new Map(),
    files: new Map(),
    uploads: new Map(),
    sockets,
    mishap: null,
    expireTokens: () => state.tokens.clear(),
    request: (event, at = now()) => envelope(event, keys, at),
    push: (event) => sockets.push(event),
    wordsIn: (chat) => platform.messages.filter((one) => one.chat === chat).map(wordsOf),
    async close() {
      sockets.close();
      http.closeAllConnections();
      await new Promise((resolve) => {
        http.close(resolve);
      });
    },
  };
  return platform;
}

/** What a person reads in a message. */
export function wordsOf({ type, content }: Pick<PlatformMessage, 'type' | 'content'>): string {
  if (type === 'text') return String(content.text);
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (typeof node === 'object' && node !== null) {
      const { tag, content: words, text } = node as Record<string, unknown>;
      if (tag === 'plain_text' && typeof words === 'string') found.push(words);
      else if (tag === 'text' && typeof text === 'string') found.push(text);
      else Object.values(node).forEach(walk);
    }
  };
  walk(content);
  return found.join('\n');
}

interface State {
  tokens: Set<string>;
  /** Messages by `uuid`: a repeat within the hour is the same message. */
  byUuid: Map<string, string>;
}

interface Answered {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

async function answer(
  platform: FeishuPlatform,
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', platform.url);
  const call: Call = {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    body: await bodyOf(request),
  };
  platform.calls.push(call);
  const mishap = platform.mishap?.(call) ?? null;
  if (mishap === 'hang') return;
  if (mishap === 'cut') return void response.destroy();
  if (mishap !== null && mishap !== 'lost') {
    const body = mishap.code === undefined ? 'no' : { code: mishap.code, msg: 'as the test wants it' };
    return send(response, { status: mishap.status, body, headers: mishap.headers ?? {} });
  }
  const answered = handle(platform, state, call, request.headers.authorization);
  if (mishap === 'lost') return void response.destroy();
  send(response, answered);
}

function send(response: ServerResponse, { status, body, headers = {} }: Answered): void {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': String(bytes.length),
    ...headers,
  });
  response.end(bytes);
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'];
  if (isMultipart(type))
    return Object.fromEntries(
      partsOf(body, type).map(({ name, bytes }) => [
        name,
        name === 'image' || name === 'file' ? bytes : bytes.toString('utf8'),
      ]),
    );
  const text = body.toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

const fine = (data: unknown): Answered => ({ status: 200, body: { code: 0, msg: 'success', data } });
const fault = (status: number, code: number, msg: string): Answered => ({ status, body: { code, msg } });

function handle(
  platform: FeishuPlatform,
  state: State,
  call: Call,
  authorization: string | undefined,
): Answered {
  const { keys, sockets, url } = platform;
  const { path, body } = call;
  if (path === '/open-apis/auth/v3/tenant_access_token/internal') {
    if (body.app_id !== keys.appId || body.app_secret !== keys.appSecret)
      return fault(200, 10014, 'app secret invalid');
    const token = `t-${randomUUID()}`;
    state.tokens.add(token);
    return { status: 200, body: { code: 0, tenant_access_token: token, expire: 7200 } };
  }
  if (path === '/callback/ws/endpoint') {
    if (body.AppSecret !== keys.appSecret) return fault(200, 514, 'auth failed');
    const data = { URL: sockets.address(url), ClientConfig: sockets.config };
    return { status: 200, body: { code: 0, msg: 'ok', data } };
  }
  if (!authorization) return fault(400, 99991661, 'no token');
  if (!state.tokens.has(authorization.replace('Bearer ', '')))
    return fault(400, 99991663, 'invalid access token');
  return handleCall(platform, state, call);
}

function handleCall(platform: FeishuPlatform, state: State, call: Call): Answered {
  const { method, path, query, body } = call;
  const [, first, second, third] =
    /^\/open-apis\/im\/v1\/messages(?:\/([^/]+))?(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(path) ?? [];
  if (path === '/open-apis/bot/v3/info')
    return { status: 200, body: { code: 0, bot: { open_id: BOT_ID, app_name: '服务台' } } };
  if (/^\/open-apis\/contact\/v3\/departments\/[^/]+\/children$/.test(path))
    return departments(platform, query);
  if (path === '/open-apis/contact/v3/users/find_by_department') return usersOf(platform, query);
  if (path.startsWith('/open-apis/contact/v3/users/')) return user(platform, path.split('/').at(-1) ?? '');
  if (path.startsWith('/open-apis/contact/v3/departments/'))
    return fine({
      department: { name: decodeURIComponent(path.split('/').at(-1) ?? '').replace('od-', '') },
    });
  if (path === '/open-apis/im/v1/messages' && method === 'POST')
    return post(platform, state, {
      chat: String(body.receive_id),
      body,
      idType: query.get('receive_id_type'),
    });
  if (path === '/open-apis/im/v1/images' && method === 'POST') return upload(platform, 'image', body);
  if (path === '/open-apis/im/v1/files' && method === 'POST') return upload(platform, 'file', body);
  const message = platform.messages.find(({ id }) => id === first);
  if (second === 'reply') {
    // People's messages are not kept here: their chat is in their id («om_in.CHAT.…»), as the tests write it.
    const chat = message?.chat ?? first?.split('.')[1];
    if (!chat) return fault(400, 230011, 'the message was withdrawn');
    return post(platform, state, { chat, body, parent: first ?? '' });
  }
  if (second === 'resources') return file(platform, third ?? '');
  if (!message) return fault(400, 230011, 'the message was withdrawn');
  if (second?.startsWith('urgent_')) {
    message.urged.push(...(body.user_id_list as string[]).map((id) => `${second}:${id}`));
    return fine({ invalid_user_id_list: [] });
  }
  if (method !== 'PATCH') return fault(404, 99991400, 'no such api');
  const wrong = faultOfCard(String(body.content));
  if (wrong) return fault(400, 230099, wrong);
  message.content = JSON.parse(String(body.content)) as Record<string, unknown>;
  message.patches += 1;
  return fine({});
}

interface Posting {
  chat: string;
  body: Record<string, unknown>;
  parent?: string;
  idType?: string | null;
}

function post(platform: FeishuPlatform, state: State, { chat, body, parent, idType }: Posting): Answered {
  if (idType !== undefined && idType !== 'chat_id') return fault(400, 230001, 'invalid receive_id');
  const uuid = String(body.uuid ?? '');
  if (uuid.length > 50) return fault(400, 230001, 'uuid too long');
  const known = uuid === '' ? undefined : state.byUuid.get(uuid);
  if (known) return fine({ message_id: known });
  const content = String(body.content);
  const type = String(body.msg_type);
  const wrong = type === 'interactive' ? faultOfCard(content) : faultOfContent(platform, type, content);
  if (wrong) return fault(400, type === 'interactive' ? 230099 : 230025, wrong);
  const message: PlatformMessage = {
    id: `om_out_${platform.messages.length + 1}_${randomUUID().slice(0, 8)}`,
    chat,
    type,
    content: JSON.parse(content) as Record<string, unknown>,
    ...(parent ? { parent } : {}),
    inThread: body.reply_in_thread === true,
    patches: 0,
    urged: [],
  };
  platform.messages.push(message);
  if (uuid !== '') state.byUuid.set(uuid, message.id);
  return fine({ message_id: message.id, chat_id: chat });
}

const MOST_IMAGE_BYTES = 10 * 1024 * 1024;
const MOST_FILE_BYTES = 30 * 1024 * 1024;

function upload(platform: FeishuPlatform, kind: 'image' | 'file', body: Record<string, unknown>): Answered {
  const bytes = body[kind];
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return fault(400, 234010, 'file size can not be 0');
  if (kind === 'image' && body.image_type !== 'message') return fault(400, 234001, 'image_type');
  if (kind === 'file' && (!body.file_type || !body.file_name)) return fault(400, 234001, 'file_name');
  const most = kind === 'image' ? MOST_IMAGE_BYTES : MOST_FILE_BYTES;
  if (bytes.length > most) return fault(400, 234006, 'file size exceed the max value');
  const key = `${kind === 'image' ? 'img' : 'file'}_v3_${randomUUID()}`;
  const name = body.file_name === undefined ? {} : { name: String(body.file_name) };
  platform.uploads.set(key, { kind, bytes, ...name });
  return fine({ [`${kind}_key`]: key });
}

function faultOfContent({ uploads }: FeishuPlatform, type: string, content: string): string | null {
  if (type === 'image' || type === 'file') {
    const key = (JSON.parse(content) as Record<string, string>)[`${type}_key`] ?? '';
    return uploads.get(key)?.kind === type ? null : 'no such key';
  }
  const most = type === 'post' ? 30 * 1024 : 150 * 1024;
  return Buffer.byteLength(content) > most ? 'too long' : null;
}

/** Two a page, so that who reads one page alone is found out. */
const A_PAGE = 2;

function pageOf<T>(all: T[], query: URLSearchParams): Answered {
  const from = Number(query.get('page_token') ?? 0);
  const items = all.slice(from, from + A_PAGE);
  const next = from + A_PAGE;
  const more = next < all.length;
  return fine({ items, has_more: more, ...(more ? { page_token: String(next) } : {}) });
}

function departments({ people }: FeishuPlatform, query: URLSearchParams): Answered {
  const names = new Set([...people.values()].flatMap(({ department }) => (department ? [department] : [])));
  return pageOf(
    [...names].map((name) => ({ name, open_department_id: `od-${name}` })),
    query,
  );
}

function usersOf({ people }: FeishuPlatform, query: URLSearchParams): Answered {
  const department = query.get('department_id');
  const there = [...people].filter(([, person]) =>
    department === '0' ? !person.department : `od-${person.department}` === department,
  );
  return pageOf(
    there.map(([open_id, { name, mobile, leader }]) => ({
      open_id,
      name,
      ...(mobile ? { mobile } : {}),
      ...(leader ? { leader_user_id: leader } : {}),
    })),
    query,
  );
}

function user({ people }: FeishuPlatform, id: string): Answered {
  const person = people.get(id);
  if (!person) return fault(400, 41050, 'no user authority');
  const { name, mobile, department, leader } = person;
  return fine({
    user: {
      open_id: id,
      name,
      ...(mobile ? { mobile } : {}),
      ...(department ? { department_ids: [`od-${department}`] } : {}),
      ...(leader ? { leader_user_id: leader } : {}),
    },
  });
}

function file({ files }: FeishuPlatform, key: string): Answered {
  const found = files.get(key);
  if (!found) return fault(400, 234003, 'file not in message');
  return { status: 200, body: found.bytes, headers: { 'content-type': found.type } };
}
