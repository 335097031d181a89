/** Keys of conversations and addresses. Ids are opaque, so they are put into a JSON list, never glued together. */
import { z } from 'zod';
import type { Address, Update } from '../../bot/types.ts';

/** One chat of one channel (and topic): messages to it leave in order. */
export function addressKey(address: Address): string {
  const { channel, chat, kind, topic } = address;
  return JSON.stringify(topic === undefined ? [channel, kind, chat] : [channel, kind, chat, topic]);
}

/** Whether an address is among those of `keys`; a topic belongs to its group, unless the group was named by its topic. */
export function isAmong(keys: ReadonlySet<string>, address: Address): boolean {
  const { topic: _topic, ...whole } = address;
  return keys.has(addressKey(address)) || keys.has(addressKey(whole));
}

/** One person in one chat: in a group everybody has a conversation of their own. */
export function conversationKey(address: Address, senderId: string): string {
  return JSON.stringify([address.channel, address.kind, address.chat, address.topic ?? '', senderId]);
}

export function conversationKeyOf(update: Pick<Update, 'address' | 'sender'>): string {
  return conversationKey(update.address, update.sender.id);
}

const KeyParts = z.tuple([z.string(), z.enum(['private', 'group']), z.string(), z.string(), z.string()]);

/** Whose a conversation is, and where it is: the way back from `conversationKey`. */
export function conversationOf(key: string): { address: Address; senderId: string } {
  const [channel, kind, chat, topic, senderId] = KeyParts.parse(JSON.parse(key));
  return { address: { channel, kind, chat, ...(topic === '' ? {} : { topic }) }, senderId };
}
