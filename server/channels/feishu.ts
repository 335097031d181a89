/** Feishu with the desk's words and clock. */
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { PushChannel } from '../../bot/channel.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import type { FeishuConfig } from '../config.ts';

export async function openFeishu(
  config: FeishuConfig,
  { log, now }: { log: Logger; now(): number },
): Promise<PushChannel> {
  const { createFeishu } = await import('../../adapters/feishu/index.ts');
  return createFeishu({
    ...config,
    words: TEXTS.zh.channels.toast,
    log,
    now,
    sleep: (ms) => setTimeout(ms),
    jitter: Math.random,
  });
}
