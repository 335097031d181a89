/** What the desk calls a chat, and what Telegram calls it now: they differ for `@name` groups and for groups that moved. */
import type { Chat } from './incoming.ts';

export interface Chats {
  /** The desk's name of a chat that something came from. */
  nameOf(chat: Pick<Chat, 'id' | 'username'>): string;
  /** What to send to. */
  targetOf(name: string): string;
  /** A group became a supergroup and has another number. */
  moved(name: string, to: string): void;
}

/** `configured`: chats that the desk's settings name; those that begin with @ are known by that. Held in memory. */
export function createChats(configured: readonly string[]): Chats {
  const named = new Map(
    configured.filter((name) => name.startsWith('@')).map((name) => [name.toLowerCase(), name]),
  );
  const targets = new Map<string, string>();
  const names = new Map<string, string>();
  return {
    nameOf({ id, username }) {
      const byName = username === undefined ? undefined : named.get(`@${username.toLowerCase()}`);
      return byName ?? names.get(String(id)) ?? String(id);
    },
    targetOf: (name) => targets.get(name) ?? name,
    moved(name, to) {
      targets.set(name, to);
      names.set(to, name);
    },
  };
}
