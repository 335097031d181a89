import { expect, test } from 'vitest';
import { createFeishu } from '../../../adapters/feishu/index.ts';
import { TEXTS } from '../../../flows/texts/index.ts';
import { silent } from '../../support/desk.ts';
import { actionEvent, type FeishuEvent, messageEvent } from '../../support/feishu-platform/events.ts';
import { BOT_ID, openFeishuPlatform, wordsOf } from '../../support/feishu-platform/platform.ts';
import { channelSuite, type Played, type Said } from './suite.ts';

async function played(mode: 'ws' | 'webhook'): Promise<Played> {
  const platform = await openFeishuPlatform();
  const { keys, messages } = platform;
  const channel = createFeishu({
    ...keys,
    mode,
    baseUrl: platform.url,
    words: TEXTS.zh.channels.toast,
    log: silent,
    now: Date.now,
    // The pace is kept in its own test: here nothing is waited for.
    sleep: async () => {},
    jitter: () => 0,
  });
  const deliver = async (event: ReturnType<typeof messageEvent>): Promise<boolean> => {
    if (mode === 'ws') return (await platform.push(event)).code === 200;
    const { headers, body } = platform.request(event);
    const answer = await channel.webhook?.handle({ headers, body: Buffer.from(body) });
    return answer?.status === 200;
  };
  const eventOf = ({ id, who, chat, text, group, mentioned, thread }: Said) =>
    messageEvent(
      {
        messageId: id,
        sender: `ou_${who}`,
        chat,
        group: group === true,
        content: { text: mentioned ? `@_user_1 ${text}` : text },
        ...(mentioned ? { mentions: [{ key: '@_user_1', id: { open_id: BOT_ID }, name: '服务台' }] } : {}),
        ...(thread ? { root: thread, thread: 'omt_1' } : {}),
        at: Date.now(),
      },
      keys,
    );
  const presses = new Map<string, ReturnType<typeof actionEvent>>();
  let losing = false;
  return {
    channel,
    ids: {
      chat: 'oc_private',
      group: 'oc_group',
      thread: 'om_in.oc_group.root',
      message: (n) => `om_in.oc_private.${n}`,
    },
    says: (said) => deliver(eventOf(said)),
    async presses({ id, who, chat, message, label }) {
      const card = messages.find((one) => one.id === message);
      const value = buttonOf(card?.content, label);
      const event =
        presses.get(id) ?? actionEvent({ operator: `ou_${who}`, chat, message, value, at: Date.now() }, keys);
      presses.set(id, event);
      return deliver(event);
    },
    async garbage() {
      const events: unknown[] = [
        {},
        { schema: '2.0' },
        { schema: '2.0', header: { event_id: 'x', event_type: 'im.message.receive_v1' }, event: {} },
        { schema: '2.0', header: { event_id: 'x', event_type: 'card.action.trigger' }, event: { action: 1 } },
        { schema: '2.0', header: { event_id: 'x', event_type: 'something.new_v9' }, event: {} },
      ];
      for (const event of events) {
        if (mode === 'ws') await platform.push(event as FeishuEvent);
        else {
          const { headers, body } = platform.request(event);
          await channel.webhook?.handle({ headers, body: Buffer.from(body) });
          await channel.webhook?.handle({ headers: {}, body: Buffer.from(JSON.stringify(event)) });
        }
      }
      if (mode === 'ws') return;
      for (const body of ['', '{', '{"encrypt":"AAAA"}', '{"encrypt":7}', '\u0000'])
        await channel.webhook?.handle({ headers: {}, body: Buffer.from(body) });
    },
    seen: (chat) =>
      messages
        .filter((one) => one.chat === chat)
        .map((one) => {
          const file = platform.uploads.get(String(one.content.image_key ?? one.content.file_key));
          return { words: wordsOf(one), answers: one.parent, ...(file ? { file } : {}) };
        }),
    misbehave(how) {
      losing = how === 'lose' || how === 'lose file';
      platform.mishap = ({ path, body }) => {
        if (!path.startsWith('/open-apis/im/')) return null;
        if (how === 'lose file' && body.msg_type !== 'image') return null;
        if (how === 'limit')
          return { status: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '2' } };
        if (how === 'ill') return { status: 502 };
        if (!losing) return null;
        losing = false;
        return 'lost';
      };
    },
    recognisesRepeats: true,
    ties: true,
    namesWaits: true,
    close: () => platform.close(),
  };
}

/** What the button of a label carries. */
function buttonOf(node: unknown, label: string): unknown {
  if (Array.isArray(node)) return node.map((one) => buttonOf(one, label)).find((one) => one !== undefined);
  if (typeof node !== 'object' || node === null) return undefined;
  const { tag, text, behaviors } = node as {
    tag?: string;
    text?: { content?: string };
    behaviors?: { value: unknown }[];
  };
  if (tag === 'button' && text?.content === label) return behaviors?.[0]?.value;
  return Object.values(node)
    .map((one) => buttonOf(one, label))
    .find((one) => one !== undefined);
}

channelSuite('Feishu over the long connection', () => played('ws'));
channelSuite('Feishu over a webhook', () => played('webhook'));

test('a platform that can’t be reached is said so at once, and is there again when it is back', async () => {
  const platform = await openFeishuPlatform();
  platform.mishap = () => ({ status: 503 });
  const channel = createFeishu({
    ...platform.keys,
    mode: 'ws',
    baseUrl: platform.url,
    words: TEXTS.zh.channels.toast,
    log: silent,
    now: Date.now,
    sleep: async () => {},
    jitter: () => 0,
  });
  await channel.start(async () => 'recorded');
  await expect
    .poll(() => channel.status())
    .toMatchObject({ state: 'reconnecting', detail: expect.any(String) });
  platform.mishap = null;
  await expect.poll(() => channel.status().state, { timeout: 10_000 }).toBe('ready');
  platform.sockets.cut();
  await expect.poll(() => channel.status().state).toBe('reconnecting');
  await expect.poll(() => channel.status().state, { timeout: 10_000 }).toBe('ready');
  await channel.stop();
  await platform.close();
});
