/** The SDK's log lines without what they may not hold: by itself it prints the app's secret and bearer tokens. */
import type { Logger } from '@larksuiteoapi/node-sdk';
import type { ChannelLog } from '../../bot/channel.ts';

const MOST = 300;

/** Only lines of words are kept: objects hold requests, with tokens and with what people wrote. */
export function sdkLog(log: ChannelLog, secrets: readonly string[]): Logger {
  const words = (given: unknown[]): string => {
    const texts = given.flat().filter((one) => typeof one === 'string');
    const masked = secrets.reduce((text, secret) => text.replaceAll(secret, '***'), texts.join(' '));
    return masked
      .replace(/\b[tuad]-[\w.-]{10,}/g, '***')
      .replace(/\?\S+/g, '?***')
      .slice(0, MOST);
  };
  const write =
    (level: 'warn' | 'error') =>
    (...given: unknown[]) => {
      const said = words(given);
      if (said !== '') log[level]({ said }, 'feishu.sdk');
    };
  const nothing = () => {};
  return { error: write('warn'), warn: write('warn'), info: nothing, debug: nothing, trace: nothing };
}
