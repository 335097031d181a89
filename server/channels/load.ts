/** The channels that are switched on. Each is imported only then: one that is off costs nothing, not even memory. */
import type { Logger } from 'pino';
import type { PushChannel } from '../../bot/channel.ts';
import type { Config } from '../config.ts';

export interface LoadOptions {
  config: Config;
  log: Logger;
  /** Epoch milliseconds. */
  now(): number;
}

export async function loadChannels({ config, log }: LoadOptions): Promise<PushChannel[]> {
  const missing = (['feishu', 'telegram', 'wechat'] as const).filter((name) => config[name] !== null);
  if (missing.length > 0) log.warn({ missing }, 'config.not_available_yet');
  return [];
}
