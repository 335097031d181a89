/** What stands between the channel and the puppet: in tests both are in one process, in life the puppet has its own. */
import type { FetchedAttachment } from '../../bot/channel.ts';
import type { Heard } from './decode.ts';

export interface PuppetSettings {
  /** The npm name of a puppet. */
  puppet: string;
  serviceToken: string | null;
  /** A path without an ending, where the puppet keeps its session; null: nowhere. */
  memory: string | null;
}

export interface LineEvents {
  onScan(code: string, scanned: boolean): void;
  onLogin(): void;
  onLogout(): void;
  onAlive(): void;
  onHeard(heard: Heard): void;
  /** Something in the puppet failed; no words of people, no token. */
  onError(error: string): void;
  /** The process that it lived in is gone. */
  onExit(reason: string): void;
}

/** `known` is false where nobody of that id is there: it is never going to work. */
export type Said = { ok: true; id?: string } | { ok: false; known: boolean; error: string };

/** Words, or a picture or file. */
export type Saying = string | { name: string; bytes: Uint8Array };

export interface PuppetLine {
  /** Rejects where the puppet can't be loaded. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Asks the puppet for a sign of life. */
  call(): void;
  /** Says something in a room, or to a contact; in a room to whoever wrote the message `answered`. */
  say(chat: string, room: boolean, what: Saying, answered: string | undefined): Promise<Said>;
  download(messageId: string, mostBytes: number): Promise<FetchedAttachment>;
}

/** Wechaty's errors carry whole payloads in their details: the message's first line is enough. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0]?.slice(0, 200) ?? '';
}
