/** The WeChat channel, put together from the settings. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import QRCode from 'qrcode';
import type { PushChannel } from '../../bot/channel.ts';
import type { Config } from '../config.ts';
import type { LoadOptions } from './load.ts';

/** What a puppet may know of the environment: where things are, how to get out, and settings of its own. */
const PASSED_ON = /^(?:PATH|HOME|TMPDIR|TZ|LANG|NODE_EXTRA_CA_CERTS|(?:https?|no|all)_proxy|WECHATY_\w+)$/i;

export async function openWechat(
  { puppet, serviceToken }: NonNullable<Config['wechat']>,
  { config, log, now, turns }: LoadOptions,
): Promise<PushChannel> {
  const { createClient, createWechatChannel, WECHAT } = await import('../../adapters/wechat/index.ts');
  const kept = !config.dataDir.startsWith('memory://');
  const memory = kept ? join(config.dataDir, 'wechat') : null;
  return createWechatChannel({
    puppet,
    connect: (events) =>
      createClient({ puppet, serviceToken, memory, env: environmentOfPuppet(process.env) }, events),
    turn: turns(WECHAT),
    log,
    now,
    // Ends early when the channel stops.
    sleep: (ms, signal) => sleep(ms, undefined, { signal, ref: false }).catch(() => undefined),
    showCode,
  });
}

export function environmentOfPuppet(
  all: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const entries = Object.entries(all).filter(([name, value]) => value !== undefined && PASSED_ON.test(name));
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Beside the log, for whoever looks at the terminal: it can be scanned off the screen. */
function showCode(code: string): void {
  QRCode.toString(code, { type: 'utf8' }).then(
    (drawn) =>
      process.stderr.write(`\nWeChat: scan this with the account that is to be the desk\n${drawn}\n`),
    () => process.stderr.write(`\nWeChat: open this to scan it: ${code}\n`),
  );
}
