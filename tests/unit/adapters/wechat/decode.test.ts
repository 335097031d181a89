import { describe, expect, it } from 'vitest';
import { decode, type Heard } from '../../../../adapters/wechat/decode.ts';

const heard = (more: Partial<Heard> = {}): Heard => ({
  id: 'm1',
  kind: 'text',
  text: '打印机坏了',
  at: '2026-11-18T01:00:00.000Z',
  talker: { id: 'anna', name: '李安娜' },
  room: null,
  mentioned: [],
  self: { id: 'desk', names: ['服务台', 'IT 服务台(1)'] },
  filename: null,
  ...more,
});

describe('who is spoken to in a room', () => {
  const room = 'r@chatroom';

  it.each([
    ['@服务台\u2005打印机坏了', '打印机坏了'],
    ['@服务台 打印机坏了', '打印机坏了'],
    ['打印机坏了@服务台', '打印机坏了'],
    ['@IT 服务台(1)\u2005打印机坏了', '打印机坏了'],
    ['@服务台', '@服务台'],
  ])('%j is said to the bot', (text, said) => {
    expect(decode(heard({ room, text }))).toMatchObject({ mentioned: true, text: said });
  });

  it.each(['服务台坏了', '@服务台长 在吗', '@小王\u2005看看', 'a@服务台.com'])('%j is not', (text) => {
    expect(decode(heard({ room, text }))).not.toHaveProperty('mentioned');
  });

  it('the bot, where the puppet says so and its name is none that is known', () => {
    const mentioned = [{ id: 'desk', name: '小服' }];
    expect(decode(heard({ room, text: '@小服\u2005在吗', mentioned }))).toMatchObject({ mentioned: true });
  });

  it('others are named by their ids', () => {
    const mentioned = [{ id: 'bob', name: '小王' }];
    expect(decode(heard({ room, text: '@小王\u2005看看', mentioned }))).toMatchObject({
      text: '@小王 看看',
      mentions: [{ id: 'bob', name: '小王' }],
    });
  });
});

it('belongs to the room and to whoever said it', () => {
  expect(decode(heard({ room: 'r@chatroom' }))).toMatchObject({
    address: { channel: 'wechat', chat: 'r@chatroom', kind: 'group' },
    sender: { id: 'anna' },
  });
  expect(decode(heard())).toMatchObject({ address: { channel: 'wechat', chat: 'anna', kind: 'private' } });
});

it.each([
  ['image', 'image', 'picture.jpg'],
  ['file', 'file', '报表.xlsx'],
  ['voice', 'voice', 'voice.sil'],
  ['video', 'video', 'video.mp4'],
] as const)(
  'a message of kind %s brings an attachment, not the words of its puppet',
  (kind, attached, name) => {
    const filename = kind === 'file' ? '报表.xlsx' : null;
    expect(decode(heard({ kind, text: '<xml>…</xml>', filename }))).toMatchObject({
      text: '',
      attachments: [{ kind: attached, name, ref: 'm1' }],
    });
  },
);

it('a message that is taken back is known by its id', () => {
  expect(decode(heard({ kind: 'recalled', text: 'm0' }))).toEqual({
    kind: 'recalled',
    channel: 'wechat',
    messageId: 'm0',
  });
});

it('what the bot said itself, and what says nothing, is nothing to take in', () => {
  expect(decode(heard({ talker: { id: 'desk', name: '服务台' } }))).toBeNull();
  expect(decode(heard({ kind: 'emoticon', text: '<msg/>' }))).toBeNull();
  expect(decode(heard({ text: '  ' }))).toBeNull();
});

it('secrets are masked', () => {
  expect(decode(heard({ text: '密码是 Abc12345!' }))).toMatchObject({
    masked: ['password'],
    text: expect.not.stringContaining('Abc12345'),
  });
});
