/** A WeChat message, as the puppet gives it, as an update of the desk. Secrets are masked here, before anything else. */
import type { Incoming } from '../../bot/channel.ts';
import { incomingSender, incomingText, storable } from '../../bot/incoming.ts';
import { maskSecrets } from '../../bot/secrets.ts';
import type { Address, Attachment } from '../../bot/types.ts';

export const WECHAT = 'wechat';

export type HeardKind =
  | 'text'
  | 'image'
  | 'file'
  | 'voice'
  | 'video'
  | 'emoticon'
  | 'place'
  | 'link'
  | 'recalled'
  | 'other';

/** What is read out of a message of Wechaty's, so that the rest needs no puppet. */
export interface Heard {
  id: string;
  kind: HeardKind;
  /** Of a recalled message: the id of the one that was taken back. */
  text: string;
  /** ISO 8601. */
  at: string;
  talker: { id: string; name: string };
  /** The room's id; null in a chat of two. */
  room: string | null;
  /** Members who were named with @, and what they are called in the room. */
  mentioned: readonly { id: string; name: string }[];
  /** Who the bot is: its id, and every name under which it may be called in this room. */
  self: { id: string; names: readonly string[] };
  filename: string | null;
}

/** Null where there is nothing to take in. */
export function decode(heard: Heard): Incoming | null {
  if (heard.talker.id === heard.self.id) return null;
  if (heard.kind === 'recalled') {
    const messageId = heard.text.trim();
    return messageId ? { kind: 'recalled', channel: WECHAT, messageId } : null;
  }
  const said = saidIn(heard);
  const attachments = attachmentsOf(heard);
  if (said.text === '' && attachments.length === 0) return null;
  const { text, masked } = incomingText(said.text);
  const others = heard.mentioned.filter(({ id }) => id !== heard.self.id);
  const mentions = others.slice(0, 50).map(({ id, name }) => ({ id, name: name.slice(0, 200) }));
  return {
    kind: 'utterance',
    updateId: heard.id,
    messageId: heard.id,
    at: heard.at,
    address: addressOf(heard),
    sender: incomingSender({
      id: heard.talker.id,
      ...(heard.talker.name ? { name: heard.talker.name.slice(0, 200) } : {}),
    }),
    ...(said.named ? { mentioned: true } : {}),
    ...(mentions.length > 0 ? { mentions } : {}),
    text,
    ...(masked ? { masked } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

/** In a room everybody has a conversation of their own: the desk tells them apart by room and sender. */
function addressOf({ room, talker }: Heard): Address {
  return room === null
    ? { channel: WECHAT, chat: talker.id, kind: 'private' }
    : { channel: WECHAT, chat: room, kind: 'group' };
}

/** WeChat puts this blank after a name that was picked from its list. */
const AFTER_NAME = '(?:\\u2005|\\s|$)';
/** Kinds whose text is what a person wrote, or what stands for it; that of files is the puppet's own XML. */
const WORDED: readonly HeardKind[] = ['text', 'place', 'link'];

function saidIn(heard: Heard): { text: string; named: boolean } {
  const raw = WORDED.includes(heard.kind) ? storable(heard.text) : '';
  const names = heard.self.names
    .filter(Boolean)
    .map((name) => new RegExp(`@${RegExp.escape(name)}${AFTER_NAME}`, 'giu'));
  const byWord = heard.room !== null && names.some((name) => raw.search(name) >= 0);
  const named = heard.room !== null && (byWord || heard.mentioned.some(({ id }) => id === heard.self.id));
  const without = byWord ? names.reduce((text, name) => text.replace(name, ' '), raw) : raw;
  const text = without.replaceAll('\u2005', ' ').trim();
  // Somebody only called: the desk knows what that means.
  return { text: text === '' && named ? `@${heard.self.names[0] ?? ''}` : text, named };
}

const FILES: Readonly<Partial<Record<HeardKind, { kind: Attachment['kind']; name: string }>>> = {
  image: { kind: 'image', name: 'picture.jpg' },
  file: { kind: 'file', name: 'file' },
  voice: { kind: 'voice', name: 'voice.sil' },
  video: { kind: 'video', name: 'video.mp4' },
};

/** The puppet fetches it by the message's id. */
function attachmentsOf({ id, kind, filename }: Heard): Attachment[] {
  const file = FILES[kind];
  if (!file) return [];
  const name = maskSecrets(storable(filename ?? '')).text.trim() || file.name;
  return [{ kind: file.kind, name: name.slice(-255).toWellFormed(), ref: id }];
}
