/** Live events between replicas, over Redis. With Redis away the local ones still arrive, and workers poll. */
import type { Logger } from 'pino';
import { createClient } from 'redis';
import { z } from 'zod';
import { type Bus, createBus, type LiveEvent } from './bus.ts';

const CHANNEL = 'desk:live';

const Event = z.object({
  from: z.string(),
  event: z.object({
    type: z.enum(['chat', 'group', 'ticket', 'meeting', 'people', 'knowledge', 'work']),
    user: z.string().optional(),
    group: z.string().optional(),
    number: z.string().optional(),
  }),
});

export interface RedisBus {
  bus: Bus;
  close(): Promise<void>;
}

/** `instance` tells this replica's own words from the others'. Connects in the background and reconnects by itself. */
export function createRedisBus(url: string, instance: string, log: Logger): RedisBus {
  const local = createBus();
  const publisher = createClient({ url, disableOfflineQueue: true });
  const subscriber = createClient({ url });
  for (const client of [publisher, subscriber]) {
    client.on('error', (error: Error) => log.warn({ error: error.message }, 'redis.away'));
    client.connect().catch((error: Error) => log.warn({ error: error.message }, 'redis.away'));
  }
  subscriber
    .subscribe(CHANNEL, (message) => {
      const parsed = Event.safeParse(JSON.parse(message));
      if (parsed.success && parsed.data.from !== instance) local.publish(parsed.data.event as LiveEvent);
    })
    .catch((error: Error) => log.warn({ error: error.message }, 'redis.away'));
  const bus: Bus = {
    publish(event) {
      local.publish(event);
      if (!publisher.isReady) return;
      publisher
        .publish(CHANNEL, JSON.stringify({ from: instance, event }))
        .catch((error: Error) => log.debug({ error: error.message }, 'redis.away'));
    },
    subscribe: local.subscribe,
  };
  const close = async () => {
    publisher.destroy();
    subscriber.destroy();
  };
  return { bus, close };
}
