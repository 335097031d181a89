/** A whole desk on the local open platform, with a clock that a test holds: people write and press in Feishu. */
import { createFeishu } from '../../adapters/feishu/index.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import { createOutboxWorker } from '../../server/queue/outbox-worker.ts';
import { openTestDesk, silent, type TestDesk } from './desk.ts';
import { actionEvent, type FeishuEvent, messageEvent, type SaidOptions } from './feishu-platform/events.ts';
import {
  type FeishuPlatform,
  openFeishuPlatform,
  type PlatformMessage,
  wordsOf,
} from './feishu-platform/platform.ts';

export const CREW = 'oc_crew';

export interface FeishuDesk {
  platform: FeishuPlatform;
  desk: TestDesk;
  /** Delivers an event by the webhook; gives the answer. */
  deliver(event: FeishuEvent, at?: number): Promise<{ status: number; body: unknown }>;
  /** Somebody writes in a chat of their own, and everything that follows is done and sent. Gives what they see of it. */
  says(who: string, text: string, more?: Partial<SaidOptions>): Promise<string>;
  presses(
    who: string,
    message: PlatformMessage,
    label: string,
    form?: Record<string, string>,
  ): Promise<unknown>;
  /** Works what waits and sends what is due. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** The chat that a person has with the bot. */
export const chatOf = (who: string): string => `oc_${who}`;

export async function openFeishuDesk(): Promise<FeishuDesk> {
  const clock = { now: () => Date.now() };
  const platform = await openFeishuPlatform({ now: () => clock.now() });
  const { keys } = platform;
  const channel = createFeishu({
    ...keys,
    mode: 'webhook',
    baseUrl: platform.url,
    words: TEXTS.zh.channels.toast,
    log: silent,
    now: () => clock.now(),
    sleep: async () => {},
    jitter: () => 0,
  });
  const desk = await openTestDesk({
    env: {
      FEISHU_APP_ID: keys.appId,
      FEISHU_APP_SECRET: keys.appSecret,
      DISPATCH_GROUPS: `feishu:${CREW}`,
    },
    channels: [channel],
  });
  clock.now = () => desk.clock.now;
  await channel.start(desk.desk.intake);
  const { db } = desk.desk.turn;
  const outbox = createOutboxWorker({
    db,
    channels: desk.desk.turn.channels,
    files: desk.desk.files,
    log: silent,
    now: () => desk.clock.now,
    jitter: () => 0,
  });

  const settle = async () => {
    for (let round = 0; round < 3; round += 1) {
      await desk.settle();
      await outbox.drain(60_000);
    }
  };
  const deliver = async (event: FeishuEvent, at = desk.clock.now) => {
    const { headers, body } = platform.request(event, at);
    const url = '/channels/feishu/events';
    const answer = await desk.desk.http.inject({ method: 'POST', url, headers, payload: body });
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
  };
  let messages = 0;
  return {
    platform,
    desk,
    deliver,
    settle,
    async says(who, text, more = {}) {
      messages += 1;
      const chat = more.chat ?? chatOf(who);
      const seen = platform.messages.length;
      const event = messageEvent(
        {
          messageId: `om_in.${chat}.${messages}`,
          sender: `ou_${who}`,
          chat,
          content: { text },
          at: desk.clock.now,
          ...more,
        },
        keys,
      );
      await deliver(event);
      await settle();
      return platform.messages
        .slice(seen)
        .filter((one) => one.chat === chat)
        .map(wordsOf)
        .join('\n');
    },
    async presses(who, message, label, form) {
      const { value, names } = buttonOf(message.content, label);
      const filled =
        form && Object.fromEntries(Object.entries(form).map(([name, said]) => [named(names, name), said]));
      const pressed = {
        operator: `ou_${who}`,
        chat: message.chat,
        message: message.id,
        value,
        at: desk.clock.now,
        ...(filled ? { form: filled } : {}),
      };
      const answer = await deliver(actionEvent(pressed, keys));
      await settle();
      return answer.body;
    },
    async close() {
      await desk.close();
      await platform.close();
    },
  };
}

function named(names: readonly string[], name: string): string {
  const found = names.find((one) => one.endsWith(`_${name}`));
  if (!found) throw new Error(`the form has no field ${name}`);
  return found;
}

/** What the button of a label carries, and the names of the fields of its form. Throws where there is none. */
export function buttonOf(content: unknown, label: string): { value: unknown; names: string[] } {
  const found = search(content, label, []);
  if (!found) throw new Error(`no button «${label}»`);
  return found;
}

export function labelsOf(content: unknown): string[] {
  if (Array.isArray(content)) return content.flatMap(labelsOf);
  if (typeof content !== 'object' || content === null) return [];
  const { tag, text } = content as { tag?: string; text?: { content?: string } };
  return tag === 'button' ? [text?.content ?? ''] : Object.values(content).flatMap(labelsOf);
}

function search(
  node: unknown,
  label: string,
  names: readonly string[],
): { value: unknown; names: string[] } | undefined {
  if (Array.isArray(node)) {
    for (const one of node) {
      const found = search(one, label, names);
      if (found) return found;
    }
    return undefined;
  }
  if (typeof node !== 'object' || node === null) return undefined;
  const { tag, text, behaviors } = node as {
    tag?: string;
    text?: { content?: string };
    behaviors?: { value: unknown }[];
  };
  if (tag === 'button' && text?.content === label) return { value: behaviors?.[0]?.value, names: [...names] };
  const inside = tag === 'form' ? fieldNames(node) : names;
  return search(Object.values(node), label, inside);
}

function fieldNames(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(fieldNames);
  if (typeof node !== 'object' || node === null) return [];
  const { tag, name } = node as { tag?: string; name?: string };
  const own = (tag === 'input' || tag === 'select_static') && name ? [name] : [];
  return [...own, ...Object.values(node).flatMap(fieldNames)];
}
