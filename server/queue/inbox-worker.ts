/** Works recorded updates: in order within a conversation, conversations side by side. */
import type { Logger } from 'pino';
import type { Update } from '../../bot/types.ts';
import { following } from '../model/adviser.ts';
import { isDatabaseAway } from '../store/database-errors.ts';
import { type PendingUpdate, pendingUpdates, recordFailure } from '../store/inbox.ts';
import { conversationKeyOf } from '../store/keys.ts';
import { answerOf, type TurnDeps, takePendingTurn, type Worked } from '../turn/take-turn.ts';
import type { Serial } from './serial.ts';

const BATCH = 64;
/** Turns side by side; what comes in meanwhile finds the database and the processor free enough to be acknowledged. */
const AT_ONCE = 8;

export interface InboxWork {
  deps: TurnDeps;
  serial: Serial;
  log: Logger;
  /** After the commit of a turn that took `seconds`. */
  onTurn(update: Update, done: Worked, seconds: number): void;
  /** A turn failed for the first time: the person is told, once. */
  onFirstFailure(update: Update): Promise<void>;
  /** What goes before a turn: others are being acknowledged. */
  standBack?(): Promise<void>;
  /** A turn that was worked beside the rounds is done: what came after it in its conversation can go on. */
  wake?(): void;
}

/** One round: true where there may be more. */
export async function workInbox(work: InboxWork): Promise<boolean> {
  const waiting = work.deps.adviser?.waiting.keys();
  const due = await pendingUpdates(work.deps.db, work.deps.context.now(), BATCH, waiting);
  const rest = due.values();
  await Promise.all(Array.from({ length: AT_ONCE }, () => workEach(work, rest)));
  return due.length === BATCH;
}

/** Oldest first; those of one conversation wait for each other. */
async function workEach(work: InboxWork, rest: Iterator<PendingUpdate>): Promise<void> {
  for (let next = rest.next(); !next.done; next = rest.next()) {
    const one = next.value;
    await work.standBack?.();
    await work.serial.run(conversationKeyOf(one.update), () => workOne(work, one));
  }
}

async function workOne(work: InboxWork, one: PendingUpdate): Promise<void> {
  const { adviser, ...deps } = work.deps;
  if (!adviser) return attempt(work, deps, one);
  const key = conversationKeyOf(one.update);
  if (adviser.waiting.has(key)) return;
  const question = await adviser.consider(one.update);
  if (!question && !answerOf(deps, one.update)) return attempt(work, deps, one);
  // A model takes seconds: the round goes on without this conversation, whose later updates wait for this one.
  const turn = work.serial
    .run(key, async () => {
      const advised = question ? { understand: following(deps.understand, await question()) } : {};
      await attempt(work, { ...deps, ...advised }, one);
    })
    .catch((error: unknown) => work.log.warn({ error: reasonOf(error) }, 'turn.put_off'));
  adviser.waiting.add(key, turn).then(() => work.wake?.());
}

async function attempt(
  work: InboxWork,
  deps: TurnDeps,
  { id, update, attempts }: PendingUpdate,
): Promise<void> {
  try {
    const began = performance.now();
    const done = await takePendingTurn(deps, update, id);
    if (done) work.onTurn(update, done, (performance.now() - began) / 1000);
  } catch (error) {
    // With the database away nothing was done and nothing is lost: the update is there when it is back.
    if (isDatabaseAway(error)) throw error;
    const parked = await recordFailure(work.deps.db, id, reasonOf(error), work.deps.context.now());
    work.log.error({ inboxId: id, attempts: attempts + 1, parked, error: reasonOf(error) }, 'turn.failed');
    if (attempts === 0) await work.onFirstFailure(update);
  }
}

/** What went wrong, for an operator; never what the person wrote. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
