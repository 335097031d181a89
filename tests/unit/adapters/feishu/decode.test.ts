import { expect, test } from 'vitest';
import { decodeAction, decodeMessage } from '../../../../adapters/feishu/decode.ts';
import { CardActionEvent, flattened, MessageEvent } from '../../../../adapters/feishu/events.ts';
import { Update } from '../../../../bot/types.ts';
import { actionEvent, messageEvent, type SaidOptions } from '../../../support/feishu-platform/events.ts';

const keys = { appId: 'cli_1', encryptKey: 'k', verificationToken: 't' };
const NOW = Date.parse('2026-11-18T09:00:00+08:00');
const scene = { botId: 'ou_bot', now: NOW };
const bot = { key: '@_user_1', id: { open_id: 'ou_bot' }, name: '服务台' };
const li = { key: '@_user_10', id: { open_id: 'ou_li', user_id: 'li' }, name: '李明' };

function said(content: unknown, more: Partial<SaidOptions> = {}) {
  const event = messageEvent(
    { sender: 'ou_1', chat: 'oc_1', messageId: 'om_1', content, at: NOW, ...more },
    keys,
  );
  const update = decodeMessage(MessageEvent.parse(flattened(event)), scene);
  return update === null ? null : Update.parse(update);
}

test('words in a private chat', () => {
  expect(said({ text: '打印机坏了' })).toEqual({
    kind: 'utterance',
    updateId: 'message:om_1',
    messageId: 'om_1',
    at: '2026-11-18T01:00:00.000Z',
    address: { channel: 'feishu', chat: 'oc_1', kind: 'private' },
    sender: { id: 'ou_1' },
    text: '打印机坏了',
  });
});

test('mentions: the bot’s name goes, others stand with theirs; everybody is not the bot', () => {
  const group = { group: true, mentions: [bot, li] };
  expect(said({ text: '@_user_1 打印机坏了 @_user_10 看一下' }, group)).toMatchObject({
    text: '打印机坏了 @李明 看一下',
    mentioned: true,
    mentions: [{ id: 'ou_li', name: '李明' }],
  });
  expect(said({ text: '@_user_10 在吗' }, { group: true, mentions: [li] })).not.toHaveProperty('mentioned');
  const all = { key: '@_all', id: { open_id: '' }, name: '所有人' };
  expect(said({ text: '@_all 开会' }, { group: true, mentions: [all] })).toMatchObject({
    text: '@所有人 开会',
  });
  expect(said({ text: '@_all 开会' }, { group: true, mentions: [all] })).not.toHaveProperty('mentioned');
});

test('while the bot does not know its own id, a mention is taken for it', () => {
  const event = messageEvent(
    {
      sender: 'ou_1',
      chat: 'oc_1',
      group: true,
      content: { text: '@_user_10 @_user_1 在吗' },
      mentions: [li, bot],
      at: NOW,
    },
    keys,
  );
  const update = decodeMessage(MessageEvent.parse(flattened(event)), { ...scene, botId: null });
  expect(update).toMatchObject({ mentioned: true, text: '@李明 在吗' });
});

test('the bot’s bare name in a group is something said', () => {
  expect(said({ text: '@_user_1' }, { group: true, mentions: [bot] })).toMatchObject({
    text: '',
    mentioned: true,
  });
});

test('rich text as its plain words, with its pictures', () => {
  const content = {
    title: '报修',
    content: [
      [
        { tag: 'text', text: '打印机' },
        { tag: 'a', text: '说明', href: 'https://x.example/1' },
      ],
      [
        { tag: 'at', user_id: '@_user_1', user_name: '服务台' },
        { tag: 'text', text: '卡纸' },
      ],
      [{ tag: 'img', image_key: 'img_1' }],
      [{ tag: 'media', file_key: 'file_1', image_key: 'img_2' }],
    ],
  };
  const update = said(content, { type: 'post', group: true, mentions: [bot] });
  expect(update).toMatchObject({ text: '报修\n打印机说明 https://x.example/1\n卡纸', mentioned: true });
  expect(update).toMatchObject({ attachments: [{ kind: 'image' }, { kind: 'video' }] });
  expect(said({ zh_cn: content }, { type: 'post' })).toMatchObject({
    text: expect.stringContaining('打印机'),
  });
});

test('pictures, files, voices and videos can be fetched later', () => {
  const kinds = (
    [
      ['image', { image_key: 'img_1' }, 'image', '图片', 'image'],
      ['file', { file_key: 'f_1', file_name: '日志.txt' }, 'file', '日志.txt', 'file'],
      ['audio', { file_key: 'f_2', duration: 3000 }, 'voice', '语音', 'file'],
      ['media', { file_key: 'f_3', file_name: 'a.mp4', image_key: 'x' }, 'video', 'a.mp4', 'file'],
    ] as const
  ).map(([type, content, kind, name, resource]) => {
    const update = said(content, { type });
    const [one] = update?.kind === 'utterance' ? (update.attachments ?? []) : [];
    expect(one).toMatchObject({ kind, name });
    expect(JSON.parse(one?.ref ?? '{}')).toMatchObject({ message: 'om_1', type: resource });
    return one?.kind;
  });
  expect(kinds).toHaveLength(4);
});

test('a thread is known by its first message; a reply by the message it answers', () => {
  const inThread = said(
    { text: '在' },
    { group: true, thread: 'omt_1', root: 'om_root', parent: 'om_parent' },
  );
  expect(inThread).toMatchObject({ address: { topic: 'om_root' }, replyToMessage: 'om_parent' });
  const first = said({ text: '在' }, { group: true, thread: 'omt_1' });
  expect(first).toMatchObject({ address: { topic: 'om_1' } });
  const reply = said({ text: '在' }, { group: true, root: 'om_root', parent: 'om_root' });
  expect(reply?.address).not.toHaveProperty('topic');
});

test('nothing is made of what nobody said', () => {
  expect(said({ file_key: 's' }, { type: 'sticker' })).toBeNull();
  expect(said({ text: '   ' })).toBeNull();
  expect(said('broken')).toBeNull();
  expect(said({ anything: 1 }, { type: 'of_the_future' })).toBeNull();
  const event = messageEvent({ sender: 'ou_1', chat: 'oc_1', content: { text: 'x' }, at: NOW }, keys);
  const sender = { sender_id: { open_id: 'ou_app' }, sender_type: 'app' };
  const other = { ...event, event: { ...event.event, sender } };
  expect(decodeMessage(MessageEvent.parse(flattened(other)), scene)).toBeNull();
});

function pressed(value: unknown, form?: Record<string, string>) {
  const event = actionEvent(
    { operator: 'ou_1', chat: 'oc_g', message: 'om_9', value, ...(form ? { form } : {}), at: NOW },
    keys,
  );
  const update = decodeAction(CardActionEvent.parse(flattened(event)), scene);
  return update === null ? null : Update.parse(update);
}

test('a button with its form, in the chat and thread of its card', () => {
  const value = { a: 'dispatch.resolve', v: 'T1', k: 'g', t: 'om_root' };
  expect(pressed(value, { f2_resolution: '换了硒鼓', f2_cause: '', other: 'x' })).toMatchObject({
    kind: 'action',
    updateId: expect.stringMatching(/^action:/),
    messageId: 'om_9',
    address: { channel: 'feishu', chat: 'oc_g', kind: 'group', topic: 'om_root' },
    action: { id: 'dispatch.resolve', value: 'T1', form: { resolution: '换了硒鼓', cause: '' } },
  });
});

test('a button that is not ours is none', () => {
  for (const value of [null, 'x', {}, { a: '', v: '', k: 'g' }, { a: 'x', v: 'y', k: 'z' }])
    expect(pressed(value)).toBeNull();
});
