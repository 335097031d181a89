/** The WeChat adapter with Wechaty and its mock puppet: what comes in, what goes out, and a login that breaks. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Incoming, Outgoing } from '../../../bot/channel.ts';
import { replyWith } from '../../../bot/reply.ts';
import type { Address } from '../../../bot/types.ts';
import { keepingIntake, type MockContact, type PlayedWechat, playWechat } from '../../support/wechat-desk.ts';

let wechat: PlayedWechat;
let anna: MockContact;
let kept: ReturnType<typeof keepingIntake>;
let sent = 0;

beforeEach(async () => {
  wechat = playWechat();
  anna = wechat.mocker.createContact({ name: '李安娜' });
  kept = keepingIntake();
  await wechat.channel.start(kept.intake);
});
afterEach(() => wechat.channel.stop());

const state = () => wechat.channel.status().state;

async function loggedIn(): Promise<void> {
  await vi.waitFor(() => expect(wechat.puppet.state.active()).toBe(true));
  wechat.mocker.login(wechat.self);
  await vi.waitFor(() => expect(state()).toBe('ready'));
}

const to = (chat: string, kind: Address['kind']): Address => ({ channel: 'wechat', chat, kind });

async function send(message: Partial<Outgoing> & Pick<Outgoing, 'reply'>) {
  sent += 1;
  if (!wechat.channel.send) throw new Error('it can send');
  return wechat.channel.send({ id: String(sent), address: to(anna.id, 'private'), ...message });
}

async function takenAfter(count: number): Promise<Incoming[]> {
  await vi.waitFor(() => expect(kept.taken).toHaveLength(count));
  return kept.taken;
}

describe('what people say', () => {
  it('in a chat of two is theirs; the order holds', async () => {
    await loggedIn();
    for (const text of ['一', '二', '三']) anna.say(text).to(wechat.self);
    const taken = await takenAfter(3);
    expect(taken.map((one) => one.kind === 'utterance' && one.text)).toEqual(['一', '二', '三']);
    expect(taken[0]).toMatchObject({
      address: to(anna.id, 'private'),
      sender: { id: anna.id, name: '李安娜' },
      messageId: expect.any(String),
    });
  });

  it('in a room is of the room and of whoever said it, and only what names the bot is for it', async () => {
    await loggedIn();
    const bob = wechat.mocker.createContact({ name: '小王' });
    const room = wechat.mocker.createRoom({
      id: 'r@chatroom',
      memberIdList: [anna.id, bob.id, wechat.self.id],
    });
    anna.say('中午吃什么').to(room);
    bob.say('@服务台\u2005网断了', [wechat.self]).to(room);
    const taken = await takenAfter(2);
    expect(taken[0]).toMatchObject({
      address: to(room.id, 'group'),
      sender: { id: anna.id },
      text: '中午吃什么',
    });
    expect(taken[0]).not.toHaveProperty('mentioned');
    expect(taken[1]).toMatchObject({ sender: { id: bob.id }, mentioned: true, text: '网断了' });
    expect(wechat.logged.filter((line) => line.startsWith('wechat.room'))).toEqual([
      `wechat.room {"chat":"${room.id}"}`,
    ]);
  });

  it('with a picture can be fetched later, up to a size', async () => {
    await loggedIn();
    anna.say(wechat.file('蓝屏.png', 'pixels')).to(wechat.self);
    const [taken] = await takenAfter(1);
    const attachments = taken?.kind === 'utterance' ? taken.attachments : [];
    expect(attachments).toMatchObject([{ kind: 'image' }]);
    const fetched = await wechat.channel.fetchAttachment?.(attachments?.[0]?.ref ?? '', 100);
    expect(fetched?.ok && Buffer.from(fetched.bytes).toString()).toBe('pixels');
    expect(await wechat.channel.fetchAttachment?.(attachments?.[0]?.ref ?? '', 3)).toMatchObject({
      ok: false,
      retry: false,
    });
  });

  it('is kept while it can not be recorded: WeChat brings nothing twice', async () => {
    await loggedIn();
    kept.fails.with = new Error('the database is away');
    anna.say('打印机坏了').to(wechat.self);
    anna.say('三楼').to(wechat.self);
    await vi.waitFor(() => expect(wechat.logged.join()).toContain('wechat.not_recorded_yet'));
    kept.fails.with = null;
    await wechat.pass(2_000);
    const taken = await takenAfter(2);
    expect(taken.map((one) => one.kind === 'utterance' && one.text)).toEqual(['打印机坏了', '三楼']);
  });
});

describe('what the desk says', () => {
  const card = replyWith('有一件新工单', {
    title: 'T20261118-0001 打印机卡纸',
    fields: [{ label: '状态', value: '待接单' }],
    actions: [{ id: 'dispatch.accept', label: '接单', value: 'T20261118-0001' }],
  });

  it('is text, with the choices numbered', async () => {
    await loggedIn();
    expect(await send({ reply: card })).toMatchObject({ ok: true });
    expect(wechat.heardBy(anna)).toEqual([card.text]);
    expect(card.text).toContain('1. 接单');
  });

  it('of a card that changed is one line, since nothing can be changed in place', async () => {
    await loggedIn();
    const first = await send({ reply: card, cardKey: 'ticket:T20261118-0001' });
    if (!first.ok) throw new Error('it was not sent');
    const platformMessageId = first.platformMessageId ?? '';
    expect(platformMessageId).not.toBe('');
    await send({ reply: card, cardKey: 'ticket:T20261118-0001', platformMessageId });
    expect(wechat.heardBy(anna).at(-1)).toBe('有一件新工单');
  });

  it('in a room names whoever is answered', async () => {
    await loggedIn();
    const room = wechat.mocker.createRoom({ id: 'r@chatroom', memberIdList: [anna.id, wechat.self.id] });
    anna.say('@服务台 在吗', [wechat.self]).to(room);
    const [asked] = await takenAfter(1);
    await send({
      reply: { text: '在的。' },
      address: to(room.id, 'group'),
      inReplyTo: asked?.messageId ?? '',
    });
    expect(wechat.heardBy(room)[0]).toMatch(/@李安娜\s在的。/u);
    await send({ reply: { text: '好。' }, address: to(room.id, 'group'), inReplyTo: 'forgotten' });
    expect(wechat.heardBy(room)[1]).toBe('好。');
  });

  it('that is long comes in parts', async () => {
    await loggedIn();
    const text = Array.from({ length: 400 }, (_, n) => `第${n}步：先看电源。`).join('\n');
    await send({ reply: { text } });
    expect(wechat.heardBy(anna).length).toBeGreaterThan(1);
    expect(wechat.heardBy(anna).join('\n')).toBe(text);
  });

  it('waits for a login, and never arrives where nobody of that id is', async () => {
    expect(await send({ reply: { text: '好' } })).toMatchObject({ ok: false, retry: true });
    await loggedIn();
    expect(await send({ reply: { text: '好' }, address: to('nobody', 'private') })).toMatchObject({
      ok: false,
    });
  });
});

describe('a login', () => {
  it('asks a person to scan, shows each code once, and is ready after it', async () => {
    await vi.waitFor(() => expect(wechat.puppet.state.active()).toBe(true));
    wechat.mocker.scan('https://login.weixin.qq.com/l/one', 2);
    wechat.mocker.scan('https://login.weixin.qq.com/l/one', 2);
    expect(wechat.channel.status()).toMatchObject({
      state: 'needs_person',
      scan: 'https://login.weixin.qq.com/l/one',
    });
    expect(wechat.codes).toEqual(['https://login.weixin.qq.com/l/one']);
    wechat.mocker.scan('https://login.weixin.qq.com/l/one', 3);
    expect(wechat.channel.status()).toMatchObject({
      state: 'needs_person',
      detail: expect.stringContaining('confirm'),
    });
    wechat.mocker.login(wechat.self);
    await vi.waitFor(() => expect(state()).toBe('ready'));
    expect(wechat.channel.status()).not.toHaveProperty('scan');
  });

  it('that ends asks for a person again, and what is said meanwhile waits', async () => {
    await loggedIn();
    await wechat.puppet.logout('kicked');
    await vi.waitFor(() => expect(state()).toBe('needs_person'));
    expect(await send({ reply: { text: '好' } })).toMatchObject({ ok: false, retry: true });
    wechat.mocker.login(wechat.self);
    await vi.waitFor(() => expect(state()).toBe('ready'));
    expect(await send({ reply: { text: '好' } })).toMatchObject({ ok: true });
  });

  it('that breaks in silence is noticed: no sign of life, and the puppet is started anew', async () => {
    await loggedIn();
    const ding = vi.spyOn(wechat.puppet, 'ding').mockImplementation(() => {});
    const stop = vi.spyOn(wechat.puppet, 'stop');
    for (let quarters = 0; quarters < 7; quarters += 1) await wechat.pass(15_000);
    expect(ding).toHaveBeenCalledTimes(1);
    expect(stop).not.toHaveBeenCalled();
    for (let quarters = 0; quarters < 5; quarters += 1) await wechat.pass(15_000);
    await vi.waitFor(() => expect(stop).toHaveBeenCalled());
    expect(wechat.logged.join()).toContain('no sign of life');
  });
});

it('says at start that unofficial puppets risk a ban', () => {
  expect(wechat.logged.join()).toContain('wechat.unofficial_puppets_risk_a_ban');
});
