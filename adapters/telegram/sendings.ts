/** The calls by which a message, a picture or a document gets into a chat. */
import { type Api, InputFile } from 'grammy';
import type { OutgoingFile } from '../../bot/channel.ts';
import type { forGrammy } from './client.ts';
import type { TelegramMessage } from './encode.ts';

/** Chat, topic, and what is answered. */
export interface Where {
  chat_id: string;
  message_thread_id?: number;
  reply_parameters?: { message_id: number; allow_sending_without_reply: true };
}

export interface Target {
  api: Api;
  where: Where;
  signal: ReturnType<typeof forGrammy>;
}

export type Sending = (target: Target) => Promise<{ message_id: number }>;

export function sayingOf({ api, where, signal }: Target, one: TelegramMessage) {
  return api.raw.sendMessage(
    {
      ...where,
      text: one.text,
      entities: one.entities,
      link_preview_options: { is_disabled: true },
      ...(one.keyboard.length > 0 ? { reply_markup: { inline_keyboard: one.keyboard } } : {}),
    },
    signal,
  );
}

/** https://core.telegram.org/bots/api#sendphoto: what is larger, or of another kind, goes as a document. */
const MOST_PHOTO_BYTES = 10_000_000;
const PHOTO = /^image\/(?:png|jpeg|webp)$/;

/** In the order in which they are tried: Telegram refuses pictures of unusual width and height, but not as documents. */
export function sendingsOf({ name, type }: OutgoingFile, bytes: Uint8Array): Sending[] {
  const photo: Sending = ({ api, where, signal }) =>
    api.raw.sendPhoto({ ...where, photo: new InputFile(bytes, name) }, signal);
  const document: Sending = ({ api, where, signal }) =>
    api.raw.sendDocument({ ...where, document: new InputFile(bytes, name) }, signal);
  return PHOTO.test(type) && bytes.length <= MOST_PHOTO_BYTES ? [photo, document] : [document];
}
