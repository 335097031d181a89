/** The calls that the channel makes, through the SDK: paced, with a fresh token where one has run out. */
import { type Cache, Client, type Logger, LoggerLevel } from '@larksuiteoapi/node-sdk';
import type { Pace, Rate } from '../../bot/pace.ts';
import type { EncodedMessage } from './encode.ts';
import { boundedHttp, FeishuError } from './http.ts';

export interface ClientOptions {
  appId: string;
  appSecret: string;
  /** Without a trailing slash. */
  baseUrl: string;
  pace: Pace;
  logger: Logger;
}

/** Five a second to one chat, and in one card (230020); https://open.feishu.cn/document/server-docs/im-v1/message/create */
const PER_CHAT: Rate = { everyMs: 210, burst: 1 };
/** 50 a second and 1,000 a minute for each kind of call, of the whole app. */
const PER_API: Rate = { everyMs: 62, burst: 30 };

/** The token ran out, was taken back, or none was sent: another one is fetched, and the call made once more. */
export const TOKEN_CODES: ReadonlySet<number> = new Set([
  99991661, 99991663, 99991664, 99991665, 99991668, 99991671,
]);

export interface FeishuClient {
  /** Gives the message's id. `uuid`: at most 50 characters; a repeat within an hour sends nothing. */
  create(chat: string, message: EncodedMessage, uuid: string): Promise<string>;
  reply(
    to: { message: string; chat: string; inThread: boolean },
    message: EncodedMessage,
    uuid: string,
  ): Promise<string>;
  /** Shows another card in the place of one that was sent. */
  patch(messageId: string, content: string): Promise<void>;
  /** Gives the key by which a message shows it; at most 10 MB. */
  uploadImage(bytes: Uint8Array): Promise<string>;
  /** Gives the key by which a message offers it; at most 30 MB. */
  uploadFile(name: string, kind: UploadKind, bytes: Uint8Array): Promise<string>;
  urge(messageId: string, openIds: readonly string[], means: 'app' | 'sms' | 'phone'): Promise<void>;
  /** The answer's stream and headers; the caller reads or destroys it. */
  resource(messageId: string, key: string, type: 'image' | 'file'): Promise<Resource>;
  user(openId: string): Promise<FeishuUser | null>;
  departmentName(id: string): Promise<string | null>;
  /** One page of all the departments below one. */
  departments(below: string, page: string | undefined): Promise<Listed<{ id: string; name: string }>>;
  /** One page of those directly in a department. */
  usersOf(department: string, page: string | undefined): Promise<Listed<ListedUser>>;
  /** The bot's own open id. */
  botId(): Promise<string>;
}

/** https://open.feishu.cn/document/server-docs/im-v1/file/create: how the file is opened in the chat. */
export type UploadKind = 'pdf' | 'doc' | 'xls' | 'ppt' | 'mp4' | 'stream';

export interface Resource {
  stream: NodeJS.ReadableStream & { destroy(): void };
  headers: Readonly<Record<string, unknown>>;
}

export interface FeishuUser {
  name?: string;
  mobile?: string;
  department_ids?: string[];
  leader_user_id?: string;
}

export interface ListedUser extends FeishuUser {
  open_id: string;
  employee_no?: string;
  work_station?: string;
}

export interface Listed<T> {
  items: T[];
  /** The token of the next page; undefined after the last. */
  next: string | undefined;
}

/** As many as the platform gives at once. */
const PAGE = 50;

export function createFeishuClient(options: ClientOptions): FeishuClient {
  const { pace } = options;
  const tokens = ownCache();
  const sdk = new Client({
    appId: options.appId,
    appSecret: options.appSecret,
    domain: options.baseUrl,
    httpInstance: boundedHttp(),
    cache: tokens.cache,
    logger: options.logger,
    loggerLevel: LoggerLevel.error,
  });

  const call = async <T>(api: string, ask: () => Promise<T>): Promise<T> => {
    await pace.turn(`api ${api}`, PER_API);
    try {
      return await tokens.withOne(ask);
    } catch (error) {
      if (!(error instanceof FeishuError) || error.code === null || !TOKEN_CODES.has(error.code)) throw error;
      tokens.forget();
      return ask();
    }
  };
  const inChat = async <T>(chat: string, api: string, ask: () => Promise<T>): Promise<T> => {
    await pace.turn(`chat ${chat}`, PER_CHAT);
    return call(api, ask);
  };

  return {
    create: (chat, { type, content }, uuid) =>
      inChat(chat, 'create', async () => {
        const data = { receive_id: chat, msg_type: type, content, uuid };
        const params = { receive_id_type: idType(chat) };
        return messageIdOf(await sdk.im.message.create({ params, data }));
      }),
    reply: ({ message, chat, inThread }, { type, content }, uuid) =>
      inChat(chat, 'reply', async () => {
        const data = { msg_type: type, content, uuid, ...(inThread ? { reply_in_thread: true } : {}) };
        return messageIdOf(await sdk.im.message.reply({ path: { message_id: message }, data }));
      }),
    patch: (messageId, content) =>
      inChat(messageId, 'patch', async () => {
        await sdk.im.message.patch({ path: { message_id: messageId }, data: { content } });
      }),
    uploadImage: (bytes) =>
      call('image', async () => {
        const data = { image_type: 'message' as const, image: Buffer.from(bytes) };
        return keyOf((await sdk.im.image.create({ data }))?.image_key);
      }),
    uploadFile: (name, kind, bytes) =>
      call('file', async () => {
        const data = { file_type: kind, file_name: name, file: Buffer.from(bytes) };
        return keyOf((await sdk.im.file.create({ data }))?.file_key);
      }),
    urge: (messageId, openIds, means) =>
      call('urge', async () => {
        const payload = {
          path: { message_id: messageId },
          params: { user_id_type: 'open_id' as const },
          data: { user_id_list: [...openIds] },
        };
        const { message } = sdk.im;
        if (means === 'app') await message.urgentApp(payload);
        else if (means === 'sms') await message.urgentSms(payload);
        else await message.urgentPhone(payload);
      }),
    resource: (messageId, key, type) =>
      call('resource', async () => {
        const path = { message_id: messageId, file_key: key };
        const found = await sdk.im.messageResource.get({ path, params: { type } });
        return { stream: found.getReadableStream(), headers: found.headers as Resource['headers'] };
      }),
    user: (openId) =>
      call('user', async () => {
        const { data } = await sdk.contact.user.get({
          path: { user_id: openId },
          params: { user_id_type: 'open_id', department_id_type: 'open_department_id' },
        });
        return (data?.user as FeishuUser | undefined) ?? null;
      }),
    departmentName: (id) =>
      call('department', async () => {
        const { data } = await sdk.contact.department.get({
          path: { department_id: id },
          params: { department_id_type: 'open_department_id' },
        });
        return data?.department?.name ?? null;
      }),
    departments: (below, page) =>
      call('department', async () => {
        const { data } = await sdk.contact.department.children({
          path: { department_id: below },
          params: {
            department_id_type: 'open_department_id',
            fetch_child: true,
            page_size: PAGE,
            ...(page ? { page_token: page } : {}),
          },
        });
        const items = (data?.items ?? []).flatMap(({ open_department_id: id, name }) =>
          id ? [{ id, name }] : [],
        );
        return { items, next: data?.has_more ? data.page_token : undefined };
      }),
    usersOf: (department, page) =>
      call('user', async () => {
        const { data } = await sdk.contact.user.findByDepartment({
          params: {
            user_id_type: 'open_id',
            department_id_type: 'open_department_id',
            department_id: department,
            page_size: PAGE,
            ...(page ? { page_token: page } : {}),
          },
        });
        const items = (data?.items ?? []) as ListedUser[];
        return { items, next: data?.has_more ? data.page_token : undefined };
      }),
    botId: () =>
      call('bot', async () => {
        const answer = await sdk.request<{ bot?: { open_id?: string } }>({
          method: 'GET',
          url: '/open-apis/bot/v3/info',
        });
        const id = answer.bot?.open_id;
        if (!id) throw new FeishuError('the bot has no open id', null, 200);
        return id;
      }),
  };
}

/** https://open.feishu.cn/document/server-docs/im-v1/message/create: an id shows its kind by how it begins. */
function idType(id: string): 'chat_id' | 'open_id' | 'union_id' | 'user_id' {
  if (id.startsWith('oc_')) return 'chat_id';
  if (id.startsWith('ou_')) return 'open_id';
  return id.startsWith('on_') ? 'union_id' : 'user_id';
}

function messageIdOf(answer: { data?: { message_id?: string | undefined } | undefined } | null): string {
  const id = answer?.data?.message_id;
  if (!id) throw new FeishuError('the message got no id', null, 200);
  return id;
}

function keyOf(key: string | undefined): string {
  if (!key) throw new FeishuError('the upload got no key', null, 200);
  return key;
}

/** The SDK's own cache is shared by the whole process, nothing takes a bad token out of it, and everybody fetches one. */
function ownCache() {
  const kept = new Map<unknown, { value: unknown; until: number }>();
  let first: Promise<unknown> | null = null;
  const holds = () => [...kept.values()].some(({ until }) => until > Date.now());
  const cache: Cache = {
    async get(key) {
      const found = kept.get(key);
      return found && found.until > Date.now() ? found.value : undefined;
    },
    async set(key, value, until = Number.POSITIVE_INFINITY) {
      kept.set(key, { value, until });
      return true;
    },
  };
  return {
    cache,
    forget: () => kept.clear(),
    /** Without a token, one call goes first and fetches it; the others wait for that one. */
    async withOne<T>(ask: () => Promise<T>): Promise<T> {
      if (holds()) return ask();
      if (first) {
        await first;
        return ask();
      }
      const asked = ask();
      first = asked.then(
        () => null,
        () => null,
      );
      try {
        return await asked;
      } finally {
        first = null;
      }
    },
  };
}
