/** Mail over the real library to a local server that takes letters, refuses them, and breaks off. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMailChannel } from '../../../adapters/mail/index.ts';
import type { PushChannel } from '../../../bot/channel.ts';
import { document, PNG, picture } from '../../support/sent-files.ts';
import { type Mood, openSmtpServer, type SmtpServer, wordsOf } from '../../support/smtp-server.ts';

let server: SmtpServer;
let channel: PushChannel;
beforeEach(async () => {
  server = await openSmtpServer();
  channel = createMailChannel({
    url: server.url,
    from: '服务台 <desk@bureau.example>',
    patienceMs: 300,
    now: () => 0,
  });
  await channel.start(async () => 'recorded');
});
afterEach(async () => {
  await channel.stop();
  await server.close();
});

const send = (text: string, title?: string, to = 'service@vendor.example') =>
  channel.send?.({
    id: '7',
    address: { channel: 'mail', chat: to, kind: 'private' },
    reply: {
      text,
      ticket: 'T20261118-0001',
      ...(title ? { card: { title, fields: [], actions: [] } } : {}),
    },
  });

test('a letter has its subject, its words, and an id by which an attempt is known again', async () => {
  expect(await send('三楼302打印机卡纸，请处理', '【服务台】请处理：T20261118-0001')).toMatchObject({
    ok: true,
  });
  const [letter] = server.letters;
  if (!letter) throw new Error('no letter came');
  expect([letter.from, letter.to]).toEqual(['desk@bureau.example', ['service@vendor.example']]);
  expect(wordsOf(letter)).toEqual({
    subject: '【服务台】请处理：T20261118-0001',
    text: expect.stringContaining('三楼302打印机卡纸，请处理') as string,
  });
  expect(letter.raw).toContain('Message-ID: <outbox-7@bureau.example>');
  expect(letter.raw).toContain('References: <T20261118-0001@bureau.example>');
  expect(letter.raw).toMatch(/^Content-Type: text\/plain/m);
});

test('files lie in the letter; one that is gone is named in its words', async () => {
  const sent = await channel.send?.({
    id: '8',
    address: { channel: 'mail', chat: 'service@vendor.example', kind: 'private' },
    reply: { text: '见附件' },
    files: [picture(), document('d1', null)],
  });
  expect(sent).toMatchObject({ ok: true });
  const raw = server.letters[0]?.raw ?? '';
  expect(raw).toContain('Content-Type: image/png');
  expect(raw.replaceAll(/\r?\n/g, '')).toContain(PNG.toString('base64'));
  expect(raw.match(/Content-Disposition: attachment/g)).toHaveLength(1);
});

test.each<[Mood, boolean]>([
  ['busy', true],
  ['full', true],
  ['cut', true],
  ['lost', true],
  ['mute', true],
  ['unknown', false],
  ['refused', false],
])('a server that is «%s»: to be tried again: %s', async (mood, retry) => {
  server.mood = mood;
  const result = await send('请处理');
  expect(result).toMatchObject({ ok: false, retry });
  expect(JSON.stringify(result)).not.toMatch(/vendor\.example|mailbox|nobody/);
  expect(channel.status().state).toBe(retry ? 'reconnecting' : 'ready');
  server.mood = 'well';
  expect(await send('请处理')).toMatchObject({ ok: true });
  expect(channel.status().state).toBe('ready');
  const ids = server.letters.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]);
  expect(new Set(ids).size).toBe(1);
});

test('a server that is away is tried again', async () => {
  await server.close();
  expect(await send('请处理')).toMatchObject({ ok: false, retry: true });
});

describe('what people wrote', () => {
  test('becomes no header, and no second recipient', async () => {
    await send('正文', '标题\r\nBcc: thief@example.com\r\n\r\n<b>x</b>');
    const [letter] = server.letters;
    expect(letter?.to).toEqual(['service@vendor.example']);
    expect(letter?.raw).not.toMatch(/^Bcc:/im);
  });

  test('becomes no end of the letter, and no file that is read', async () => {
    await send('一\r\n.\r\nRCPT TO:<thief@example.com>\r\n{ path: /etc/passwd }');
    expect(server.letters).toHaveLength(1);
    expect(server.letters[0]?.to).toEqual(['service@vendor.example']);
    expect(server.letters[0]?.raw).not.toContain('root:');
  });
});
