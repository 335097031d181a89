/** Tells other programs of every change of a ticket: signed, in order, tried again until they answer. */
import { createHmac } from 'node:crypto';
import type { Logger } from 'pino';
import { backoffMs, MAX_SENDS } from '../queue/outbox-worker.ts';
import type { Db } from '../store/database.ts';
import { type Delivery, leaseDeliveries, markDelivered, markFailed } from '../store/webhooks.ts';

const LEASE_MS = 30_000;
const ANSWER_WITHIN_MS = 10_000;

export interface WebhookWork {
  db: Db;
  fetch: typeof fetch;
  log: Logger;
  now(): number;
  /** 0 to 1, spreads retries. */
  jitter(): number;
}

/** Whether there may be more to send at once. */
export async function deliverWebhooks(work: WebhookWork): Promise<boolean> {
  const due = await leaseDeliveries(work.db, work.now(), LEASE_MS);
  const sent = await Promise.all(due.map((delivery) => deliverOne(work, delivery)));
  return sent.some(Boolean);
}

async function deliverOne(work: WebhookWork, delivery: Delivery): Promise<boolean> {
  const error = await post(work, delivery);
  if (error === null) {
    await markDelivered(work.db, delivery.id);
    return true;
  }
  const attempts = delivery.attempts + 1;
  const isOver = attempts >= MAX_SENDS;
  const at = isOver ? null : work.now() + backoffMs(attempts, work.jitter());
  await markFailed(work.db, delivery.id, { attempts, error, at });
  const event = isOver ? 'webhook.dead' : 'webhook.failed';
  work.log.warn({ delivery: delivery.id, attempts, error }, event);
  return isOver;
}

/** Null where it was taken. */
async function post(work: WebhookWork, { id, url, secret, body }: Delivery): Promise<string | null> {
  const text = JSON.stringify(body);
  const timestamp = String(Math.floor(work.now() / 1000));
  try {
    const answer = await work.fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      headers: {
        'content-type': 'application/json',
        'x-desk-delivery': String(id),
        'x-desk-timestamp': timestamp,
        'x-desk-signature': signatureOf(secret, timestamp, text),
      },
      body: text,
    });
    await answer.body?.cancel();
    return answer.ok ? null : `answered ${answer.status}`;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : 'unreachable';
  }
}

/** `sha256=` and the HMAC of `TIMESTAMP.BODY` in hex, under the webhook's secret. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}
