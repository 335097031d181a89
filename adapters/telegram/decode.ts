/** A Telegram update as an update of the desk. Secrets are masked here, before anything else sees the words. */
import { incomingSender, incomingText, storable } from '../../bot/incoming.ts';
import type { Sender, Update } from '../../bot/types.ts';
import { attachmentsOf } from './attachments.ts';
import { type Pressed, readCallbackData } from './callback-data.ts';
import { addressOf, messageIdOf } from './ids.ts';
import type { CallbackQuery, Chat, Message, TelegramUpdate, User } from './incoming.ts';
import { type Self, saidIn } from './said.ts';

export interface DecodeContext {
  self: Self;
  /** What the desk calls a chat: its number, or the `@name` under which it is configured. */
  chatName(chat: Chat): string;
  /** What a person says who shares their own telephone number, as a whole message. */
  sharedContactSays: string;
  /** ISO 8601: when a button was pressed, of which Telegram says nothing. */
  now: string;
}

type Press = Omit<Extract<Update, { kind: 'action' }>, 'kind' | 'action'>;

export type Decoded =
  | { kind: 'update'; update: Update }
  /** A button; `pressed` is null where it carries nothing of ours. `callback` has to be answered. */
  | { kind: 'press'; callback: string; pressed: Pressed | null; press: Press }
  /** The bot is now something else in a group: an operator looks for its number. */
  | { kind: 'group'; chat: string; bot: string }
  /** Nothing to take in; a `callback` has to be answered all the same. */
  | { kind: 'nothing'; why: string; callback?: string };

export function decode(incoming: TelegramUpdate, context: DecodeContext): Decoded {
  const updateId = String(incoming.update_id);
  if (incoming.callback_query) return decodePress(incoming.callback_query, updateId, context);
  if (incoming.message) return decodeMessage(incoming.message, updateId, false, context);
  if (incoming.edited_message) return decodeMessage(incoming.edited_message, updateId, true, context);
  const own = incoming.my_chat_member;
  if (own && own.chat.type !== 'private')
    return { kind: 'group', chat: String(own.chat.id), bot: own.new_chat_member.status };
  return { kind: 'nothing', why: 'no message and no button' };
}

function decodePress(query: CallbackQuery, updateId: string, context: DecodeContext): Decoded {
  const { id: callback, from, message, data } = query;
  if (!message || message.chat.type === 'channel')
    return { kind: 'nothing', why: 'a button without a chat', callback };
  const chat = context.chatName(message.chat);
  const press: Press = {
    updateId,
    at: context.now,
    address: addressOf(message.chat, chat, message),
    sender: senderOf(from),
    ...(message.message_id === undefined ? {} : { messageId: messageIdOf(chat, message.message_id) }),
  };
  return { kind: 'press', callback, pressed: data === undefined ? null : readCallbackData(data), press };
}

function decodeMessage(message: Message, updateId: string, edited: boolean, context: DecodeContext): Decoded {
  const { chat } = message;
  if (chat.type === 'channel' || message.is_automatic_forward)
    return { kind: 'nothing', why: 'a post of a channel' };
  const from = message.sender_chat ? undefined : message.from;
  if (from?.is_bot) return { kind: 'nothing', why: 'written by a bot' };
  if (!from && !message.sender_chat) return { kind: 'nothing', why: 'written by nobody' };
  const said = saidIn(message, context.self);
  // A place that is shared while it moves comes as one change after the other.
  if (edited && said.text === '') return { kind: 'nothing', why: 'a change of no words' };
  const attachments = attachmentsOf(message);
  const raw = said.text || wordsWithoutText(message, context) || (said.named ? bareName(context.self) : '');
  const isAddressed = said.named || answersBot(message, context.self);
  if (raw === '' && attachments.length === 0) return { kind: 'nothing', why: 'nothing to read' };
  const name = context.chatName(chat);
  const sender = from
    ? { ...senderOf(from), ...ownNumber(message) }
    : namelessSender(message.sender_chat ?? chat);
  const { text, masked } = incomingText(raw);
  const { reply_to_message: before } = message;
  const update: Update = {
    kind: 'utterance',
    updateId,
    at: new Date(message.date * 1000).toISOString(),
    address: addressOf(chat, name, message),
    sender,
    messageId: messageIdOf(name, message.message_id),
    // The first message of a topic «replies» to the topic's own beginning.
    ...(before && before.message_id !== message.message_thread_id
      ? { replyToMessage: messageIdOf(name, before.message_id) }
      : {}),
    ...(isAddressed ? { mentioned: true } : {}),
    ...(said.mentions.length > 0 ? { mentions: said.mentions.slice(0, 50) } : {}),
    text,
    ...(masked ? { masked } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(edited ? { edited: true } : {}),
  };
  return { kind: 'update', update };
}

/** A sticker, a shared contact or a place says something, too. */
function wordsWithoutText(
  { sticker, contact, venue, location, from }: Message,
  context: DecodeContext,
): string {
  if (contact && contact.user_id !== undefined && contact.user_id === from?.id)
    return context.sharedContactSays;
  if (contact) return [contact.first_name, contact.last_name, contact.phone_number].filter(Boolean).join(' ');
  if (venue) return `${venue.title} ${venue.address}`;
  if (location) return `${location.latitude}, ${location.longitude}`;
  return sticker?.emoji ?? '';
}

/** Telegram says whose number it is only where the sender shared their own, and vouches for that one. */
function isOwn(contact: Message['contact'], from: User | undefined): boolean {
  return contact?.user_id !== undefined && contact.user_id === from?.id;
}

function ownNumber({ contact, from }: Message): Pick<Sender, 'mobile' | 'phone'> {
  const number = storable(contact?.phone_number ?? '').slice(0, 50);
  return isOwn(contact, from) && number ? { mobile: number, phone: number } : {};
}

/** Somebody only called: the desk knows what that means. */
function bareName({ username }: Self): string {
  return `@${username ?? 'bot'}`;
}

/** To reply to what the bot asked is to speak to it; to reply to a card with buttons is to speak about it. */
function answersBot({ reply_to_message: before }: Message, self: Self): boolean {
  return before?.from !== undefined && before.from.id === self.id && before.reply_markup === undefined;
}

function senderOf(user: User): Sender {
  const name = [user.first_name, user.last_name].filter(Boolean).join(' ') || user.username;
  return incomingSender({ id: String(user.id), ...(name ? { name: name.slice(0, 200) } : {}) });
}

function namelessSender(chat: Chat): Sender {
  return incomingSender({ id: String(chat.id), ...(chat.title ? { name: chat.title.slice(0, 200) } : {}) });
}
