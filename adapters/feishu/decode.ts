/** From Feishu's events to updates. Secrets are masked here, before anything else sees the words. */
import { z } from 'zod';
import { incomingAction, incomingSender, incomingText } from '../../bot/incoming.ts';
import type { Address, Mention, Update } from '../../bot/types.ts';
import { contentOf } from './content.ts';
import type { CardActionEvent, MessageEvent } from './events.ts';

export const FEISHU = 'feishu';

export interface Scene {
  /** The bot's own open id; null where it could not be asked yet. */
  botId: string | null;
  /** Epoch milliseconds. */
  now: number;
}

/** Null where a person said nothing in it: another bot's message, a sticker, an empty text. */
export function decodeMessage({ sender, message }: MessageEvent, scene: Scene): Update | null {
  const senderId = sender.sender_id?.open_id;
  if (sender.sender_type !== 'user' || !senderId) return null;
  const mentions = mentionsOf(message, scene.botId);
  const content = contentOf(message.message_type, message.content, message.message_id, mentions.words);
  if (!content) return null;
  const { attachments } = content;
  const said = incomingText(content.text);
  // In a group the bot's bare name is a question too.
  if (said.text.trim() === '' && attachments.length === 0 && !mentions.bot) return null;
  return {
    kind: 'utterance',
    updateId: `message:${message.message_id}`,
    messageId: message.message_id,
    at: new Date(momentOf(message.create_time) ?? scene.now).toISOString(),
    address: addressOf(message),
    sender: incomingSender({ id: senderId }),
    ...said,
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(mentions.bot ? { mentioned: true } : {}),
    ...(mentions.others.length > 0 ? { mentions: mentions.others } : {}),
    ...(message.parent_id ? { replyToMessage: message.parent_id } : {}),
  };
}

/** A thread is known by its first message: answers in it are replies to that one. */
function addressOf({ chat_id, chat_type, thread_id, root_id, message_id }: MessageEvent['message']): Address {
  const kind = chat_type === 'p2p' ? 'private' : 'group';
  const topic = thread_id ? root_id || message_id : undefined;
  return { channel: FEISHU, chat: chat_id, kind, ...(topic ? { topic } : {}) };
}

/** Epoch milliseconds in text. */
function momentOf(text: string | null | undefined): number | null {
  return text && /^\d{12,14}$/.test(text) ? Number(text) : null;
}

const EVERYBODY = '@_all';

function mentionsOf({ mentions }: MessageEvent['message'], botId: string | null) {
  const named = mentions ?? [];
  const persons = named.filter(({ key }) => key !== EVERYBODY);
  // While its own id can't be asked, the bot is the one without a user's id: a message with a mention is meant for it.
  const bot =
    botId === null
      ? (persons.find(({ id }) => !id?.user_id) ?? persons[0])
      : persons.find(({ id }) => id?.open_id === botId);
  const others: Mention[] = persons
    .filter((one) => one !== bot && one.id?.open_id)
    .map(({ id, name }) => ({ id: id?.open_id ?? '', name: incomingText(name ?? '').text.slice(0, 200) }))
    .slice(0, 50);
  const words = (key: string): string => {
    if (key === bot?.key) return ' ';
    const name = key === EVERYBODY ? '所有人' : named.find((one) => one.key === key)?.name;
    return name ? `@${name} ` : ' ';
  };
  return { bot: bot !== undefined, others, words };
}

/** What our buttons carry: the action, and where their card was sent. Names are short, a card has little room. */
export const ButtonValue = z.object({
  /** The action's id and value. */
  a: z.string().min(1).max(64),
  v: z.string().max(256),
  /** `p`: a private chat, `g`: a group. */
  k: z.enum(['p', 'g']),
  /** The thread. */
  t: z.string().optional(),
});
export type ButtonValue = z.infer<typeof ButtonValue>;

/** A form's fields are named `field` after this; names are unique in a card. */
export const formPrefix = (index: number): string => `f${index}_`;
const FORM_NAME = /^f\d+_(.{1,60})$/s;

/** Null where it is no button of ours. */
export function decodeAction(event: CardActionEvent, scene: Scene): Update | null {
  const value = ButtonValue.safeParse(event.action.value);
  const senderId = event.operator.open_id;
  if (!value.success || !senderId) return null;
  const { a, v, k, t } = value.data;
  const chat = event.context.open_chat_id;
  const form = formOf(event.action.form_value ?? {});
  return {
    kind: 'action',
    updateId: `action:${event.event_id}`,
    at: new Date(scene.now).toISOString(),
    address: { channel: FEISHU, chat, kind: k === 'p' ? 'private' : 'group', ...(t ? { topic: t } : {}) },
    sender: incomingSender({ id: senderId }),
    action: incomingAction({ id: a, value: v, form }),
    messageId: event.context.open_message_id,
  };
}

function formOf(values: Readonly<Record<string, unknown>>): Record<string, string> | undefined {
  const fields = Object.entries(values).flatMap(([name, value]) => {
    const field = FORM_NAME.exec(name)?.[1];
    return field !== undefined && typeof value === 'string' ? [[field, value] as const] : [];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}
