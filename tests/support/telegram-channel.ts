/** The Telegram adapter with the real client, against the local Bot API; what it takes in is kept by the test. */
import { createTelegramChannel, type TelegramOptions } from '../../adapters/telegram/index.ts';
import type { Incoming, Intake, Outgoing, PushChannel, Taken } from '../../bot/channel.ts';
import type { Action, Address, Update } from '../../bot/types.ts';
import { startTelegramPlatform, type TelegramPlatform, TOKEN } from './telegram-platform/platform.ts';

export const ANNA = { id: 5_300_000_001, first_name: '安娜', last_name: '李', username: 'anna' };
export const BOB = { id: 5_300_000_002, first_name: '小王' };
/** A forum with two topics. */
export const CREW = -1_001_234_567_890;
export const TOPIC = 42;

export interface OpenTelegram {
  platform: TelegramPlatform;
  channel: PushChannel;
  /** What was taken in, in order; a repeat stands here once. */
  taken: Update[];
  /** Whatever the log was told. */
  logged: string[];
  /** How long the adapter waited each time; a test waits for none of it. */
  waits: number[];
  /** What the intake throws; null: it records. */
  fails: { with: Error | null };
  send(reply: Partial<Outgoing> & Pick<Outgoing, 'reply'>): ReturnType<NonNullable<PushChannel['send']>>;
  close(): Promise<void>;
}

export async function openTelegram(
  options: Partial<TelegramOptions> & {
    buttons?: (message: string, place: number, address: Address) => Action | null;
    /** Takes in what came; where it is not given, the test's own list does. */
    intake?: Intake;
  } = {},
  started = true,
): Promise<OpenTelegram> {
  const platform = await startTelegramPlatform();
  platform.addChat({ id: ANNA.id, type: 'private' });
  platform.addChat({ id: BOB.id, type: 'private' });
  platform.addChat({ id: CREW, type: 'supergroup', title: '信息运维', topics: new Set([TOPIC, 43]) });
  const { buttons, intake, ...settings } = options;
  const open: Pick<OpenTelegram, 'taken' | 'logged' | 'waits' | 'fails'> = {
    taken: [],
    logged: [],
    waits: [],
    fails: { with: null },
  };
  const note = (fields: Readonly<Record<string, unknown>>, event: string) =>
    void open.logged.push(`${event} ${JSON.stringify(fields)}`);
  const channel = createTelegramChannel({
    token: TOKEN,
    apiRoot: platform.apiRoot,
    fetch: globalThis.fetch,
    callMs: 5_000,
    pollMs: 1_000,
    pacing: null,
    mode: 'polling',
    webhookSecret: null,
    publicUrl: null,
    chats: [String(CREW)],
    words: {
      commands: [{ name: 'start', says: '你好', description: '打个招呼' }],
      sharedContactSays: '我是谁',
    },
    findButton: async ({ message, place }, address) => buttons?.(message, place, address) ?? null,
    log: { info: note, warn: note, error: note },
    now: () => Date.parse('2026-11-18T09:00:00+08:00'),
    async sleep(ms, signal) {
      open.waits.push(ms);
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) return;
    },
    jitter: () => 0,
    ...settings,
  });
  const seen = new Set<string>();
  const keep = async (incoming: Incoming): Promise<Taken> => {
    if (open.fails.with) throw open.fails.with;
    if (incoming.kind === 'recalled' || seen.has(incoming.updateId)) return 'repeat';
    seen.add(incoming.updateId);
    open.taken.push(incoming);
    return 'recorded';
  };
  if (started) await channel.start(intake ?? keep);
  let sent = 0;
  return {
    ...open,
    platform,
    channel,
    async send(message) {
      sent += 1;
      const address: Address = { channel: 'telegram', chat: String(ANNA.id), kind: 'private' };
      if (!channel.send) throw new Error('it can send');
      return channel.send({ id: String(sent), address, ...message });
    },
    async close() {
      await channel.stop();
      await platform.close();
    },
  };
}
