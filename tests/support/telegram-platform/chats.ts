/** The chats of the local Bot API: messages are checked as Telegram checks them, and shown as people see them. */
import { type Button, type Person, type PlatformChat, Refused, type ShownMessage } from './types.ts';

type Payload = Record<string, unknown>;

const MOST_TEXT = 4096;
const MOST_BUTTONS = 100;
/** Methods that are not there because the desk has no use for them would be refused with 404. */
export interface ChatsState {
  chats: Map<number, PlatformChat>;
  messages: Map<number, ShownMessage[]>;
  /** Pictures are refused for their width and height. */
  oddPhotos: boolean;
}

export function createChatsState(): ChatsState {
  return { chats: new Map(), messages: new Map(), oddPhotos: false };
}

export function chatOf(state: ChatsState, given: unknown): PlatformChat {
  const found = [...state.chats.values()].find(
    (chat) =>
      String(chat.id) === String(given) || (chat.username !== undefined && `@${chat.username}` === given),
  );
  if (!found) throw new Refused(400, 'Bad Request: chat not found');
  if (found.blocked) throw new Refused(403, 'Forbidden: bot was blocked by the user');
  if (found.movedTo !== undefined)
    throw new Refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: found.movedTo,
    });
  return found;
}

export function messagesOf(state: ChatsState, chat: number): ShownMessage[] {
  const known = state.messages.get(chat);
  if (known) return known;
  const fresh: ShownMessage[] = [];
  state.messages.set(chat, fresh);
  return fresh;
}

export function add(
  state: ChatsState,
  chat: number,
  message: Omit<ShownMessage, 'message_id' | 'chat' | 'edits'>,
): ShownMessage {
  const all = messagesOf(state, chat);
  const added = { message_id: all.length + 1, chat, edits: 0, ...message };
  all.push(added);
  return added;
}

export function sendMessage(state: ChatsState, payload: Payload): ShownMessage {
  const { chat, ...place } = placeOf(state, payload);
  return add(state, chat.id, {
    from: 'bot',
    ...checkedText(payload),
    buttons: checkedKeyboard(payload.reply_markup),
    ...place,
  });
}

const MOST_PHOTO_BYTES = 10_000_000;
const MOST_DOCUMENT_BYTES = 50_000_000;

/** https://core.telegram.org/bots/api#sendphoto, #senddocument */
export function sendFile(state: ChatsState, kind: 'photo' | 'document', payload: Payload): ShownMessage {
  const { chat, ...place } = placeOf(state, payload);
  const file = payload[kind] as { name: string; bytes: Buffer } | undefined;
  if (!file?.bytes?.length) throw new Refused(400, 'Bad Request: file must be non-empty');
  const { name, bytes } = file;
  if (bytes.length > (kind === 'photo' ? MOST_PHOTO_BYTES : MOST_DOCUMENT_BYTES))
    throw new Refused(413, 'Request Entity Too Large');
  if (kind === 'photo' && state.oddPhotos) throw new Refused(400, 'Bad Request: PHOTO_INVALID_DIMENSIONS');
  return add(state, chat.id, {
    from: 'bot',
    text: '',
    bold: [],
    buttons: [],
    file: { kind, name, bytes },
    ...place,
  });
}

function placeOf(
  state: ChatsState,
  payload: Payload,
): { chat: PlatformChat } & Pick<ShownMessage, 'topic' | 'replyTo'> {
  const chat = chatOf(state, payload.chat_id);
  const topic = payload.message_thread_id as number | undefined;
  if (topic !== undefined && !chat.topics?.has(topic))
    throw new Refused(400, 'Bad Request: message thread not found');
  const replyTo = repliedTo(state, chat, payload);
  return {
    chat,
    ...(topic === undefined ? {} : { topic }),
    ...(replyTo === undefined ? {} : { replyTo }),
  };
}

export function editMessageText(state: ChatsState, payload: Payload): ShownMessage {
  const chat = chatOf(state, payload.chat_id);
  const message = messagesOf(state, chat.id).find((one) => one.message_id === payload.message_id);
  if (!message) throw new Refused(400, 'Bad Request: message to edit not found');
  if (message.from !== 'bot') throw new Refused(400, "Bad Request: message can't be edited");
  const next = { ...checkedText(payload), buttons: checkedKeyboard(payload.reply_markup) };
  const same =
    JSON.stringify([message.text, message.bold, message.buttons]) ===
    JSON.stringify([next.text, next.bold, next.buttons]);
  if (same)
    throw new Refused(
      400,
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  Object.assign(message, next, { edits: message.edits + 1 });
  return message;
}

function repliedTo(state: ChatsState, chat: PlatformChat, payload: Payload): number | undefined {
  const wanted = payload.reply_parameters as
    | { message_id: number; allow_sending_without_reply?: boolean }
    | undefined;
  if (!wanted) return undefined;
  if (messagesOf(state, chat.id).some((one) => one.message_id === wanted.message_id))
    return wanted.message_id;
  if (wanted.allow_sending_without_reply) return undefined;
  throw new Refused(400, 'Bad Request: message to be replied not found');
}

function checkedText(payload: Payload): { text: string; bold: string[] } {
  const text = payload.text;
  if (typeof text !== 'string' || text.trim() === '')
    throw new Refused(400, 'Bad Request: message text is empty');
  if (!text.isWellFormed()) throw new Refused(400, 'Bad Request: strings must be encoded in UTF-8');
  if (text.length > MOST_TEXT) throw new Refused(400, 'Bad Request: message is too long');
  if (payload.parse_mode !== undefined) throw new Refused(400, "Bad Request: can't parse entities");
  const entities = (payload.entities ?? []) as { type: string; offset: number; length: number }[];
  for (const { offset, length } of entities)
    if (offset < 0 || length <= 0 || offset + length > text.length)
      throw new Refused(400, 'Bad Request: entity beginning or end is out of the text');
  const bold = entities.filter(({ type }) => type === 'bold');
  return { text, bold: bold.map(({ offset, length }) => text.slice(offset, offset + length)) };
}

function checkedKeyboard(markup: unknown): Button[][] {
  const rows = (markup as { inline_keyboard?: Button[][] } | undefined)?.inline_keyboard ?? [];
  const buttons = rows.flat();
  if (buttons.length > MOST_BUTTONS) throw new Refused(400, 'Bad Request: reply markup is too long');
  for (const { text, callback_data: data, url } of buttons) {
    if (typeof text !== 'string' || text.trim() === '')
      throw new Refused(400, 'Bad Request: inline keyboard button text must be non-empty');
    if (url !== undefined) {
      if (!/^https?:\/\/[^/]*\./.test(url)) throw new Refused(400, 'Bad Request: BUTTON_URL_INVALID');
      continue;
    }
    const bytes = Buffer.byteLength(data ?? '');
    if (bytes < 1 || bytes > 64) throw new Refused(400, 'Bad Request: BUTTON_DATA_INVALID');
  }
  return rows.filter((row) => row.length > 0);
}

/** A message as the API gives it. */
export function messageJson(state: ChatsState, shown: ShownMessage, bot: Person): Record<string, unknown> {
  const chat = state.chats.get(shown.chat);
  return {
    message_id: shown.message_id,
    date: 1_795_000_000 + shown.message_id,
    chat: { id: shown.chat, type: chat?.type, title: chat?.title, username: chat?.username },
    from: shown.from === 'bot' ? { ...bot, is_bot: true } : { ...shown.from, is_bot: false },
    text: shown.text,
    ...(shown.topic === undefined ? {} : { message_thread_id: shown.topic, is_topic_message: true }),
    ...(shown.buttons.length > 0 ? { reply_markup: { inline_keyboard: shown.buttons } } : {}),
  };
}
