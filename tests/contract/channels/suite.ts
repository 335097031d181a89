/** What every channel that pushes keeps to, whatever its platform (docs/channels.md): the real client, a local platform. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Incoming, Intake, PushChannel } from '../../../bot/channel.ts';
import { type Card, replyWith } from '../../../bot/reply.ts';
import type { Address, Update } from '../../../bot/types.ts';
import { document, PDF, PNG, picture } from '../../support/sent-files.ts';

export interface Said {
  /** Of the message, the platform's own. */
  id: string;
  who: string;
  chat: string;
  text: string;
  group?: boolean;
  /** The bot is named with @. */
  mentioned?: boolean;
  /** Within this thread or topic. */
  thread?: string;
}

/** What a person sees of the desk in a chat. */
export interface Seen {
  words: string;
  /** A picture or file, where it is one. */
  file?: { kind: 'image' | 'file'; name?: string | undefined; bytes: Uint8Array };
  /** The message that it answers. */
  answers?: string | undefined;
}

export interface Played {
  channel: PushChannel;
  /** Made by the adapter for this channel: ids as its platform writes them. */
  ids: { chat: string; group: string; thread: string | null; message(n: number): string };
  /** Delivers what was said, as the platform does; true where it was acknowledged. */
  says(said: Said): Promise<boolean>;
  /** Presses a button of a card that was sent; absent where the platform has none. */
  presses?(pressed: {
    id: string;
    who: string;
    chat: string;
    message: string;
    label: string;
  }): Promise<boolean>;
  /** Delivers what no platform would send. */
  garbage(): Promise<void>;
  seen(chat: string): Seen[];
  /**
   * From now on the platform refuses for now, is ill, loses one answer (of words, of a file) after doing what was asked, or
   * is well. Absent where people fetch what is theirs from the desk: nobody is there who could.
   */
  misbehave?(how: 'limit' | 'ill' | 'lose' | 'lose file' | 'well'): void;
  /** People fetch what is theirs. */
  fetched?: true;
  /** Whether the platform recognises a message that is sent again. */
  recognisesRepeats: boolean;
  /** Whether a message can be sent as the answer to another. */
  ties: boolean;
  /** Whether the platform says how long it wants to be left alone. */
  namesWaits: boolean;
  close(): Promise<void>;
}

export function channelSuite(name: string, open: () => Promise<Played>): void {
  describe(name, () => {
    let played: Played;
    let taken: Incoming[];
    let intakeFails: boolean;

    /** As the desk's own: one effect for each update id. */
    const intake: Intake = async (incoming) => {
      if (intakeFails) throw new Error('the database is away');
      const known = taken.some(
        (one) =>
          one.kind !== 'recalled' && incoming.kind !== 'recalled' && one.updateId === incoming.updateId,
      );
      if (known) return 'repeat';
      taken.push(incoming);
      return 'recorded';
    };

    beforeEach(async () => {
      taken = [];
      intakeFails = false;
      played = await open();
      await played.channel.start(intake);
      await expect.poll(() => played.channel.status().state).toBe('ready');
    });
    afterEach(async () => {
      await played.channel.stop();
      await played.close();
    });

    const updates = () => taken.filter((one): one is Update => one.kind !== 'recalled');
    const said = (n: number, text: string, more: Partial<Said> = {}): Said => ({
      id: played.ids.message(n),
      who: 'person-1',
      chat: played.ids.chat,
      text,
      ...more,
    });
    const privately = (): Address => ({
      channel: played.channel.name,
      chat: played.ids.chat,
      kind: 'private',
    });
    /** False, and said so, where nothing is pushed. */
    const isFetched = () => {
      if (played.misbehave) return false;
      expect(played.fetched).toBe(true);
      return true;
    };
    const misbehave: NonNullable<Played['misbehave']> = (how) => played.misbehave?.(how);
    const send = (text: string, more: object = {}) =>
      played.channel.send?.({ id: '1', address: privately(), reply: { text }, ...more });

    test('what a person writes is taken in with the ids that an answer needs', async () => {
      expect(await played.says(said(1, '三楼302打印机坏了'))).toBe(true);
      const [update] = updates();
      expect(update).toMatchObject({
        kind: 'utterance',
        text: '三楼302打印机坏了',
        address: { channel: played.channel.name, kind: 'private' },
        ...(played.fetched ? {} : { messageId: expect.any(String) }),
      });
      expect(Number.isNaN(Date.parse(update?.at ?? ''))).toBe(false);
    });

    test('a redelivery is the same update', async () => {
      await played.says(said(1, '打印机坏了'));
      expect(await played.says(said(1, '打印机坏了'))).toBe(true);
      expect(updates()).toHaveLength(1);
    });

    test('messages that overtake each other are each taken in once', async () => {
      for (const n of [2, 1, 3, 1, 2]) await played.says(said(n, `第${n}条`));
      expect(updates().map((update) => update.kind === 'utterance' && update.text)).toEqual([
        '第2条',
        '第1条',
        '第3条',
      ]);
    });

    test('what could not be recorded is not acknowledged, and is taken in when it comes again', async () => {
      intakeFails = true;
      expect(await played.says(said(1, '打印机坏了'))).toBe(false);
      intakeFails = false;
      expect(await played.says(said(1, '打印机坏了'))).toBe(true);
      expect(updates()).toHaveLength(1);
    });

    test('what no platform would send does no harm', async () => {
      await played.garbage();
      expect(await played.says(said(1, '还在吗'))).toBe(true);
      expect(updates()).toHaveLength(1);
    });

    test('secrets are masked before anything else sees the words', async () => {
      await played.says(said(1, '我的密码是Abc12345!，登不上邮箱'));
      expect(JSON.stringify(updates())).not.toContain('Abc12345!');
      expect(updates()[0]).toMatchObject({ masked: ['password'] });
    });

    test('in a group it is known whether the bot was spoken to', async () => {
      const group = { chat: played.ids.group, group: true };
      await played.says(said(1, '打印机坏了', { ...group, mentioned: true }));
      await played.says(said(2, '中午吃什么', group));
      const spokenTo = updates().map((update) => [update.address.kind, update.mentioned ?? false]);
      expect(spokenTo.filter(([, mentioned]) => mentioned)).toEqual([['group', true]]);
      expect(updates()[0]).toMatchObject({ text: '打印机坏了' });
    });

    test('an answer is a reply to its message, in the same chat', async () => {
      await played.says(said(1, '打印机坏了'));
      const [update] = updates();
      const sent = await played.channel.send?.({
        id: '1',
        address: update?.address ?? privately(),
        reply: { text: '收到' },
        ...(update?.messageId ? { inReplyTo: update.messageId } : {}),
      });
      expect(sent).toMatchObject({ ok: true, platformMessageId: expect.any(String) });
      const [seen] = played.seen(played.ids.chat);
      expect(seen?.words).toContain('收到');
      expect(seen?.answers).toBe(played.ties ? update?.messageId : undefined);
    });

    test('what is said in a thread is answered there', async () => {
      const { thread, group } = played.ids;
      if (thread === null) return expect(played.ties).toBe(false);
      await played.says(said(1, '打印机坏了', { chat: group, group: true, mentioned: true, thread }));
      expect(updates()[0]?.address).toMatchObject({ kind: 'group', topic: thread });
    });

    const CARD: Card = {
      title: '工单 T20261118-0001',
      body: '打印机卡纸',
      fields: [{ label: '地点', value: '三楼302' }],
      actions: [
        { id: 'dispatch.accept', label: '接单', value: 'T20261118-0001', style: 'primary' },
        { id: 'ticket.confirm', label: '已解决', value: 'T20261118-0001' },
      ],
    };

    test('a card says all that it has to say, with its buttons or with numbered choices', async () => {
      await played.channel.send?.({ id: '1', address: privately(), reply: replyWith('请看：', CARD) });
      const words = played
        .seen(played.ids.chat)
        .map((one) => one.words)
        .join('\n');
      for (const part of ['请看', 'T20261118-0001', '打印机卡纸', '地点', '三楼302', '接单', '已解决'])
        expect(words).toContain(part);
      if (!played.channel.capabilities.cards) expect(words).toMatch(/1\. ?接单\n2\. ?已解决/);
    });

    test('a card that is sent again under its id changes in place', async () => {
      if (!played.channel.capabilities.editing) return expect(played.presses).toBeUndefined();
      const first = await played.channel.send?.({
        id: '1',
        address: privately(),
        reply: replyWith('', CARD),
        cardKey: 'ticket:T1',
      });
      const platformMessageId = first?.ok ? first.platformMessageId : undefined;
      const claimed = { ...CARD, title: '李明已接单', actions: [] };
      await played.channel.send?.({
        id: '2',
        address: privately(),
        reply: replyWith('', claimed),
        cardKey: 'ticket:T1',
        ...(platformMessageId ? { platformMessageId } : {}),
      });
      const seen = played.seen(played.ids.chat);
      expect(seen).toHaveLength(1);
      expect(seen[0]?.words).toContain('李明已接单');
      expect(seen[0]?.words).not.toContain('已解决');
    });

    test('a pressed button is taken in as itself, once', async () => {
      if (!played.presses) return expect(played.channel.capabilities.cards).toBe(false);
      const sent = await played.channel.send?.({
        id: '1',
        address: privately(),
        reply: replyWith('', CARD),
      });
      const message = sent?.ok ? (sent.platformMessageId ?? '') : '';
      const press = { id: 'press-1', who: 'person-1', chat: played.ids.chat, message, label: '接单' };
      await played.presses(press);
      await played.presses(press);
      expect(updates()).toMatchObject([
        { kind: 'action', action: { id: 'dispatch.accept', value: 'T20261118-0001' } },
      ]);
    });

    test('words that look like markup arrive as they are', async () => {
      const text = '<at user_id="all">x</at> **b** [链接](http://evil.example) _i_ `c` ~s~ \\n';
      await send(text);
      expect(played.seen(played.ids.chat).map((one) => one.words)).toEqual([text]);
    });

    test('what is too long for one message arrives whole, in order', async () => {
      const lines = Array.from({ length: 3000 }, (_, n) => `第${n}行：打印机卡纸的处理步骤`);
      expect(await send(lines.join('\n'))).toMatchObject({ ok: true });
      const words = played.seen(played.ids.chat).map((one) => one.words);
      if (!played.fetched) expect(words.length).toBeGreaterThan(1);
      expect(words.join('\n').split('\n')).toEqual(lines);
    });

    test('a card that is too large loses nothing of what it says', async () => {
      const long = Array.from({ length: 4000 }, (_, n) => `第${n}步`).join('，');
      const sent = await played.channel.send?.({
        id: '1',
        address: privately(),
        reply: replyWith('', { ...CARD, body: long }),
      });
      expect(sent).toMatchObject({ ok: true });
      const words = played
        .seen(played.ids.chat)
        .map((one) => one.words)
        .join('');
      expect(words.replaceAll('\n', '')).toContain(long);
    });

    test('pictures and files go after the words, in order, as what they are', async () => {
      if (!played.channel.capabilities.files) return expect(played.fetched).toBe(true);
      const files = [picture(), document()];
      expect(await send('照片和表', { files })).toMatchObject({ ok: true });
      const seen = played.seen(played.ids.chat);
      expect(seen[0]?.words).toBe('照片和表');
      const [first, second] = seen.slice(1).map(({ file }) => file);
      expect(first).toMatchObject({ kind: 'image' });
      expect(second).toMatchObject({ kind: 'file', name: '签到表.pdf' });
      expect(Buffer.from(first?.bytes ?? []).equals(PNG)).toBe(true);
      expect(Buffer.from(second?.bytes ?? []).equals(PDF)).toBe(true);
    });

    test('a file that the desk no longer has is named in words', async () => {
      if (isFetched()) return;
      await send('照片', { files: [picture('p1', null)] });
      const seen = played.seen(played.ids.chat);
      expect(seen.map(({ words }) => words)).toEqual(['照片', picture().inWords]);
    });

    test('a platform that refuses for now says how long, and is asked again', async () => {
      if (isFetched()) return;
      misbehave('limit');
      const refused = await send('稍后');
      expect(refused).toMatchObject({ ok: false, retry: true });
      if (played.namesWaits) expect(refused).toMatchObject({ afterMs: expect.any(Number) });
      misbehave('well');
      expect(await send('稍后')).toMatchObject({ ok: true });
      expect(played.seen(played.ids.chat)).toHaveLength(1);
    });

    test('a platform that is ill is tried again', async () => {
      if (isFetched()) return;
      misbehave('ill');
      expect(await send('再试')).toMatchObject({ ok: false, retry: true });
      misbehave('well');
      expect(await send('再试')).toMatchObject({ ok: true });
    });

    test('an answer that is lost makes no second message where the platform can tell', async () => {
      if (isFetched()) return;
      misbehave('lose');
      expect(await send('只此一条')).toMatchObject({ ok: false, retry: true });
      misbehave('well');
      expect(await send('只此一条')).toMatchObject({ ok: true });
      expect(played.seen(played.ids.chat)).toHaveLength(played.recognisesRepeats ? 1 : 2);
    });

    test('a picture whose answer is lost does not stand there twice, and is not lost', async () => {
      if (isFetched()) return;
      const files = [picture()];
      misbehave('lose file');
      expect(await send('照片', { files })).toMatchObject({ ok: false, retry: true });
      misbehave('well');
      expect(await send('照片', { files })).toMatchObject({
        ok: true,
        platformMessageId: expect.any(String),
      });
      const seen = played.seen(played.ids.chat);
      expect(seen.filter(({ words }) => words === '照片')).toHaveLength(1);
      expect(seen.filter(({ file }) => file)).toHaveLength(1);
    });

    test('after it was stopped nothing more is taken in', async () => {
      await played.channel.stop();
      expect(played.channel.status().state).toBe('stopped');
      await played.says(said(1, '还在吗')).catch(() => false);
      expect(updates()).toEqual([]);
    });
  });
}
