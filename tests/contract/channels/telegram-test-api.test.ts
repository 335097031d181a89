/** The same adapter against a Bot API that somebody else wrote, so that ours is not the only witness. */
import { createRequire } from 'node:module';
import type { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { replyWith } from '../../../bot/reply.ts';
import { freePort } from '../../support/free-port.ts';
import { type OpenTelegram, openTelegram } from '../../support/telegram-channel.ts';
import { TOKEN } from '../../support/telegram-platform/platform.ts';

const Server = createRequire(import.meta.url)('telegram-test-api') as typeof TelegramServer;

let server: TelegramServer;
let open: OpenTelegram;
let client: ReturnType<TelegramServer['getClient']>;

beforeAll(async () => {
  server = new Server({ port: await freePort(), host: '127.0.0.1' });
  await server.start();
  open = await openTelegram({ apiRoot: server.config.apiURL });
  client = server.getClient(TOKEN, { userId: 31, chatId: 31, firstName: '安娜', type: 'private' });
});
afterAll(async () => {
  await open.close();
  await server.stop();
});

const chat = { channel: 'telegram', chat: '31', kind: 'private' } as const;
const card = replyWith('', {
  title: 'T20261118-0001',
  fields: [],
  actions: [{ id: 'dispatch.accept', label: '接单', value: 'T20261118-0001' }],
});

it('hears what is said and what is pressed', async () => {
  await client.sendMessage(client.makeMessage('三楼打印机坏了'));
  await vi.waitFor(() =>
    expect(open.taken).toMatchObject([{ text: '三楼打印机坏了', address: chat, sender: { id: '31' } }]),
  );
  await client.sendCallback(client.makeCallbackQuery('=dispatch.accept|T20261118-0001'));
  await vi.waitFor(() =>
    expect(open.taken[1]).toMatchObject({ kind: 'action', action: { id: 'dispatch.accept' } }),
  );
});

it('is read as it was said, with its buttons, and changed in place', async () => {
  const sent = await open.send({ reply: card, address: chat, cardKey: 'ticket:1' });
  if (!sent.ok || !sent.platformMessageId) throw new Error('it was not sent');
  const { result } = await client.getUpdates();
  expect(result.at(-1)?.message).toMatchObject({
    text: '【T20261118-0001】',
    reply_markup: { inline_keyboard: [[{ text: '接单', callback_data: '=dispatch.accept|T20261118-0001' }]] },
  });
  const claimed = replyWith('', { title: 'T20261118-0001', body: '小王已接单', fields: [], actions: [] });
  const { platformMessageId } = sent;
  expect(await open.send({ reply: claimed, address: chat, cardKey: 'ticket:1', platformMessageId })).toEqual(
    sent,
  );
});
