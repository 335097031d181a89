/** The Telegram channel, put together from the settings. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { PushChannel } from '../../bot/channel.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import type { TelegramConfig } from '../config.ts';
import { buttonOf } from '../store/platform-messages.ts';
import type { LoadOptions } from './load.ts';

export async function openTelegram(
  settings: TelegramConfig,
  { config, db, groups, log, now, turns }: LoadOptions,
): Promise<PushChannel> {
  const { createTelegramChannel, TELEGRAM } = await import('../../adapters/telegram/index.ts');
  const { commands, sharedContactSays } = TEXTS.zh.channels;
  return createTelegramChannel({
    token: settings.botToken,
    apiRoot: settings.apiRoot,
    fetch: globalThis.fetch,
    mode: settings.mode,
    webhookSecret: settings.webhookSecret,
    publicUrl: config.publicUrl,
    chats: groups.filter(({ channel }) => channel === TELEGRAM).map(({ chat }) => chat),
    words: { commands, sharedContactSays },
    ...(settings.mode === 'polling' ? { turn: turns(TELEGRAM) } : {}),
    findButton: ({ message, place }, address) => buttonOf(db, address, message, place),
    log,
    now,
    // Ends early when the channel stops.
    sleep: (ms, signal) => sleep(ms, undefined, { signal, ref: false }).catch(() => undefined),
    jitter: Math.random,
  });
}
