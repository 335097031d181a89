/** Live events between two replicas, over a real Redis. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';
import { pino } from 'pino';
import { createClient } from 'redis';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LiveEvent } from '../../server/live/bus.ts';
import { createRedisBus, type RedisBus } from '../../server/live/redis-bus.ts';

const url = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';
const log = pino({ level: 'silent' });
const opened: RedisBus[] = [];

function replica(at = url): { bus: RedisBus['bus']; heard: LiveEvent[] } {
  const { bus, close } = createRedisBus(at, randomUUID(), log);
  opened.push({ bus, close });
  const heard: LiveEvent[] = [];
  bus.subscribe((event) => heard.push(event));
  return { bus, heard };
}

/** Says it again and again until it is heard: a replica that is just connecting hears nothing yet, and need not. */
async function untilHeard(say: () => void, heard: LiveEvent[], event: LiveEvent): Promise<void> {
  await vi.waitFor(
    () => {
      say();
      expect(heard).toContainEqual(event);
    },
    { timeout: 20_000, interval: 100 },
  );
}

afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
});

describe('two replicas', () => {
  it('hear each other, and themselves once', async () => {
    const [one, two] = [replica(), replica()];
    const hello: LiveEvent = { type: 'chat', user: 'hello' };
    await untilHeard(() => one.bus.publish(hello), two.heard, hello);
    await untilHeard(() => two.bus.publish(hello), one.heard, hello);
    const user = randomUUID();
    const event: LiveEvent = { type: 'chat', user };
    one.bus.publish(event);
    await vi.waitFor(() => expect(two.heard).toContainEqual(event), { timeout: 20_000 });
    expect(one.heard.filter((heard) => heard.type === 'chat' && heard.user === user)).toEqual([event]);
  });

  it('go on by themselves while Redis is away, and find each other again', async () => {
    const gate = await gateTo(new URL(url));
    const [one, two] = [replica(gate.url), replica(gate.url)];
    const before: LiveEvent = { type: 'group', group: 'before' };
    await untilHeard(() => one.bus.publish(before), two.heard, before);
    await gate.shut();
    const alone: LiveEvent = { type: 'group', group: 'alone' };
    one.bus.publish(alone);
    expect(one.heard).toContainEqual(alone);
    await gate.reopen();
    const after: LiveEvent = { type: 'group', group: 'after' };
    await untilHeard(() => one.bus.publish(after), two.heard, after);
    await gate.shut();
  });

  it('are not troubled by what others say on their channel', async () => {
    const one = replica();
    const [stranger, two] = [createClient({ url }), replica()];
    stranger.on('error', () => {});
    await stranger.connect();
    const hello: LiveEvent = { type: 'work' };
    await untilHeard(() => two.bus.publish(hello), one.heard, hello);
    for (const words of ['{"from":"x","event":{"type":"nonsense"}}', '[]', 'not json'])
      await stranger.publish('desk:live', words);
    const last: LiveEvent = { type: 'chat', user: randomUUID() };
    await untilHeard(() => two.bus.publish(last), one.heard, last);
    expect(one.heard.filter((event) => !['work', 'chat'].includes(event.type))).toEqual([]);
    stranger.destroy();
  });
});

/** A way to Redis that can be shut: connections through it are cut, new ones refused. */
async function gateTo(target: URL) {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((inward) => {
    const outward = net.connect(Number(target.port || 6379), target.hostname);
    for (const socket of [inward, outward]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        inward.destroy();
        outward.destroy();
      });
    }
    inward.pipe(outward).pipe(inward);
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as net.AddressInfo).port;
  };
  const port = await listen(0);
  return {
    url: `redis://127.0.0.1:${port}`,
    async shut() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    reopen: () => listen(port),
  };
}
