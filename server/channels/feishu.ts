/** Feishu with the desk's words and clock. */
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { PushChannel } from '../../bot/channel.ts';
import { createPace } from '../../bot/pace.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import type { FeishuConfig } from '../config.ts';
import type { SharedRates } from '../shared-rate.ts';

export async function openFeishu(
  config: FeishuConfig,
  { log, now, rates }: { log: Logger; now(): number; rates: SharedRates | null },
): Promise<PushChannel> {
  const { createFeishu } = await import('../../adapters/feishu/index.ts');
  const sleep = (ms: number) => setTimeout(ms) as Promise<void>;
  const pace = createPace({ now, sleep });
  return createFeishu({
    ...config,
    words: TEXTS.zh.channels.toast,
    log,
    now,
    sleep,
    pace: rates ? rates.pace(pace, sleep) : pace,
    jitter: Math.random,
  });
}
