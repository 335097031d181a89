/** Updates that wait to be fetched by a long poll, or are brought to a webhook until it takes them. */
import { Refused } from './types.ts';

export interface Queued {
  update_id: number;
  [kind: string]: unknown;
}

export interface Webhook {
  url: string;
  secret: string | undefined;
}

export interface Updates {
  push(kind: string, body: object): number;
  /** Answers a poll: at once where there is something. */
  poll(offset: number, waitMs: number, gone: AbortSignal): Promise<Queued[]>;
  setWebhook(webhook: Webhook | null): void;
  /** How often updates are brought although they were taken, and in which order. */
  disorder: { again: number; reversed: boolean };
  waiting(): number;
  /** Resolves once everything was taken. */
  taken(): Promise<void>;
  stop(): void;
}

/** Between two attempts at a webhook that did not take an update. */
const AGAIN_MS = 20;

export function createUpdates(fetchHook: typeof fetch): Updates {
  const queue: Queued[] = [];
  let next = 700_000_000;
  let webhook: Webhook | null = null;
  let stopped = false;
  let bringing = false;
  let open: { answer(): void; refuse(error: Error): void } | null = null;
  const onEmpty: (() => void)[] = [];
  const disorder = { again: 0, reversed: false };

  const dropBefore = (offset: number) => {
    while (queue[0] && queue[0].update_id < offset) queue.shift();
    if (queue.length === 0) for (const done of onEmpty.splice(0)) done();
  };

  const batch = (): Queued[] => {
    const some = queue.slice(0, 100);
    return disorder.reversed ? some.toReversed() : some;
  };

  const bring = async () => {
    if (bringing) return;
    bringing = true;
    while (webhook && queue[0] && !stopped) {
      const update = queue[0];
      let times = 1 + disorder.again;
      while (times > 0 && webhook && !stopped) {
        const answer = await fetchHook(webhook.url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(webhook.secret ? { 'x-telegram-bot-api-secret-token': webhook.secret } : {}),
          },
          body: JSON.stringify(update),
        }).catch(() => null);
        if (answer?.ok) times -= 1;
        else await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
        await answer?.body?.cancel();
      }
      if (times === 0) dropBefore(update.update_id + 1);
    }
    bringing = false;
  };

  return {
    disorder,
    push(kind, body) {
      next += 1;
      queue.push({ update_id: next, [kind]: body });
      open?.answer();
      void bring();
      return next;
    },
    poll(offset, waitMs, gone) {
      if (webhook)
        throw new Refused(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      open?.refuse(
        new Refused(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      );
      const again = disorder.again > 0;
      if (!again) dropBefore(offset);
      else disorder.again -= 1;
      if (queue.length > 0 || waitMs === 0) return Promise.resolve(batch());
      return new Promise<Queued[]>((resolve, reject) => {
        const end = (settle: () => void) => {
          clearTimeout(timer);
          if (open === mine) open = null;
          settle();
        };
        const mine = {
          answer: () => end(() => resolve(batch())),
          refuse: (error: Error) => end(() => reject(error)),
        };
        const timer = setTimeout(mine.answer, waitMs);
        gone.addEventListener('abort', () => end(() => resolve([])));
        open = mine;
      });
    },
    setWebhook(given) {
      webhook = given;
      if (given) open?.refuse(new Refused(409, 'Conflict: terminated by setWebhook request'));
      void bring();
    },
    waiting: () => queue.length,
    taken: () => (queue.length === 0 ? Promise.resolve() : new Promise((resolve) => onEmpty.push(resolve))),
    stop() {
      stopped = true;
      open?.answer();
    },
  };
}
