/** From the web page's message (the HTTP contract, «Web chat») to an update. Secrets are masked here, before anything. */
import { z } from 'zod';
import { maskSecrets } from '../../bot/secrets.ts';
import { Action, type Address, type SecretKind, Sender, type Update } from '../../bot/types.ts';

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
    /** In a group: the key of the card that is replied to, and whether the bot is spoken to. */
    replyTo: line(200).optional(),
    mentioned: z.boolean().optional(),
  })
  .refine((message) => (message.text === undefined) !== (message.action === undefined), {
    error: 'exactly one of text and action',
    path: ['text'],
  })
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

/** `at` is ISO 8601. `messageId` is unique to its sender, so the update's id holds both. */
export function decode(message: WebMessage, address: Address, at: string): Update {
  const base = {
    updateId: JSON.stringify([address.chat, message.user.id, message.messageId]),
    at,
    address,
    sender: maskedSender(message.user),
    ...(message.replyTo ? { replyTo: message.replyTo } : {}),
    ...(message.mentioned ? { mentioned: true } : {}),
  };
  if (message.action) return { ...base, kind: 'action', action: maskedAction(message.action) };
  const { text, found } = maskSecrets(message.text ?? '');
  const masked: SecretKind[] = [...new Set(found.map((secret) => secret.kind))];
  return { ...base, kind: 'utterance', text, ...(masked.length > 0 ? { masked } : {}) };
}

/** The id is opaque and stays as it is; what is shown to people is masked like any text. */
function maskedSender(user: WebMessage['user']): Sender {
  const shown = (text: string | undefined) => (text?.trim() ? maskSecrets(text).text.trim() : undefined);
  const [name, department, phone] = [
    shown(user.name),
    shown(user.department),
    user.phone?.trim() || undefined,
  ];
  return Sender.parse({
    id: user.id,
    ...(name ? { name } : {}),
    ...(department ? { department } : {}),
    ...(phone ? { phone } : {}),
  });
}

function maskedAction(action: NonNullable<WebMessage['action']>): Action {
  const form = Object.entries(action.form ?? {}).map(([name, value]) => [name, maskSecrets(value).text]);
  return Action.parse({
    id: action.id,
    value: action.value,
    ...(form.length > 0 ? { form: Object.fromEntries(form) } : {}),
  });
}
