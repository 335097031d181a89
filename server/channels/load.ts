/** The channels that are switched on. Each is imported only then: one that is off costs nothing, not even memory. */
import type { Logger } from 'pino';
import type { PushChannel, ReceivingTurn } from '../../bot/channel.ts';
import type { Address } from '../../bot/types.ts';
import type { Config } from '../config.ts';
import type { SharedRates } from '../shared-rate.ts';
import type { Db } from '../store/database.ts';
import { openFeishu } from './feishu.ts';
import { openMail } from './mail.ts';
import { openTelegram } from './telegram.ts';
import { openWechat } from './wechat.ts';

export interface LoadOptions {
  config: Config;
  db: Db;
  /** The dispatch groups. */
  groups: readonly Address[];
  log: Logger;
  /** Epoch milliseconds. */
  now(): number;
  /** What all replicas keep together; null: each by itself. */
  rates: SharedRates | null;
  /** Who of the replicas receives from a platform that lets only one ask. */
  turns(channel: string): ReceivingTurn;
}

export async function loadChannels(options: LoadOptions): Promise<PushChannel[]> {
  const { config } = options;
  const opened = [
    config.feishu && openFeishu(config.feishu, options),
    config.telegram && openTelegram(config.telegram, options),
    config.wechat && openWechat(config.wechat, options),
    config.mail && openMail(config.mail, options),
  ];
  return (await Promise.all(opened)).filter((channel) => channel !== null);
}
