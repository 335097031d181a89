/** Wechaty and whatever puppet is configured. Loading this loads both, which weighs much. */
import { FileBox, type FileBoxInterface } from 'file-box';
import type { Contact, Message, Wechaty } from 'wechaty';
import { types, WechatyBuilder, log as wechatyLog } from 'wechaty';
import type { FetchedAttachment } from '../../bot/channel.ts';
import type { Heard, HeardKind } from './decode.ts';
import {
  type LineEvents,
  type PuppetLine,
  type PuppetSettings,
  reasonOf,
  type Said,
  type Saying,
} from './line.ts';

export interface PuppetOptions extends Omit<PuppetSettings, 'puppet'> {
  /** The npm name of a puppet, or one that was made already. */
  puppet: string | NonNullable<Parameters<typeof WechatyBuilder.build>[0]>['puppet'];
}

const KINDS: Readonly<Record<number, HeardKind>> = {
  [types.Message.Text]: 'text',
  [types.Message.Image]: 'image',
  [types.Message.Attachment]: 'file',
  [types.Message.Audio]: 'voice',
  [types.Message.Video]: 'video',
  [types.Message.Emoticon]: 'emoticon',
  [types.Message.Location]: 'place',
  [types.Message.Url]: 'link',
  [types.Message.Recalled]: 'recalled',
};

/** `start` rejects where the puppet can't be loaded. Whatever a puppet throws besides ends the process it runs in. */
export function createPuppet(options: PuppetOptions, events: Omit<LineEvents, 'onExit'>): PuppetLine {
  // What it prints otherwise would stand among the server's own lines.
  wechatyLog.level('error');
  const bot = built(options);
  const inTurn = oneByOne(events.onError);
  bot.on('scan', (code, status) => {
    const scanned = status === types.ScanStatus.Scanned || status === types.ScanStatus.Confirmed;
    events.onScan(code, scanned);
  });
  bot.on('login', () => events.onLogin());
  bot.on('logout', () => events.onLogout());
  bot.on('heartbeat', () => events.onAlive());
  bot.on('dong', () => events.onAlive());
  bot.on('error', (error) => events.onError(reasonOf(error)));
  bot.on('message', (message) => {
    events.onAlive();
    inTurn(async () => {
      if (!message.self()) events.onHeard(await heardOf(message, bot));
    });
  });
  // Nobody can write to the bot in a chat of two before they are its contact.
  bot.on('friendship', (friendship) => {
    if (friendship.type() === types.Friendship.Receive)
      friendship.accept().catch((error: unknown) => events.onError(reasonOf(error)));
  });
  return {
    start: () => bot.start(),
    stop: () => bot.stop(),
    call: () => bot.ding('the desk'),
    say: (chat, room, what, answered) =>
      said(() => (room ? sayInRoom(bot, chat, what, answered) : sayTo(bot, chat, what))),
    download: (messageId, mostBytes) => download(bot, messageId, mostBytes),
  };
}

function built({ puppet, serviceToken, memory }: PuppetOptions): Wechaty {
  const name = memory === null ? {} : { name: memory };
  if (typeof puppet !== 'string') return WechatyBuilder.build({ ...name, ...(puppet ? { puppet } : {}) });
  const token = serviceToken === null ? {} : { puppetOptions: { token: serviceToken } };
  // Wechaty lists the puppets it knows; any other is imported by its name just so.
  const known = puppet as 'wechaty-puppet-service';
  return WechatyBuilder.build({ ...name, puppet: known, ...token });
}

/** One after the other: reading a message asks the puppet for names, and a quicker one must not overtake. */
function oneByOne(onError: (error: string) => void): (task: () => Promise<void>) => void {
  let tail = Promise.resolve();
  return (task) => {
    tail = tail.then(task).catch((error: unknown) => onError(reasonOf(error)));
  };
}

async function heardOf(message: Message, bot: Wechaty): Promise<Heard> {
  const room = message.room() ?? null;
  const talker = message.talker();
  const self = bot.currentUser;
  const nameIn = async (contact: Contact) => (room && (await room.alias(contact))) || contact.name();
  const mentioned = room ? await message.mentionList() : [];
  return {
    id: message.id,
    kind: KINDS[message.type()] ?? 'other',
    text: message.text(),
    at: message.date().toISOString(),
    talker: { id: talker.id, name: talker.name() },
    room: room?.id ?? null,
    mentioned: await Promise.all(mentioned.map(async (one) => ({ id: one.id, name: await nameIn(one) }))),
    self: { id: self.id, names: [...new Set([self.name(), await nameIn(self)])] },
    filename: message.payload?.filename ?? null,
  };
}

async function said(say: () => Promise<string | undefined | null>): Promise<Said> {
  try {
    const id = await say();
    return id === null
      ? { ok: false, known: false, error: 'no such chat' }
      : { ok: true, ...(id ? { id } : {}) };
  } catch (error) {
    return { ok: false, known: true, error: reasonOf(error) };
  }
}

/** Not every puppet tells the id of what was sent. Null where nobody of that id is known. */
async function sayTo(bot: Wechaty, chat: string, what: Saying): Promise<string | undefined | null> {
  const contact = await bot.Contact.find({ id: chat });
  if (!contact) return null;
  return (typeof what === 'string' ? await contact.say(what) : await contact.say(boxOf(what)))?.id;
}

function boxOf({ name, bytes }: Exclude<Saying, string>): FileBoxInterface {
  return FileBox.fromBase64(Buffer.from(bytes).toString('base64'), name);
}

async function sayInRoom(
  bot: Wechaty,
  chat: string,
  what: Saying,
  answered: string | undefined,
): Promise<string | undefined | null> {
  const room = await bot.Room.find({ id: chat });
  if (!room) return null;
  // A file can name nobody.
  if (typeof what !== 'string') return (await room.say(boxOf(what)))?.id;
  const asker = answered === undefined ? undefined : await talkerOf(bot, answered);
  return (asker ? await room.say(what, asker) : await room.say(what))?.id;
}

/** Undefined for a message that the puppet has forgotten. */
async function talkerOf(bot: Wechaty, messageId: string): Promise<Contact | undefined> {
  const message = await bot.Message.find({ id: messageId }).catch(() => undefined);
  return message?.talker();
}

async function download(bot: Wechaty, messageId: string, mostBytes: number): Promise<FetchedAttachment> {
  try {
    const message = await bot.Message.find({ id: messageId });
    if (!message) return { ok: false, retry: false, error: 'WeChat has forgotten the message' };
    const box = await message.toFileBox();
    const bytes = await readAtMost(await box.toStream(), mostBytes);
    if (!bytes) return { ok: false, retry: false, error: `larger than ${mostBytes} bytes` };
    const type = box.mediaType;
    return { ok: true, bytes, name: box.name, ...(type && type !== 'application/unknown' ? { type } : {}) };
  } catch (error) {
    return { ok: false, retry: true, error: reasonOf(error) };
  }
}

/** Null where there is more; the rest is not read. */
async function readAtMost(stream: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
