/**
 * A chat platform as they are at their worst: answers 500, cuts the connection before or after it took a message, takes
 * its time, asks to wait. It drops repeats by the message's id, as platforms with a deduplication key do.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Outgoing } from '../../bot/channel.ts';
import { addressKey } from '../../server/store/keys.ts';
import type { Random } from '../support/random.ts';

export interface FakePlatform {
  url: string;
  /** Each distinct message, in the order in which it first came. */
  taken: Outgoing[];
  /** How often each id was delivered again. */
  repeats: Map<string, number>;
  /** Ids that came again with other words or to another chat: never right. */
  changed: string[];
  close(): Promise<void>;
}

/** `onNew` hears of each distinct message. */
export async function startPlatform(
  random: Random,
  onNew: (message: Outgoing) => void,
): Promise<FakePlatform> {
  const byId = new Map<string, string>();
  const platform: Omit<FakePlatform, 'url' | 'close'> = { taken: [], repeats: new Map(), changed: [] };

  const take = (message: Outgoing) => {
    const said = JSON.stringify([addressKey(message.address), message.reply]);
    const before = byId.get(message.id);
    if (before === undefined) {
      byId.set(message.id, said);
      platform.taken.push(message);
      onNew(message);
      return;
    }
    platform.repeats.set(message.id, (platform.repeats.get(message.id) ?? 0) + 1);
    if (before !== said) platform.changed.push(message.id);
  };

  const server = createServer((request, response) => {
    answer(request, response, random, take).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { ...platform, url: `http://127.0.0.1:${port}`, close };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  random: Random,
  take: (message: Outgoing) => void,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const message: Outgoing = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const mood = random.next();
  if (mood < 0.01) return void response.writeHead(500).end();
  if (mood < 0.02) return void response.destroy();
  if (mood < 0.025) return void response.writeHead(429, { 'retry-after': '1' }).end();
  take(message);
  if (mood < 0.045) return void response.destroy();
  if (mood < 0.08) await new Promise((resolve) => setTimeout(resolve, random.below(400)));
  response.writeHead(200).end(`m${message.id}`);
}
