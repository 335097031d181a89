/** From the web page's message (the HTTP contract, «Web chat») to an update. Secrets are masked here, before anything. */
import { z } from 'zod';
import { incomingAction, incomingSender, incomingText } from '../../bot/incoming.ts';
import { MOST_FILES } from '../../bot/reply.ts';
import type { Address, Attachment, Update } from '../../bot/types.ts';

/** PostgreSQL takes neither NUL nor half of a surrogate pair. */
const storable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();
const STORABLE = { error: 'text without NUL characters or broken surrogates' };

const line = (most: number) => z.string().max(most).refine(storable, STORABLE);

const WebSender = z.object({
  id: line(256).min(1),
  name: line(200).optional(),
  department: line(200).optional(),
  phone: line(50).optional(),
});

const WebAction = z.object({
  id: line(64).min(1),
  value: line(256),
  form: z.record(z.string().max(64), line(5000)).optional(),
});

export const WebMessage = z
  .object({
    messageId: line(200).min(1),
    user: WebSender,
    text: line(20_000).min(1).optional(),
    action: WebAction.optional(),
    /** Ids of files that the sender uploaded for it; with them the text may be left out. */
    files: z.array(z.uuid()).min(1).max(MOST_FILES).optional(),
    /** In a group: the key of the card that is replied to, and whether the bot is spoken to. */
    replyTo: line(200).optional(),
    mentioned: z.boolean().optional(),
  })
  .refine(
    ({ text, files, action }) => (action === undefined) !== (text === undefined && files === undefined),
    {
      error: 'text, files or both, or an action alone',
      path: ['text'],
    },
  )
  .refine((message) => message.text === undefined || message.text.trim() !== '', {
    error: 'text that is not blank',
    path: ['text'],
  });
export type WebMessage = z.infer<typeof WebMessage>;

export const WEB = 'web';

/** Where a web user is answered: a chat of their own. */
export function privateAddress(userId: string): Address {
  return { channel: WEB, chat: userId, kind: 'private' };
}

/**
 * `at` is ISO 8601. `messageId` is unique to its sender, so the update's id holds both. `attachments` are the message's
 * files, as the desk keeps them.
 */
export function decode(
  message: WebMessage,
  address: Address,
  at: string,
  attachments: readonly Attachment[] = [],
): Update {
  const base = {
    updateId: JSON.stringify([address.chat, message.user.id, message.messageId]),
    at,
    address,
    sender: incomingSender(message.user),
    ...(message.replyTo ? { replyTo: message.replyTo } : {}),
    ...(message.mentioned ? { mentioned: true } : {}),
  };
  if (message.action) return { ...base, kind: 'action', action: incomingAction(message.action) };
  return {
    ...base,
    kind: 'utterance',
    ...incomingText(message.text ?? ''),
    ...(attachments.length > 0 ? { attachments: [...attachments] } : {}),
  };
}
