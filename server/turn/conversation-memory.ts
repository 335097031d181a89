/**
 * Conversations as this server last saved them, so that most turns need not ask for what they know. Only a hint: whoever
 * saves says which version they began with, and begins again from the database where it is another one by now.
 */
import type { Conversation } from '../../bot/dialogue/conversation.ts';

export interface Remembered {
  conversation: Conversation;
  version: number;
}

export interface ConversationMemory {
  /** Undefined where it is not known, or was found changed by another server the last time. */
  recall(key: string): Remembered | undefined;
  /** After the commit of a turn that began with version `beganWith`; null where it began the conversation. */
  keep(key: string, saved: Remembered, beganWith: number | null): void;
}

/** Some kilobytes each. */
const MOST = 2_000;

export function createConversationMemory(most = MOST): ConversationMemory {
  /** The one used last comes last. `shared`: another server works it too, so a look at the database is cheaper than a guess. */
  const known = new Map<string, Remembered & { shared: boolean }>();
  return {
    recall(key) {
      const found = known.get(key);
      return found?.shared ? undefined : found;
    },
    keep(key, saved, beganWith) {
      const before = known.get(key);
      known.delete(key);
      known.set(key, { ...saved, shared: before !== undefined && before.version !== beganWith });
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
  };
}
