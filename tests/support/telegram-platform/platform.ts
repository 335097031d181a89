/**
 * A Bot API of the project's own, to be spoken to by the real client: chats, updates by poll and webhook, files, and every
 * way in which the real one is known to misbehave. https://core.telegram.org/bots/api
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isMultipart, type Part, partsOf } from '../multipart.ts';
import {
  add,
  type ChatsState,
  chatOf,
  createChatsState,
  editMessageText,
  messageJson,
  messagesOf,
  sendFile as sendFileTo,
  sendMessage,
} from './chats.ts';
import {
  type Call,
  type Fault,
  type Person,
  type PlatformChat,
  Refused,
  type ShownMessage,
} from './types.ts';
import { createUpdates, type Updates } from './updates.ts';

export type { Call, Fault, Person, PlatformChat, ShownMessage };

export const TOKEN = '7000000001:AAexample-of-a-token_that-is-nobodys00';
export const BOT: Person = { id: 7_000_000_001, first_name: '服务台', username: 'it_desk_bot' };

export interface TelegramPlatform {
  apiRoot: string;
  updates: Updates;
  /** Every call that was understood, in order; those that were refused or cut too. */
  calls: Call[];
  callsOf(method: string): Call[];
  addChat(chat: PlatformChat): void;
  addFile(fileId: string, bytes: Uint8Array, path?: string): void;
  shown(chat: number): ShownMessage[];
  /** A person writes; `extra` are further fields of the message. Gives the message. */
  say(from: Person, chat: number, text: string | null, extra?: Record<string, unknown>): ShownMessage;
  /** A person presses the button with this label under a message; throws where there is none. Gives the query's id. */
  press(from: Person, message: ShownMessage, label: string): string;
  /** What the next call of a method meets; several wait in a row. */
  next(method: string, ...faults: Fault[]): void;
  /** Forgets what was to come of `next`. */
  mend(method: string): void;
  /** From now on connections are cut before anything happens; `up` ends it. */
  down(): void;
  up(): void;
  /** From now on pictures are refused for their width and height. */
  refusePhotos(): void;
  /** Queries whose button still shows as busy. */
  unanswered(): string[];
  /** The newest `setWebhook`. */
  webhook(): { url: string; secret?: string } | null;
  close(): Promise<void>;
}

interface State extends ChatsState {
  updates: Updates;
  calls: Call[];
  files: Map<string, { path: string; bytes: Uint8Array }>;
  faults: Map<string, Fault[]>;
  open: Set<string>;
  webhook: { url: string; secret?: string } | null;
  down: boolean;
  queries: number;
}

export async function startTelegramPlatform(): Promise<TelegramPlatform> {
  const state: State = {
    ...createChatsState(),
    updates: createUpdates(fetch),
    calls: [],
    files: new Map(),
    faults: new Map(),
    open: new Set(),
    webhook: null,
    down: false,
    queries: 0,
  };
  const server = createServer((request, response) => {
    answer(state, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { ...asPeople(state), ...asOperator(state, server), apiRoot: `http://127.0.0.1:${port}` };
}

function asPeople(state: State): Pick<TelegramPlatform, 'say' | 'press' | 'shown'> {
  return {
    shown: (chat) => messagesOf(state, chat),
    say(from, chat, text, extra = {}) {
      const topic = extra.message_thread_id as number | undefined;
      const shown = add(state, chat, {
        from,
        text: text ?? '',
        bold: [],
        buttons: [],
        ...(topic === undefined ? {} : { topic }),
      });
      const { text: said, ...json } = messageJson(state, shown, BOT);
      state.updates.push('message', { ...json, ...(text === null ? {} : { text: said }), ...extra });
      return shown;
    },
    press(from, message, label) {
      const button = message.buttons.flat().find(({ text }) => text === label);
      if (!button) throw new Error(`no button «${label}» under «${message.text}»`);
      state.queries += 1;
      const id = `query-${state.queries}`;
      state.open.add(id);
      state.updates.push('callback_query', {
        id,
        from: { ...from, is_bot: false },
        chat_instance: '1',
        message: messageJson(state, message, BOT),
        data: button.callback_data,
      });
      return id;
    },
  };
}

function asOperator(
  state: State,
  server: Server,
): Omit<TelegramPlatform, 'say' | 'press' | 'shown' | 'apiRoot'> {
  return {
    updates: state.updates,
    calls: state.calls,
    callsOf: (method) => state.calls.filter((call) => call.method === method),
    addChat: (chat) => void state.chats.set(chat.id, chat),
    addFile: (fileId, bytes, path = `documents/${fileId}`) => void state.files.set(fileId, { path, bytes }),
    next(method, ...faults) {
      state.faults.set(method, [...(state.faults.get(method) ?? []), ...faults]);
    },
    mend: (method) => void state.faults.delete(method),
    down() {
      state.down = true;
      server.closeAllConnections();
    },
    up() {
      state.down = false;
    },
    refusePhotos() {
      state.oddPhotos = true;
    },
    unanswered: () => [...state.open],
    webhook: () => state.webhook,
    async close() {
      state.updates.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (state.down) return void response.destroy();
  const url = request.url ?? '';
  const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(url);
  if (file) return sendFile(state, file[1] ?? '', decodeURIComponent(file[2] ?? ''), response);
  const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(url) ?? [];
  const payload = await payloadOf(request);
  state.calls.push({ method, payload });
  const due = state.faults.get(method)?.shift();
  const fault = due?.kind === 'none' ? undefined : due;
  if (fault?.kind === 'error') return refuse(response, refusalOf(fault));
  if (fault?.kind === 'page')
    return void response
      .writeHead(fault.code, { 'content-type': 'text/html' })
      .end('<html>Bad Gateway</html>');
  if (fault && !fault.taken) return spoil(response, fault.kind, '{"ok":true,"resu');
  try {
    if (token !== TOKEN) throw new Refused(401, 'Unauthorized');
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const result = await perform(state, method, payload, gone.signal);
    const body = JSON.stringify({ ok: true, result });
    if (fault) return spoil(response, fault.kind, body);
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    refuse(response, error);
  }
}

function refusalOf({ code, description, retryAfter }: Extract<Fault, { kind: 'error' }>): Refused {
  return new Refused(code, description, retryAfter === undefined ? undefined : { retry_after: retryAfter });
}

function refuse(response: ServerResponse, { refusal }: Refused): void {
  const { code: error_code, description, parameters } = refusal;
  response
    .writeHead(error_code, { 'content-type': 'application/json' })
    .end(JSON.stringify({ ok: false, error_code, description, ...(parameters ? { parameters } : {}) }));
}

function spoil(response: ServerResponse, kind: 'cut' | 'reset' | 'hang', body: string): void {
  if (kind === 'hang') return;
  if (kind === 'reset') return void response.destroy();
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': String(body.length + 100),
  });
  response.write(body.slice(0, Math.ceil(body.length / 2)), () => response.destroy());
}

async function payloadOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'];
  if (isMultipart(type)) return filled(partsOf(body, type));
  return body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
}

/** Every field as JSON would have it; a field that names a part of its own (`attach://`) has that part's bytes. */
function filled(parts: readonly Part[]): Record<string, unknown> {
  const attached = new Map(parts.filter(({ filename }) => filename).map((part) => [part.name, part]));
  const fields = parts.filter(({ filename }) => !filename);
  return Object.fromEntries(
    fields.map(({ name, bytes }) => {
      const said = bytes.toString('utf8');
      const file = attached.get(said.replace(/^attach:\/\//, ''));
      if (file) return [name, { name: file.filename, bytes: file.bytes }];
      return [name, /^[{[]|^-?\d+$|^(?:true|false)$/.test(said) ? JSON.parse(said) : said];
    }),
  );
}

async function perform(
  state: State,
  method: string,
  payload: Record<string, unknown>,
  gone: AbortSignal,
): Promise<unknown> {
  switch (method) {
    case 'getMe':
      return { ...BOT, is_bot: true, can_join_groups: true, can_read_all_group_messages: false };
    case 'setMyCommands':
      return true;
    case 'deleteWebhook':
      state.webhook = null;
      state.updates.setWebhook(null);
      return true;
    case 'setWebhook': {
      const secret = payload.secret_token as string | undefined;
      const webhook = { url: String(payload.url), ...(secret ? { secret } : {}) };
      state.webhook = webhook;
      state.updates.setWebhook({ url: webhook.url, secret });
      return true;
    }
    case 'getUpdates':
      return state.updates.poll(Number(payload.offset ?? 0), Number(payload.timeout ?? 0) * 1000, gone);
    case 'getChat':
      return chatOf(state, payload.chat_id);
    case 'sendMessage':
      return messageJson(state, sendMessage(state, payload), BOT);
    case 'sendPhoto':
    case 'sendDocument':
      return messageJson(
        state,
        sendFileTo(state, method === 'sendPhoto' ? 'photo' : 'document', payload),
        BOT,
      );
    case 'editMessageText':
      return messageJson(state, editMessageText(state, payload), BOT);
    case 'answerCallbackQuery':
      if (!state.open.delete(String(payload.callback_query_id)))
        throw new Refused(
          400,
          'Bad Request: query is too old and response timeout expired or query ID is invalid',
        );
      return true;
    case 'getFile': {
      const found = state.files.get(String(payload.file_id));
      if (!found) throw new Refused(400, 'Bad Request: invalid file_id');
      return { file_id: payload.file_id, file_path: found.path, file_size: found.bytes.length };
    }
    default:
      throw new Refused(404, 'Not Found');
  }
}

function sendFile(state: State, token: string, path: string, response: ServerResponse): void {
  const found = [...state.files.values()].find((file) => file.path === path);
  if (token !== TOKEN || !found) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(found.bytes);
}
