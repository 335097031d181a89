/** Feishu: private chats, groups and threads, cards that change in place, over the long connection or a webhook. */
import type { ChannelLog, ChannelStatus, Intake, PushChannel, WebhookAnswer } from '../../bot/channel.ts';
import { createPace, type Pace } from '../../bot/pace.ts';
import { createFeishuClient, type FeishuClient } from './client.ts';
import { FEISHU } from './decode.ts';
import { listPeople } from './directory.ts';
import { resultOf } from './failure.ts';
import { fetchFile } from './files.ts';
import { createPeople } from './people.ts';
import { createHandlers, type Handlers, type ToastWords } from './receive.ts';
import { sdkLog } from './sdk-log.ts';
import { send } from './send.ts';
import { createSocket } from './socket.ts';
import { answerWebhook } from './webhook.ts';

export const WEBHOOK_PATH = '/channels/feishu/events';

export interface FeishuOptions {
  appId: string;
  appSecret: string;
  /** Both are there in `webhook` mode. */
  encryptKey: string | null;
  verificationToken: string | null;
  mode: 'ws' | 'webhook';
  /** Without a trailing slash. */
  baseUrl: string;
  /** Keeps calls under the platform's limits; absent: in this process alone. */
  pace?: Pace;
  words: ToastWords;
  log: ChannelLog;
  /** Epoch milliseconds. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** 0 to 1. */
  jitter(): number;
}

/** https://open.feishu.cn/document/server-docs/im-v1/message/create: 150 KB of text, 30 KB of rich text; files of 30 MB. */
const LIMITS = { text: { most: 15_000, unit: 'bytes' }, fileBytes: 30_000_000 } as const;

export function createFeishu(options: FeishuOptions): PushChannel {
  const { log, now, mode } = options;
  const logger = sdkLog(log, secretsOf(options));
  const client = createFeishuClient({ ...options, logger, pace: options.pace ?? createPace(options) });
  const people = createPeople(client, log, now);
  const botId = botIdOf(client, log, now);
  let handlers: Handlers | null = null;
  // The connection's events reach whoever is at work when they come.
  const socket = createSocket({
    ...options,
    logger,
    handlers: forwarding(() => handlers),
  });
  let status: ChannelStatus = { state: 'stopped', since: now() };

  const handle = async (request: Parameters<typeof answerWebhook>[0]): Promise<WebhookAnswer> => {
    const { encryptKey, verificationToken } = options;
    if (!handlers || !encryptKey || !verificationToken) return { status: 503 };
    return answerWebhook(request, handlers, { keys: { encryptKey, verificationToken }, log, now });
  };

  return {
    name: FEISHU,
    capabilities: { cards: true, forms: true, editing: true, files: true, delivery: 'push', limits: LIMITS },
    send: (message) => send(client, message),
    async urge(messageId, userIds, means) {
      try {
        await client.urge(messageId, userIds, means);
        return { ok: true };
      } catch (error) {
        return resultOf(error);
      }
    },
    fetchAttachment: (ref, mostBytes) => fetchFile(client, ref, mostBytes),
    findPerson: (openId) => people.find(openId),
    listPeople: () => listPeople(client),
    ...(mode === 'webhook' ? { webhook: { path: WEBHOOK_PATH, handle } } : {}),
    async start(intake: Intake) {
      handlers = createHandlers({ ...options, intake, botId });
      void botId();
      status = { state: 'ready', since: now() };
      if (mode === 'ws') socket.start();
    },
    async stop() {
      if (mode === 'ws') socket.stop();
      handlers = null;
      status = { state: 'stopped', since: now() };
    },
    status: () => (mode === 'ws' ? socket.status() : status),
  };
}

function secretsOf({ appSecret, encryptKey, verificationToken }: FeishuOptions): string[] {
  return [appSecret, encryptKey, verificationToken].filter((one): one is string => Boolean(one));
}

const EVENTS = ['im.message.receive_v1', 'im.message.recalled_v1', 'card.action.trigger'] as const;
const ADDED = 'im.chat.member.bot.added_v1';
/** Of no use to the desk, but noisy where nobody takes them. */
const IGNORED = ['im.message.message_read_v1', 'im.chat.access_event.bot_p2p_chat_entered_v1'] as const;

function forwarding(current: () => Handlers | null): Handlers {
  const forward = (type: string) => async (event: unknown) => {
    const handler = current()?.[type];
    if (!handler) throw new Error('the channel is stopping');
    return handler(event);
  };
  const heard = [...EVENTS, ADDED].map((type) => [type, forward(type)] as const);
  const ignored = IGNORED.map((type) => [type, async () => ({})] as const);
  return Object.fromEntries([...heard, ...ignored]);
}

/** A refusal is not asked about again at each message. */
const ASKED_AGAIN_MS = 30_000;
const WAITS_MS = 300;

/** Asked once and kept; null where it is not known within a moment. */
function botIdOf(client: FeishuClient, log: ChannelLog, now: () => number): () => Promise<string | null> {
  let known: string | null = null;
  let asking: Promise<string | null> | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  const ask = async () => {
    try {
      known = await client.botId();
    } catch (error) {
      log.warn({ error: String(error) }, 'feishu.bot_unknown');
    }
    asking = null;
    return known;
  };
  return async () => {
    if (known !== null) return known;
    if (!asking && now() - askedAt < ASKED_AGAIN_MS) return null;
    if (!asking) {
      askedAt = now();
      asking = ask();
    }
    const late = new Promise<null>((resolve) => {
      setTimeout(() => resolve(null), WAITS_MS).unref();
    });
    return Promise.race([asking, late]);
  };
}
