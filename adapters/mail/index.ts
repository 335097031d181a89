/** Mail, one way: vendors and other people outside every chat are told in a letter. What they answer goes to the desk's own mailbox. */
import type { ChannelState, ChannelStatus, PushChannel, SendResult } from '../../bot/channel.ts';
import { createClient, type MailSettings } from './client.ts';
import { encode } from './encode.ts';

export const MAIL = 'mail';

export interface MailOptions extends MailSettings {
  /** Epoch milliseconds. */
  now(): number;
}

/** What most servers take in one letter; a larger file is named with a link. */
const MOST_FILE_BYTES = 10_000_000;
/** Some servers refuse longer letters; what the desk writes is far shorter. */
const MOST_CHARACTERS = 100_000;

export function createMailChannel(options: MailOptions): PushChannel {
  const client = createClient(options);
  const host = /@([^@<>\s]+)>?\s*$/.exec(options.from)?.[1] ?? 'localhost';
  let status: ChannelStatus = { state: 'starting', since: options.now() };
  const becomes = (state: ChannelState, detail?: string) => {
    if (status.state === state && status.detail === detail) return;
    status = { state, since: options.now(), ...(detail === undefined ? {} : { detail }) };
  };
  const note = (result: SendResult): SendResult => {
    if (result.ok || !result.retry) becomes('ready');
    else becomes('reconnecting', result.error);
    return result;
  };
  return {
    name: MAIL,
    capabilities: {
      cards: false,
      forms: false,
      editing: false,
      files: true,
      oneWay: true,
      delivery: 'push',
      limits: { text: { most: MOST_CHARACTERS, unit: 'characters' }, fileBytes: MOST_FILE_BYTES },
    },
    send: async (message) => note(await client.send(await encode(message, host))),
    async start() {
      becomes('ready');
    },
    async stop() {
      client.close();
      becomes('stopped');
    },
    status: () => status,
  };
}
