/** Sends what was recorded: in order within an address, retried with backoff, dead where it can never arrive. */

import type { Logger } from 'pino';
import type { Channel, SendResult } from '../../bot/channel.ts';
import type { OutgoingFiles } from '../attachments/outgoing-files.ts';
import type { Db } from '../store/database.ts';
import {
  type DueMessage,
  extendLease,
  leaseDue,
  markDead,
  markDelivered,
  markRetry,
  sentCardId,
} from '../store/outbox.ts';
import { reasonOf } from './inbox-worker.ts';

/** A message whose sender died is sent again after this. */
const LEASE_MS = 30_000;
/** The same of one with files, which take their time. */
const FILES_LEASE_MS = 5 * 60_000;
/** Addresses that are sent to side by side. */
const AT_ONCE = 32;
/** With the waits below, a platform that is down for about two hours loses nothing. */
export const MAX_SENDS = 14;
const LONGEST_WAIT_MS = 15 * 60_000;

export interface OutboxWork {
  db: Db;
  channels: ReadonlyMap<string, Channel>;
  files: OutgoingFiles;
  log: Logger;
  now(): number;
  /** 0 to 1, spreads retries; `Math.random` outside tests. */
  jitter(): number;
}

export interface OutboxWorker {
  /** Begins to send what is due, up to what may be sent side by side; a slow platform holds nobody else back. */
  round(): Promise<void>;
  /** Sends until nothing is due any more, or `withinMs` have passed. */
  drain(withinMs: number): Promise<void>;
}

/** `onSettled` is called after each message, sent or not: the next one of its address may be due then. */
export function createOutboxWorker(work: OutboxWork, onSettled: () => void = () => {}): OutboxWorker {
  const sending = new Set<Promise<void>>();

  const start = (message: DueMessage) => {
    const settled = sendOne(work, message)
      // The database is away: the lease lapses, and the message is sent again.
      .catch((error: unknown) =>
        work.log.error({ outboxId: message.id, error: reasonOf(error) }, 'outbox.failed'),
      )
      .finally(() => {
        sending.delete(settled);
        onSettled();
      });
    sending.add(settled);
  };

  const round = async () => {
    const free = AT_ONCE - sending.size;
    if (free <= 0) return;
    const others = [...work.channels.values()].filter((channel) => channel.maySend?.() === false);
    const except = others.map(({ name }) => name);
    for (const message of await leaseDue(work.db, work.now(), LEASE_MS, free, except)) start(message);
  };

  return {
    round,
    async drain(withinMs) {
      const until = work.now() + withinMs;
      while (work.now() < until) {
        await round();
        if (sending.size === 0) return;
        await Promise.race(sending);
      }
    },
  };
}

async function sendOne(work: OutboxWork, message: DueMessage): Promise<void> {
  const result = await trySend(work, message);
  if (result.ok) {
    await markDelivered(work.db, message.id, result.platformMessageId, work.now());
    return;
  }
  // A platform that says when to come again has not failed; it is taken at its word as often as it says so.
  const told = result.retry && result.afterMs !== undefined;
  const attempts = message.attempts + (told ? 0 : 1);
  if (!result.retry || attempts >= MAX_SENDS) {
    await markDead(work.db, message.id, result.error);
    work.log.error(
      { outboxId: message.id, channel: message.channel, attempts, error: result.error },
      'outbox.dead',
    );
    return;
  }
  const waitMs = result.afterMs ?? backoffMs(attempts, work.jitter());
  await markRetry(work.db, message.id, { error: result.error, attempts, at: work.now() + waitMs });
}

async function trySend(work: OutboxWork, message: DueMessage): Promise<SendResult> {
  const channel = work.channels.get(message.channel);
  if (!channel) return { ok: false, retry: false, error: `channel ${message.channel} is not switched on` };
  // A feed is read from the outbox itself.
  if (!channel.send) return { ok: true };
  try {
    const { db, now } = work;
    const edited = message.cardKey ? await sentCardId(db, message.address, message.cardKey) : undefined;
    const inReplyTo = message.answersCard
      ? await sentCardId(db, message.address, message.answersCard)
      : message.inReplyTo;
    const { reply, files } = work.files.prepare(message.reply, channel.capabilities);
    if (files.length > 0) await extendLease(db, message.id, now() + FILES_LEASE_MS);
    return await channel.send({
      id: String(message.id),
      address: message.address,
      reply,
      ...(files.length > 0 ? { files } : {}),
      ...(inReplyTo ? { inReplyTo } : {}),
      ...(message.cardKey ? { cardKey: message.cardKey } : {}),
      ...(edited ? { platformMessageId: edited } : {}),
    });
  } catch (error) {
    return { ok: false, retry: true, error: reasonOf(error) };
  }
}

/** 1 s doubling to 15 min, each up to half longer by chance, so that a platform's return is not met by a stampede. */
export function backoffMs(attempts: number, jitter: number): number {
  const base = Math.min(1000 * 2 ** (attempts - 1), LONGEST_WAIT_MS);
  return Math.round(base * (1 + jitter / 2));
}
