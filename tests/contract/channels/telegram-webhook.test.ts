/** Telegram brings updates to a server by itself: a desk as it really starts, over HTTP. */

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseConfig } from '../../../server/config.ts';
import { createDesk, type Desk } from '../../../server/desk-app.ts';
import { silent } from '../../support/desk.ts';
import { freePort } from '../../support/free-port.ts';
import { ANNA } from '../../support/telegram-channel.ts';
import {
  startTelegramPlatform,
  type TelegramPlatform,
  TOKEN,
} from '../../support/telegram-platform/platform.ts';

const SECRET = 'a-secret_of-the-desk';
let platform: TelegramPlatform;
let desk: Desk;
let address: string;

beforeAll(async () => {
  platform = await startTelegramPlatform();
  platform.addChat({ id: ANNA.id, type: 'private' });
  const port = await freePort();
  const parsed = parseConfig({
    PORT: String(port),
    DATA_DIR: `memory://webhook-${process.pid}`,
    API_TOKENS: 'admin:admin-token-for-tests',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_MODE: 'webhook',
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    TELEGRAM_API_ROOT: platform.apiRoot,
  });
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
  desk = await createDesk({ config: parsed.config, log: silent });
  address = await desk.start();
});
afterAll(async () => {
  await desk.stop();
  await platform.close();
});

const fromBot = () => platform.shown(ANNA.id).filter(({ from }) => from === 'bot');

function post(body: string, secret?: string) {
  const headers = {
    'content-type': 'application/json',
    ...(secret ? { 'x-telegram-bot-api-secret-token': secret } : {}),
  };
  return fetch(`${address}/channels/telegram/updates`, { method: 'POST', headers, body });
}

const message = (update_id: number, text: string) =>
  JSON.stringify({
    update_id,
    message: {
      message_id: update_id,
      date: 1_795_000_000,
      from: ANNA,
      chat: { id: ANNA.id, type: 'private' },
      text,
    },
  });

it('tells Telegram where it is and what its secret is, and which updates it wants', async () => {
  await vi.waitFor(() =>
    expect(platform.webhook()).toEqual({ url: `${address}/channels/telegram/updates`, secret: SECRET }),
  );
  expect(platform.callsOf('setWebhook')[0]?.payload.allowed_updates).toContain('callback_query');
});

it('answers what is brought, once, however often it is brought', async () => {
  platform.updates.disorder.again = 2;
  platform.say(ANNA, ANNA.id, '你好');
  await platform.updates.taken();
  platform.updates.disorder.again = 0;
  await vi.waitFor(() => expect(fromBot()).toHaveLength(1));
  platform.say(ANNA, ANNA.id, '谢谢');
  await vi.waitFor(() => expect(fromBot()).toHaveLength(2), { timeout: 5_000 });
});

describe('a request', () => {
  it.each([
    ['without the secret', undefined],
    ['with another', 'a-secret_of-the-dess'],
    ['with a longer one', `${SECRET}x`],
  ])('%s is refused, and nothing of it is kept', async (_how, secret) => {
    const response = await post(message(1, '伪造的'), secret);
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('');
    const found = await desk.turn.db.selectFrom('inbox').select('id').where('update_id', '=', '1').execute();
    expect(found).toEqual([]);
  });

  it('that is no JSON is refused; one that is no update is done with', async () => {
    expect((await post('{"update_id":', SECRET)).status).toBe(400);
    expect((await post('{}', SECRET)).status).toBe(200);
    expect((await post('{"update_id":2,"poll":{}}', SECRET)).status).toBe(200);
  });
});
