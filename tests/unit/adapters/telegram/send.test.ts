/** Pacing without a second message: what waits in the client's own queue too long is given back, and never sent from there. */
import { afterEach, expect, it } from 'vitest';
import { createChats } from '../../../../adapters/telegram/chats.ts';
import { createClient, forGrammy } from '../../../../adapters/telegram/client.ts';
import { createSend } from '../../../../adapters/telegram/send.ts';
import {
  startTelegramPlatform,
  type TelegramPlatform,
  TOKEN,
} from '../../../support/telegram-platform/platform.ts';

let platform: TelegramPlatform | null = null;
afterEach(() => platform?.close());

const GROUP = -100_1;

/** Nothing may be sent to a group until its allowance comes back. */
async function heldBack() {
  platform = await startTelegramPlatform();
  platform.addChat({ id: GROUP, type: 'supergroup' });
  const group = { reservoir: 0, reservoirRefreshAmount: 9, reservoirRefreshInterval: 250 };
  const client = createClient({ token: TOKEN, apiRoot: platform.apiRoot, fetch, pacing: { group } });
  return { platform, api: client.calls };
}

it('is given back to the outbox, which keeps the order', async () => {
  const { api } = await heldBack();
  const send = createSend({ api, chats: createChats([]), mostMs: 1, onDetour: () => {} });
  const address = { channel: 'telegram', chat: String(GROUP), kind: 'group' } as const;
  expect(await send({ id: '1', address, reply: { text: '新工单' } })).toEqual({
    ok: false,
    retry: true,
    afterMs: expect.any(Number),
    error: 'held back',
  });
});

it('is not sent when its turn comes at last', async () => {
  const { platform, api } = await heldBack();
  const given = new AbortController();
  const call = api.sendMessage(GROUP, '新工单', {}, forGrammy(given.signal));
  given.abort();
  await expect(call).rejects.toThrow();
  expect(await api.sendMessage(GROUP, '下一条')).toMatchObject({ text: '下一条' });
  expect(platform.shown(GROUP).map(({ text }) => text)).toEqual(['下一条']);
});
