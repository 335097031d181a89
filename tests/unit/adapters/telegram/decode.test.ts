import { describe, expect, it } from 'vitest';
import { type DecodeContext, decode } from '../../../../adapters/telegram/decode.ts';
import { TelegramUpdate } from '../../../../adapters/telegram/incoming.ts';

const ANNA = { id: 5_300_000_001, is_bot: false, first_name: '安娜', last_name: '李' };
const BOT = { id: 7_000_000_001, is_bot: true, first_name: '服务台', username: 'it_desk_bot' };
const GROUP = { id: -1_001_234_567_890, type: 'supergroup', title: '运维' };

const context = (username: string | null = 'it_desk_bot'): DecodeContext => ({
  self: {
    id: BOT.id,
    username,
    commands: [
      { name: 'start', says: '你好', description: '' },
      { name: 'help', says: '帮助', description: '' },
    ],
  },
  chatName: ({ id }) => String(id),
  sharedContactSays: '我是谁',
  now: '2026-11-18T01:00:00.000Z',
});

/** A message as Telegram sends it; in a private chat unless `more` says otherwise. */
function decoded(more: object, username?: string | null) {
  const message = {
    message_id: 8,
    date: 1_795_000_000,
    from: ANNA,
    chat: { id: ANNA.id, type: 'private' },
    ...more,
  };
  return decode(TelegramUpdate.parse({ update_id: 7, message }), context(username));
}

function update(more: object, username?: string | null) {
  const result = decoded(more, username);
  if (result.kind !== 'update' || result.update.kind !== 'utterance')
    throw new Error(`it was ${result.kind}`);
  return result.update;
}

describe('who is spoken to in a group', () => {
  const inGroup = { chat: GROUP };
  const named = { entities: [{ type: 'mention', offset: 0, length: 12 }] };

  it.each([
    ['by name', { text: '@it_desk_bot 打印机坏了', ...named }, '打印机坏了'],
    ['by name, in other letters', { text: '@IT_Desk_Bot 打印机坏了', ...named }, '打印机坏了'],
    [
      'at the end',
      { text: '网断了 @it_desk_bot', entities: [{ type: 'mention', offset: 4, length: 12 }] },
      '网断了',
    ],
    [
      'by a command',
      { text: '/help@it_desk_bot', entities: [{ type: 'bot_command', offset: 0, length: 17 }] },
      '帮助',
    ],
    [
      'under a picture',
      { caption: '@it_desk_bot 蓝屏', caption_entities: named.entities, photo: [{ file_id: 'p' }] },
      '蓝屏',
    ],
    ['by a reply to its question', { text: '302', reply_to_message: { message_id: 5, from: BOT } }, '302'],
    ['by name alone', { text: '@it_desk_bot', ...named }, '@it_desk_bot'],
  ])('the bot: %s', (_how, message, text) => {
    expect(update({ ...inGroup, ...message })).toMatchObject({ mentioned: true, text });
  });

  it.each([
    ['nobody', { text: '打印机坏了' }],
    ['another bot', { text: '@other_bot 在吗', entities: [{ type: 'mention', offset: 0, length: 10 }] }],
    [
      'another bot, by a command',
      { text: '/help@other_bot', entities: [{ type: 'bot_command', offset: 0, length: 15 }] },
    ],
    [
      'whoever reads a reply to a card',
      { text: '我去', reply_to_message: { message_id: 5, from: BOT, reply_markup: {} } },
    ],
    [
      'whoever reads a reply to a colleague',
      { text: '我去', reply_to_message: { message_id: 5, from: ANNA } },
    ],
  ])('%s', (_who, message) => {
    expect(update({ ...inGroup, ...message }).mentioned).toBeUndefined();
  });

  it('the bot, by any name of a bot as long as it does not know its own', () => {
    const message = { ...inGroup, text: '@it_desk_bot 在吗', ...named };
    expect(update(message, null)).toMatchObject({ mentioned: true, text: '在吗' });
  });

  it('a colleague without a user name, who is named by their account', () => {
    const entities = [{ type: 'text_mention', offset: 2, length: 2, user: { id: 99, first_name: '小王' } }];
    expect(update({ ...inGroup, text: '请 小王 看看', entities })).toMatchObject({
      text: '请 @小王 看看',
      mentions: [{ id: '99', name: '小王' }],
    });
  });
});

describe('what is said', () => {
  it.each([
    ['/start', '你好'],
    ['/help 打印机', '帮助 打印机'],
    ['/unknown x', 'unknown x'],
  ])('%s is «%s»', (text, said) => {
    const length = (text.split(' ')[0] ?? '').length;
    expect(update({ text, entities: [{ type: 'bot_command', offset: 0, length }] }).text).toBe(said);
  });

  it('without its secrets, in words and in names', () => {
    const said = update({
      text: '密码是 Abc12345!',
      from: { ...ANNA, first_name: '身份证11010519491231002X' },
    });
    expect(said.masked).toEqual(['password']);
    expect(JSON.stringify(said)).not.toMatch(/Abc12345|11010519491231002X/);
  });

  it('anew, where the message was changed', () => {
    const message = {
      message_id: 8,
      date: 1_795_000_000,
      from: ANNA,
      chat: { id: ANNA.id, type: 'private' },
      text: '303',
    };
    const result = decode(TelegramUpdate.parse({ update_id: 9, edited_message: message }), context());
    expect(result).toMatchObject({
      kind: 'update',
      update: { updateId: '9', edited: true, text: '303', messageId: `${ANNA.id}/8` },
    });
  });

  it('once, where a place is shared that moves', () => {
    const chat = { id: ANNA.id, type: 'private' };
    const message = {
      message_id: 8,
      date: 1_795_000_000,
      from: ANNA,
      chat,
      location: { latitude: 30.1, longitude: 120.2 },
    };
    const moved = decode(TelegramUpdate.parse({ update_id: 9, edited_message: message }), context());
    expect(moved.kind).toBe('nothing');
  });

  it('in answer to a message, but not to the beginning of a topic', () => {
    const inTopic = { chat: GROUP, message_thread_id: 42, is_topic_message: true, text: '好' };
    expect(update({ ...inTopic, reply_to_message: { message_id: 42 } }).replyToMessage).toBeUndefined();
    expect(update({ ...inTopic, reply_to_message: { message_id: 50 } }).replyToMessage).toBe(
      `${GROUP.id}/50`,
    );
  });

  it('by somebody who writes in the name of the group', () => {
    const anonymous = { id: 1_087_968_824, is_bot: true, first_name: 'Group' };
    expect(update({ chat: GROUP, from: anonymous, sender_chat: GROUP, text: '接单' }).sender).toEqual({
      id: String(GROUP.id),
      name: '运维',
    });
  });
});

describe('what comes with it', () => {
  it('a photo: the largest of its sizes', () => {
    const photo = [
      { file_id: 'small', file_size: 900 },
      { file_id: 'large', file_size: 90_000 },
      { file_id: 'middle', file_size: 9_000 },
    ];
    expect(update({ photo, caption: '蓝屏了' })).toMatchObject({
      text: '蓝屏了',
      attachments: [{ kind: 'image', ref: 'large', size: 90_000, type: 'image/jpeg' }],
    });
  });

  it.each([
    [
      { document: { file_id: 'd', file_name: '错误日志.txt', mime_type: 'text/plain' } },
      'file',
      '错误日志.txt',
    ],
    [{ document: { file_id: 'd', file_name: '截图.png', mime_type: 'image/png' } }, 'image', '截图.png'],
    [{ voice: { file_id: 'v', mime_type: 'audio/ogg' } }, 'voice', 'voice.ogg'],
    [{ video_note: { file_id: 'n' } }, 'video', 'video.mp4'],
    [{ animation: { file_id: 'g' }, document: { file_id: 'g' } }, 'video', 'animation.mp4'],
  ])('%j', (message, kind, name) => {
    const { text, attachments } = update(message);
    expect([text, attachments?.length, attachments?.[0]?.kind, attachments?.[0]?.name]).toEqual([
      '',
      1,
      kind,
      name,
    ]);
  });

  it('a sticker, a place, and the number of somebody else are words', () => {
    expect(update({ sticker: { emoji: '👍' } }).text).toBe('👍');
    expect(update({ venue: { title: '市政府', address: '人民路1号' } }).text).toBe('市政府 人民路1号');
    const contact = { phone_number: '+8613800001111', first_name: '小王', user_id: 99 };
    expect(update({ contact }).text).toBe('小王 +8613800001111');
    expect(update({ contact }).sender).not.toHaveProperty('mobile');
  });

  it('the own number says who they are: Telegram vouches for it', () => {
    const contact = { phone_number: '+8613800001111', first_name: '安娜', user_id: ANNA.id };
    expect(update({ contact })).toMatchObject({ text: '我是谁', sender: { mobile: '+8613800001111' } });
  });
});

it.each([
  ['a post of a channel', { chat: { id: -5, type: 'channel' }, text: 'x' }],
  ['a post that a group mirrors', { chat: GROUP, is_automatic_forward: true, text: 'x' }],
  ['written by a bot', { from: BOT, text: 'x' }],
  ['nothing to read', { new_chat_members: [ANNA] }],
])('%s is nothing to take in', (_why, message) => {
  expect(decoded(message).kind).toBe('nothing');
});

it('a button without its message is answered and done with', () => {
  const query = { id: 'q1', from: ANNA, data: '=a|b' };
  expect(decode(TelegramUpdate.parse({ update_id: 1, callback_query: query }), context())).toMatchObject({
    kind: 'nothing',
    callback: 'q1',
  });
});
