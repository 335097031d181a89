/** Takes an update of a channel that waits for its answer (the web page, a terminal): one turn, and what it replied. */
import type { Logger } from 'pino';
import type { Reply } from '../../bot/reply.ts';
import type { Update } from '../../bot/types.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import { reasonOf } from '../queue/inbox-worker.ts';
import type { Serial } from '../queue/serial.ts';
import { isDatabaseAway } from '../store/database-errors.ts';
import { inboxIdOf, pendingOf, recordFailure, recordUpdate } from '../store/inbox.ts';
import { conversationKeyOf } from '../store/keys.ts';
import { recordMessages, repliesTo } from '../store/outbox.ts';
import { type TurnDeps, takePendingTurn, takeTurn, type Worked } from '../turn/take-turn.ts';

export interface ReceiveDeps {
  turn: TurnDeps;
  serial: Serial;
  log: Logger;
  /** After the commit of a turn that took `seconds`. */
  onTurn(update: Update, done: Worked, seconds: number): void;
}

/** A conversation is drained at most so often before its newest update is worked. */
const MAX_DRAINS = 5;

/**
 * The replies to an update, in order; the same for a repeat. Throws where the database is away: then nothing was
 * recorded and nothing acknowledged. A turn that fails otherwise is kept, retried by itself, and apologized for.
 */
export function receive(deps: ReceiveDeps, update: Update): Promise<Reply[]> {
  return deps.serial.run(conversationKeyOf(update), () => answer(deps, update));
}

async function answer(deps: ReceiveDeps, update: Update): Promise<Reply[]> {
  for (let drains = 0; drains < MAX_DRAINS; drains += 1) {
    const began = performance.now();
    const result = await takeTurn(deps.turn, update).catch((error: unknown) =>
      keepFailed(deps, update, error),
    );
    if (result.kind === 'done') {
      deps.onTurn(update, result, (performance.now() - began) / 1000);
      return result.replies;
    }
    if (result.kind === 'repeat') return answerToRepeat(deps, update);
    await drain(deps, conversationKeyOf(update));
  }
  // Still something older (another replica is at it): the worker takes this one after it.
  await recordUpdate(deps.turn.db, update, deps.turn.context.now());
  return [];
}

async function drain(deps: ReceiveDeps, key: string): Promise<void> {
  for (const { id, update } of await pendingOf(deps.turn.db, key)) {
    try {
      const began = performance.now();
      const done = await takePendingTurn(deps.turn, update, id);
      if (done) deps.onTurn(update, done, (performance.now() - began) / 1000);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      await recordFailure(deps.turn.db, id, reasonOf(error), deps.turn.context.now());
    }
  }
}

async function keepFailed(deps: ReceiveDeps, update: Update, error: unknown) {
  if (isDatabaseAway(error)) throw error;
  const { db, context } = deps.turn;
  await recordUpdate(db, update, context.now());
  const kept = await inboxIdOf(db, update);
  if (!kept) throw error;
  await recordFailure(db, kept.id, reasonOf(error), context.now());
  deps.log.error({ inboxId: kept.id, error: reasonOf(error) }, 'turn.failed');
  const reply = apology();
  const { address } = update;
  const delivery = deps.turn.channels.get(address.channel)?.capabilities.delivery ?? 'push';
  await recordMessages(db, [{ address, reply, delivery, inboxId: kept.id, ordinal: -1 }], context.now());
  return { kind: 'done' as const, replies: [reply], changed: false, leftWork: false };
}

/** Said once to a person whose message could not be worked: what happens now, and the way out. */
export function apology(): Reply {
  return { text: [TEXTS.zh.engine.failed()].flat()[0] ?? '' };
}

async function answerToRepeat(deps: ReceiveDeps, update: Update): Promise<Reply[]> {
  const known = await inboxIdOf(deps.turn.db, update);
  if (!known?.same) return [];
  return repliesTo(deps.turn.db, known.id);
}
