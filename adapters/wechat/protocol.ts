/** What the desk and the puppet's process say to each other, by Node's own channel between processes. */
import type { FetchedAttachment } from '../../bot/channel.ts';
import type { Heard } from './decode.ts';
import type { PuppetSettings, Said, Saying } from './line.ts';

export type ToPuppet =
  | { do: 'start'; settings: PuppetSettings }
  | { do: 'call' }
  | { do: 'say'; ask: number; chat: string; room: boolean; what: Saying; answered: string | undefined }
  | { do: 'download'; ask: number; messageId: string; mostBytes: number };

export type FromPuppet =
  | { is: 'started' }
  | { is: 'failed'; error: string }
  | { is: 'scan'; code: string; scanned: boolean }
  | { is: 'login' }
  | { is: 'logout' }
  | { is: 'alive' }
  | { is: 'heard'; heard: Heard }
  | { is: 'error'; error: string }
  | { is: 'said'; ask: number; said: Said }
  | { is: 'downloaded'; ask: number; fetched: FetchedAttachment };
