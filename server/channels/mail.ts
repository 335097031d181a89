/** Mail with the desk's clock. */
import type { PushChannel } from '../../bot/channel.ts';
import type { MailConfig } from '../config.ts';

export async function openMail(config: MailConfig, { now }: { now(): number }): Promise<PushChannel> {
  const { createMailChannel } = await import('../../adapters/mail/index.ts');
  return createMailChannel({ ...config, now });
}
