/** Telegram, through grammY: by long poll or by webhook. What it can't do, it says in its capabilities. */
import type {
  ChannelLog,
  ChannelState,
  ChannelStatus,
  Intake,
  PushChannel,
  ReceivingTurn,
  WebhookAnswer,
  WebhookRequest,
} from '../../bot/channel.ts';
import type { Action, Address } from '../../bot/types.ts';
import type { SentButton } from './callback-data.ts';
import { createChats } from './chats.ts';
import { type ClientOptions, createClient, forGrammy, type TelegramClient } from './client.ts';
import { MOST_TEXT } from './encode.ts';
import { failureOf } from './failure.ts';
import { TELEGRAM } from './ids.ts';
import { WANTED_UPDATES } from './incoming.ts';
import { poll, retryUntil, type Waiting } from './poll.ts';
import { receive } from './receive.ts';
import type { BotCommand, Self } from './said.ts';
import { createSend, MOST_MS } from './send.ts';
import { isGenuine } from './verify.ts';

export { TELEGRAM };

export const WEBHOOK_PATH = '/channels/telegram/updates';

export interface TelegramOptions extends ClientOptions {
  mode: 'polling' | 'webhook';
  /** Webhook: what Telegram has to know. */
  webhookSecret: string | null;
  /** Webhook: where Telegram reaches this server; null where `setWebhook` is done by hand. */
  publicUrl: string | null;
  /** Chats that the desk's settings name. */
  chats: readonly string[];
  words: {
    commands: readonly BotCommand[];
    /** What a person says who shares their own telephone number. */
    sharedContactSays: string;
  };
  /** What sending one message may take. */
  sendMs?: number;
  /** Telegram lets one poll at a time; absent: nobody else does. */
  turn?: ReceivingTurn;
  findButton(button: SentButton, address: Address): Promise<Action | null>;
  log: ChannelLog;
  now(): number;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** 0 to 1. */
  jitter(): number;
}

/** What the cloud's Bot API hands out: https://core.telegram.org/bots/api#getfile. */
const MOST_FILE_BYTES = 20 * 1024 * 1024;
const ANSWER_TRIES = 3;
/** How long a channel that stops goes on ending the waiting marks of buttons. */
const LAST_ANSWERS_MS = 1_500;

export function createTelegramChannel(options: TelegramOptions): PushChannel {
  const { log, now } = options;
  const client = createClient(options);
  const chats = createChats(options.chats);
  const self: Self = { id: botId(options.token), username: null, commands: options.words.commands };
  const stopping = new AbortController();
  const hurrying = new AbortController();
  const running = new Set<Promise<void>>();
  let status: ChannelStatus = { state: 'starting', since: now() };
  let intake: Intake | null = null;

  const onState = (state: ChannelState, detail?: string) => {
    if (status.state === state && status.detail === detail) return;
    status = { state, since: now(), ...(detail === undefined ? {} : { detail }) };
    log[state === 'ready' ? 'info' : 'warn']({ state, detail }, 'telegram.state');
  };
  const waiting: Waiting = { sleep: options.sleep, jitter: options.jitter, failureOf, onState };
  const run = (task: Promise<void>) => {
    const done = task.finally(() => running.delete(done));
    running.add(done);
  };
  const answerPress = (callback: string) => run(answer(client, callback, options, hurrying.signal));
  const take = (taking: Intake, incoming: unknown) =>
    receive(
      {
        intake: taking,
        context: () => ({
          self,
          chatName: chats.nameOf,
          sharedContactSays: options.words.sharedContactSays,
          now: new Date(now()).toISOString(),
        }),
        findButton: options.findButton,
        answerPress,
        onGroup: (chat, bot) => log.info({ chat, bot }, 'telegram.group'),
        onUnreadable: (reason) => log.warn({ reason }, 'telegram.unreadable'),
      },
      incoming,
    );

  const introduce = async (signal: AbortSignal) => {
    const me = await client.calls.getMe(forGrammy(signal));
    self.id = me.id;
    self.username = me.username ?? null;
    const commands = self.commands.map(({ name, description }) => ({ command: name, description }));
    if (commands.length > 0) await optional(log, client.calls.setMyCommands(commands, {}, forGrammy(signal)));
  };

  const startPolling = (taking: Intake) =>
    poll(
      {
        ...waiting,
        async prepare(signal) {
          await introduce(signal);
          // Where it fails and there is a webhook, the poll is told so.
          await optional(log, client.calls.deleteWebhook({}, forGrammy(signal)));
        },
        getUpdates: (offset, hold, signal) =>
          client.polling.getUpdates(
            { offset, timeout: hold ? client.pollSeconds : 0, allowed_updates: WANTED_UPDATES },
            forGrammy(signal),
          ),
        take: (update) => take(taking, update),
        turn: options.turn,
      },
      stopping.signal,
    );

  const startWebhook = () =>
    retryUntil(
      waiting,
      async (signal) => {
        await introduce(signal);
        if (options.publicUrl === null || options.webhookSecret === null) return;
        await client.calls.setWebhook(
          `${options.publicUrl}${WEBHOOK_PATH}`,
          { secret_token: options.webhookSecret, allowed_updates: WANTED_UPDATES },
          forGrammy(signal),
        );
      },
      stopping.signal,
    );

  const handle = async ({ headers, body }: WebhookRequest): Promise<WebhookAnswer> => {
    if (!isGenuine(headers, options.webhookSecret)) return { status: 401 };
    if (!intake) return { status: 503 };
    const incoming = readJson(body);
    if (incoming === undefined) return { status: 400 };
    try {
      await take(intake, incoming);
      return { status: 200 };
    } catch (error) {
      log.warn({ error: failureOf(error).text }, 'telegram.not_recorded');
      return { status: 503 };
    }
  };

  return {
    name: TELEGRAM,
    capabilities: {
      cards: true,
      forms: false,
      editing: true,
      files: true,
      delivery: 'push',
      limits: { text: { most: MOST_TEXT, unit: 'characters' }, fileBytes: MOST_FILE_BYTES },
    },
    send: createSend({
      api: client.calls,
      chats,
      mostMs: options.sendMs ?? MOST_MS,
      onDetour: (event, details) => log.warn(details, event),
    }),
    fetchAttachment: (ref, mostBytes) => client.download(ref, mostBytes),
    ...(options.mode === 'webhook' ? { webhook: { path: WEBHOOK_PATH, handle } } : {}),
    async start(taking) {
      intake = taking;
      run(options.mode === 'webhook' ? startWebhook() : startPolling(taking));
    },
    async stop() {
      intake = null;
      stopping.abort();
      const timer = setTimeout(() => hurrying.abort(), LAST_ANSWERS_MS);
      await Promise.allSettled(running);
      clearTimeout(timer);
      await options.turn?.drop();
      onState('stopped');
    },
    status: () => status,
  };
}

/** Done without, where Telegram refuses it. */
async function optional(log: ChannelLog, call: Promise<unknown>): Promise<void> {
  await call.catch((error: unknown) => log.warn({ error: failureOf(error).text }, 'telegram.refused'));
}

/** A token begins with the bot's id. */
function botId(token: string): number | null {
  const id = /^(\d+):/.exec(token)?.[1];
  return id === undefined ? null : Number(id);
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/** Telegram shows the button as busy until it is answered; a press that is too old for that is answered all the same. */
async function answer(
  client: TelegramClient,
  callback: string,
  { sleep, log }: TelegramOptions,
  signal: AbortSignal,
): Promise<void> {
  for (let tries = 1; tries <= ANSWER_TRIES && !signal.aborted; tries += 1) {
    try {
      await client.calls.answerCallbackQuery(callback, {}, forGrammy(signal));
      return;
    } catch (error) {
      const { kind, text, afterMs = 1000 * tries } = failureOf(error);
      if (kind === 'refused' || tries === ANSWER_TRIES)
        return log.warn({ error: text }, 'telegram.press_unanswered');
      await sleep(afterMs, signal);
    }
  }
}
