/** The Telegram adapter with the real client against a Bot API that behaves as badly as the real one can. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { replyWith } from '../../../bot/reply.ts';
import type { Action, Address, Update } from '../../../bot/types.ts';
import { freePort } from '../../support/free-port.ts';
import { ANNA, BOB, CREW, type OpenTelegram, openTelegram, TOPIC } from '../../support/telegram-channel.ts';
import { BOT, TOKEN } from '../../support/telegram-platform/platform.ts';

let open: OpenTelegram | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

async function opened(...options: Parameters<typeof openTelegram>): Promise<OpenTelegram> {
  open = await openTelegram(...options);
  return open;
}

const textsOf = (updates: readonly Update[]) =>
  updates.map((update) => (update.kind === 'utterance' ? update.text : update.kind));

const crew: Address = { channel: 'telegram', chat: String(CREW), kind: 'group', topic: String(TOPIC) };
const accept = { id: 'dispatch.accept', label: '接单', value: 'T20261118-0001', style: 'primary' as const };
const card = (status: string, actions = [accept]) =>
  replyWith('', { title: 'T20261118-0001 打印机卡纸', fields: [{ label: '状态', value: status }], actions });

describe('what people send', () => {
  it('arrives in order, with the ids that an answer needs', async () => {
    const { platform, taken } = await opened();
    const first = platform.say(ANNA, ANNA.id, '三楼打印机卡纸了');
    platform.say(ANNA, ANNA.id, '302');
    await vi.waitFor(() => expect(textsOf(taken)).toEqual(['三楼打印机卡纸了', '302']));
    expect(taken[0]).toMatchObject({
      address: { channel: 'telegram', chat: String(ANNA.id), kind: 'private' },
      sender: { id: String(ANNA.id), name: '安娜 李' },
      messageId: `${ANNA.id}/${first.message_id}`,
    });
  });

  it('keeps its topic in a forum, and a thread of replies elsewhere is none', async () => {
    const { platform, taken } = await opened();
    platform.say(ANNA, CREW, '查单', { message_thread_id: TOPIC, is_topic_message: true });
    platform.say(ANNA, CREW, '好的', { message_thread_id: 17, is_topic_message: false });
    await vi.waitFor(() => expect(taken).toHaveLength(2));
    expect(taken.map(({ address }) => address)).toEqual([
      crew,
      { channel: 'telegram', chat: String(CREW), kind: 'group' },
    ]);
  });

  it('is confirmed only after it was recorded: what could not be is asked for again', async () => {
    const { platform, taken, fails } = await opened();
    fails.with = new Error('the database is away');
    platform.say(ANNA, ANNA.id, '打印机坏了');
    await vi.waitFor(() => expect(platform.callsOf('getUpdates').length).toBeGreaterThan(2));
    expect(platform.updates.waiting()).toBe(1);
    fails.with = null;
    await platform.updates.taken();
    expect(textsOf(taken)).toEqual(['打印机坏了']);
  });

  it('is taken once and in order although it is brought again, and in the wrong order', async () => {
    const { platform, taken, fails } = await opened();
    fails.with = new Error('not yet');
    for (const text of ['一', '二', '三']) platform.say(ANNA, ANNA.id, text);
    platform.updates.disorder.reversed = true;
    platform.updates.disorder.again = 2;
    fails.with = null;
    await platform.updates.taken();
    expect(textsOf(taken)).toEqual(['一', '二', '三']);
  });

  it('that nobody can read is passed over, and said in the log without its words', async () => {
    const { platform, taken, logged } = await opened();
    platform.updates.push('message', { message_id: 'x', text: '保密' });
    platform.updates.push('poll', { id: '1' });
    platform.say(ANNA, ANNA.id, '在吗');
    await vi.waitFor(() => expect(textsOf(taken)).toEqual(['在吗']));
    expect(logged.join()).toContain('telegram.unreadable');
    expect(logged.join()).not.toContain('保密');
  });
});

describe('a button', () => {
  it('is pressed once, and the waiting mark on it ends', async () => {
    const { platform, taken, send } = await opened();
    await send({ reply: card('待接单'), address: crew, cardKey: 'ticket:T20261118-0001' });
    const [message] = platform.shown(CREW);
    if (!message) throw new Error('nothing was sent');
    platform.press(BOB, message, '接单');
    await vi.waitFor(() => expect(platform.unanswered()).toEqual([]));
    expect(taken).toMatchObject([
      {
        kind: 'action',
        action: { id: 'dispatch.accept', value: 'T20261118-0001' },
        address: crew,
        messageId: `${CREW}/${message.message_id}`,
      },
    ]);
  });

  it('ends its waiting mark although Telegram fails at first, and although it was pressed before a restart', async () => {
    const { platform, send } = await opened();
    await send({ reply: card('待接单'), address: crew });
    platform.next(
      'answerCallbackQuery',
      { kind: 'page', code: 502 },
      { kind: 'error', code: 429, description: 'Too Many Requests: retry after 7', retryAfter: 7 },
    );
    const [message] = platform.shown(CREW);
    if (message) platform.press(BOB, message, '接单');
    await vi.waitFor(() => expect(platform.unanswered()).toEqual([]));
  });

  it('that is too long for Telegram is found by the message that it was sent with', async () => {
    const long = { id: 'room', value: '机关大楼三楼东侧第二多功能会议室'.repeat(4) };
    const asked: unknown[] = [];
    const { platform, taken, send } = await opened({
      buttons: (message, place, address): Action => {
        asked.push([message, place, address.chat]);
        return long;
      },
    });
    await send({
      id: '81',
      reply: replyWith('', { title: '选', fields: [], actions: [{ ...long, label: '要' }] }),
    });
    const [message] = platform.shown(ANNA.id);
    if (message) platform.press(ANNA, message, '要');
    await vi.waitFor(() => expect(taken).toMatchObject([{ kind: 'action', action: long }]));
    expect(asked).toEqual([['81', 0, String(ANNA.id)]]);
  });

  it('whose message is forgotten, or that is none of ours, arrives as one that no longer holds', async () => {
    const { platform, taken, send } = await opened({ buttons: () => null });
    await send({ reply: card('待接单') });
    const [message] = platform.shown(ANNA.id);
    if (message)
      platform.press(ANNA, { ...message, buttons: [[{ text: 'x', callback_data: '#99/0' }]] }, 'x');
    if (message)
      platform.press(ANNA, { ...message, buttons: [[{ text: 'x', callback_data: 'drop table' }]] }, 'x');
    await vi.waitFor(() => expect(platform.unanswered()).toEqual([]));
    expect(taken.map((update) => update.kind === 'action' && update.action.id)).toEqual([
      'forgotten',
      'forgotten',
    ]);
  });
});

describe('a card', () => {
  const key = 'ticket:T20261118-0001';

  it('is changed in place, keeps the buttons that it still has, and loses the others', async () => {
    const { platform, send } = await opened();
    const sent = await send({ reply: card('待接单'), address: crew, cardKey: key });
    if (!sent.ok || !sent.platformMessageId) throw new Error('it was not sent');
    const again = { address: crew, cardKey: key, platformMessageId: sent.platformMessageId };
    expect(await send({ reply: card('处理中，小王'), ...again })).toEqual(sent);
    const [message] = platform.shown(CREW);
    expect(message?.text).toContain('处理中，小王');
    expect(message?.buttons.flat().map(({ text }) => text)).toEqual(['接单']);
    await send({ reply: card('已关闭', []), ...again });
    expect(platform.shown(CREW)).toHaveLength(1);
    expect(platform.shown(CREW)[0]?.buttons).toEqual([]);
  });

  it('that already says so is right as it is', async () => {
    const { send } = await opened();
    const sent = await send({ reply: card('待接单'), address: crew, cardKey: key });
    const platformMessageId = sent.ok ? (sent.platformMessageId ?? '') : '';
    expect(await send({ reply: card('待接单'), address: crew, cardKey: key, platformMessageId })).toEqual(
      sent,
    );
  });

  it('that is gone is sent anew', async () => {
    const { platform, send } = await opened();
    const gone = { address: crew, cardKey: key, platformMessageId: `${CREW}/999` };
    expect(await send({ reply: card('待接单'), ...gone })).toMatchObject({ ok: true });
    expect(platform.shown(CREW)).toHaveLength(1);
  });
});

describe('a message', () => {
  it('answers the one that it answers, in its topic', async () => {
    const { platform, send } = await opened();
    const said = platform.say(BOB, CREW, '查单', { message_thread_id: TOPIC, is_topic_message: true });
    await send({ reply: { text: '都接了。' }, address: crew, inReplyTo: `${CREW}/${said.message_id}` });
    expect(platform.shown(CREW).at(-1)).toMatchObject({ replyTo: said.message_id, topic: TOPIC });
  });

  it('is sent all the same where that one is gone, or its topic', async () => {
    const { platform, send, logged } = await opened();
    expect(await send({ reply: { text: '好' }, inReplyTo: `${ANNA.id}/77` })).toMatchObject({ ok: true });
    expect(await send({ reply: { text: '好' }, address: { ...crew, topic: '99' } })).toMatchObject({
      ok: true,
    });
    expect(platform.shown(CREW).at(-1)?.topic).toBeUndefined();
    expect(logged.join()).toContain('telegram.topic_gone');
  });

  it('longer than Telegram takes comes in parts, and parts that arrived before a failure are not sent again', async () => {
    const { platform, send } = await opened();
    const text = Array.from({ length: 900 }, (_, n) => `第${n}步：先看电源。`).join('\n');
    platform.next('sendMessage', { kind: 'none' }, { kind: 'page', code: 502 });
    expect(await send({ id: 'm', reply: { text } })).toMatchObject({ ok: false, retry: true });
    expect(await send({ id: 'm', reply: { text } })).toMatchObject({ ok: true });
    const parts = platform.shown(ANNA.id).map((part) => part.text);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.join('\n')).toBe(text);
  });

  it('follows a group that became a supergroup, both ways', async () => {
    const { platform, taken, send, logged } = await opened();
    platform.addChat({ id: -77, type: 'group', movedTo: -100_77 });
    platform.addChat({ id: -100_77, type: 'supergroup' });
    const old: Address = { channel: 'telegram', chat: '-77', kind: 'group' };
    expect(await send({ reply: { text: '新工单' }, address: old })).toMatchObject({ ok: true });
    expect(platform.shown(-100_77).map(({ text }) => text)).toEqual(['新工单']);
    platform.say(BOB, -100_77, '接单');
    await vi.waitFor(() => expect(taken).toMatchObject([{ address: old }]));
    expect(logged.join()).toContain('telegram.group_moved');
  });
});

describe('what the platform answers', () => {
  const hello = { reply: { text: '您好' } };

  it.each([
    ['a page of a proxy', { kind: 'page', code: 502 }],
    ['an error of its own', { kind: 'error', code: 500, description: 'Internal Server Error' }],
    ['a connection that ends', { kind: 'reset', taken: false }],
    ['an answer that is cut in the middle', { kind: 'cut', taken: false }],
    ['nothing, for ever', { kind: 'hang', taken: false }],
    ['that the token does not hold', { kind: 'error', code: 401, description: 'Unauthorized' }],
  ] as const)('%s: worth another try', async (_name, fault) => {
    const { platform, send } = await opened({ callMs: 300 });
    platform.next('sendMessage', fault);
    expect(await send(hello)).toMatchObject({ ok: false, retry: true });
    expect(await send(hello)).toMatchObject({ ok: true });
    expect(platform.shown(ANNA.id).map(({ text }) => text)).toEqual(['您好']);
  });

  it('nothing, because nobody is there: tried again soon, however long it takes', async () => {
    const { send } = await opened({ apiRoot: `http://127.0.0.1:${await freePort()}` });
    expect(await send(hello)).toMatchObject({ ok: false, retry: true, afterMs: expect.any(Number) });
  });

  it('a long wait: the outbox waits as told', async () => {
    const { platform, send } = await opened();
    const description = 'Too Many Requests: retry after 35';
    platform.next('sendMessage', { kind: 'error', code: 429, description, retryAfter: 35 });
    expect(await send(hello)).toMatchObject({ ok: false, retry: true, afterMs: 35_000 });
  });

  it('that somebody blocked the bot, or that there is no such chat: never going to work', async () => {
    const { platform, send } = await opened();
    platform.addChat({ id: 9, type: 'private', blocked: true });
    const to = (chat: string): Address => ({ channel: 'telegram', chat, kind: 'private' });
    expect(await send({ ...hello, address: to('9') })).toMatchObject({ ok: false, retry: false });
    expect(await send({ ...hello, address: to('10') })).toMatchObject({ ok: false, retry: false });
  });
});

describe('a long poll', () => {
  it('says at once that it works, although nobody writes', async () => {
    const { channel } = await opened({ pollMs: 60_000 });
    await vi.waitFor(() => expect(channel.status().state).toBe('ready'));
  });

  it.each([
    ['a page of a proxy', { kind: 'page', code: 502 }, 'reconnecting'],
    ['a connection that ends', { kind: 'reset', taken: false }, 'reconnecting'],
    ['an answer that is cut', { kind: 'cut', taken: true }, 'reconnecting'],
    [
      'another one that polls',
      { kind: 'error', code: 409, description: 'Conflict: terminated' },
      'reconnecting',
    ],
    ['a token that is none', { kind: 'error', code: 401, description: 'Unauthorized' }, 'failed'],
    [
      'too many requests',
      { kind: 'error', code: 429, description: 'Too Many', retryAfter: 9 },
      'reconnecting',
    ],
  ] as const)('goes on after %s', async (_name, fault, state) => {
    const { platform, taken, waits, logged, channel } = await opened();
    platform.next('getUpdates', fault, fault);
    platform.say(ANNA, ANNA.id, '还在吗');
    await platform.updates.taken();
    expect(textsOf(taken)).toEqual(['还在吗']);
    expect(waits.length).toBeGreaterThan(0);
    expect(logged.join()).toContain(`"state":"${state}"`);
    expect(channel.status().state).toBe('ready');
  });

  it('waits longer each time, but never long', async () => {
    const { platform, waits } = await opened();
    await vi.waitFor(() => expect(platform.callsOf('getUpdates').length).toBeGreaterThan(0));
    platform.down();
    await vi.waitFor(() => expect(waits.length).toBeGreaterThan(8));
    platform.up();
    expect(waits.slice(0, 5)).toEqual([1000, 2000, 4000, 8000, 16_000]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(30_000);
  });

  it('takes away a webhook that somebody set', async () => {
    const { platform, taken } = await opened();
    await fetch(`${platform.apiRoot}/bot${TOKEN}/setWebhook`, {
      method: 'POST',
      body: JSON.stringify({ url: 'http://127.0.0.1:9/nobody' }),
    });
    platform.say(ANNA, ANNA.id, '在吗');
    await platform.updates.taken();
    expect(textsOf(taken)).toEqual(['在吗']);
  });
});

it('keeps the token out of the log and out of errors, whatever happens', async () => {
  const { platform, send, logged } = await opened({ callMs: 300 });
  platform.down();
  const results = [await send({ reply: { text: 'a' } })];
  await vi.waitFor(() => expect(logged.length).toBeGreaterThan(0));
  platform.up();
  platform.next('sendMessage', { kind: 'cut', taken: false }, { kind: 'hang', taken: false });
  results.push(await send({ reply: { text: 'a' } }), await send({ reply: { text: 'a' } }));
  const secret = TOKEN.split(':')[1] ?? '';
  expect(JSON.stringify(results) + logged.join()).not.toContain(secret);
});

describe('files', () => {
  it('are fetched by their reference, up to a size, and the bot is named nowhere', async () => {
    const { platform, channel } = await opened();
    platform.addFile('photo-1', new TextEncoder().encode('pixels'), 'photos/屏幕 1.jpg');
    const fetched = await channel.fetchAttachment?.('photo-1', 100);
    expect(fetched?.ok && new TextDecoder().decode(fetched.bytes)).toBe('pixels');
    expect(await channel.fetchAttachment?.('photo-1', 5)).toMatchObject({ ok: false, retry: false });
    expect(await channel.fetchAttachment?.('photo-2', 100)).toMatchObject({ ok: false, retry: false });
  });
});

it('knows its own name', async () => {
  const { platform, taken } = await opened();
  const text = `@${BOT.username} 打印机坏了`;
  const entities = [{ type: 'mention', offset: 0, length: (BOT.username ?? '').length + 1 }];
  platform.say(ANNA, CREW, text, { entities });
  await vi.waitFor(() => expect(taken).toMatchObject([{ text: '打印机坏了', mentioned: true }]));
});

it('says the number of a group that it was added to, for the settings', async () => {
  const { platform, logged } = await opened();
  platform.updates.push('my_chat_member', {
    chat: { id: CREW, type: 'supergroup' },
    new_chat_member: { status: 'member' },
  });
  await platform.updates.taken();
  expect(logged).toContain(`telegram.group ${JSON.stringify({ chat: String(CREW), bot: 'member' })}`);
});
