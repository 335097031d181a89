/** What the Bot API sends, as far as the desk reads it: https://core.telegram.org/bots/api#update. Ids exceed 32 bits. */
import { z } from 'zod';

const Id = z.int();

export const User = z.object({
  id: Id,
  is_bot: z.boolean().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  username: z.string().optional(),
});
export type User = z.infer<typeof User>;

export const Chat = z.object({
  id: Id,
  type: z.string(),
  title: z.string().optional(),
  username: z.string().optional(),
});
export type Chat = z.infer<typeof Chat>;

export const Entity = z.object({ type: z.string(), offset: Id, length: Id, user: User.optional() });
export type Entity = z.infer<typeof Entity>;

const File = z.object({
  file_id: z.string().min(1),
  file_unique_id: z.string().optional(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: z.number().nonnegative().optional(),
});
export type File = z.infer<typeof File>;

export const Message = z.object({
  message_id: Id,
  date: Id,
  chat: Chat,
  from: User.optional(),
  /** Whoever writes in the name of a group or channel. */
  sender_chat: Chat.optional(),
  is_automatic_forward: z.boolean().optional(),
  message_thread_id: Id.optional(),
  is_topic_message: z.boolean().optional(),
  text: z.string().optional(),
  entities: z.array(Entity).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(Entity).optional(),
  photo: z.array(File).optional(),
  document: File.optional(),
  voice: File.optional(),
  audio: File.optional(),
  video: File.optional(),
  video_note: File.optional(),
  animation: File.optional(),
  sticker: z.object({ emoji: z.string().optional() }).optional(),
  contact: z
    .object({
      phone_number: z.string(),
      first_name: z.string().optional(),
      last_name: z.string().optional(),
      user_id: Id.optional(),
    })
    .optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  venue: z.object({ title: z.string(), address: z.string() }).optional(),
  reply_to_message: z
    .object({ message_id: Id, from: User.optional(), reply_markup: z.unknown().optional() })
    .optional(),
  migrate_to_chat_id: Id.optional(),
});
export type Message = z.infer<typeof Message>;

export const CallbackQuery = z.object({
  id: z.string().min(1),
  from: User,
  /** Absent or without a text where it is too old to be shown. */
  message: Message.pick({
    message_id: true,
    chat: true,
    message_thread_id: true,
    is_topic_message: true,
  })
    .partial({ message_id: true })
    .optional(),
  data: z.string().optional(),
});
export type CallbackQuery = z.infer<typeof CallbackQuery>;

export const TelegramUpdate = z.object({
  update_id: Id,
  message: Message.optional(),
  edited_message: Message.optional(),
  callback_query: CallbackQuery.optional(),
  /** The bot itself was added to a chat, made an administrator, or taken out. */
  my_chat_member: z.object({ chat: Chat, new_chat_member: z.object({ status: z.string() }) }).optional(),
});
export type TelegramUpdate = z.infer<typeof TelegramUpdate>;

/** What of all there is the bot asks to be sent. */
export const WANTED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;
