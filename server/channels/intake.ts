/** The way in for every channel that pushes: limited by sender, recorded once, and only then acknowledged. */
import type { Logger } from 'pino';
import type { Incoming, Intake, Taken } from '../../bot/channel.ts';
import { Update } from '../../bot/types.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import { toIso } from '../desk/moments.ts';
import type { Limiter, SharedLimiter } from '../limits.ts';
import type { Precedence } from '../queue/precedence.ts';
import type { Db } from '../store/database.ts';
import { recordUpdate } from '../store/inbox.ts';
import { recordMessages } from '../store/outbox.ts';
import {
  cardKeyOfMessage,
  forgetWords,
  replaceWaitingText,
  updateOfMessage,
} from '../store/platform-messages.ts';

export interface IntakeParts {
  db: Db;
  /** IANA zone of the desk. */
  zone: string;
  now(): number;
  log: Logger;
  /** What one sender of a channel may send. */
  senders: SharedLimiter;
  /** Who sent too much is told so, by this measure. */
  warnings: Limiter;
  /** There is work. */
  wake(): void;
  /** Whoever is being acknowledged goes before what is worked. */
  precedence: Precedence;
}

export function createIntake(parts: IntakeParts): Intake {
  return async (incoming) => {
    const taken = await parts.precedence.first(() => take(parts, incoming));
    if (taken === 'recorded') parts.wake();
    return taken;
  };
}

async function take(parts: IntakeParts, incoming: Incoming): Promise<Taken> {
  if (incoming.kind === 'recalled') return takeBack(parts, incoming);
  const update = Update.parse(incoming);
  const allowed = await parts.senders.take(senderKey(update));
  if (!allowed.ok) return refuse(parts, update);
  if (update.kind === 'utterance' && update.edited && (await replaceWaitingText(parts.db, update)))
    return 'repeat';
  return record(parts, await withCardKey(parts, update));
}

async function record({ db, now }: IntakeParts, update: Update): Promise<Taken> {
  return (await recordUpdate(db, update, now())) ? 'recorded' : 'repeat';
}

function senderKey({ address, sender }: Update): string {
  return JSON.stringify([address.channel, sender.id]);
}

/** One who floods the desk harms nobody else, and hears of it: nothing is dropped in silence. */
async function refuse({ db, log, now, warnings }: IntakeParts, update: Update): Promise<Taken> {
  log.warn({ channel: update.address.channel, updateId: update.updateId }, 'intake.limited');
  if (warnings.take(senderKey(update)).ok) {
    const text = TEXTS.zh.channels.tooFast;
    await recordMessages(db, [{ address: update.address, reply: { text }, delivery: 'push' }], now());
  }
  return 'limited';
}

/** A reply to a card is about that card. */
async function withCardKey({ db }: IntakeParts, update: Update): Promise<Update> {
  if (!update.replyToMessage || update.replyTo) return update;
  const replyTo = await cardKeyOfMessage(db, update.address.channel, update.replyToMessage);
  return replyTo ? { ...update, replyTo } : update;
}

/** The words are forgotten at once; where they were answered already, their sender is told what stands. */
async function takeBack(
  parts: IntakeParts,
  recalled: Extract<Incoming, { kind: 'recalled' }>,
): Promise<Taken> {
  const { db, now, zone } = parts;
  const { channel, messageId } = recalled;
  const found = await updateOfMessage(db, channel, messageId);
  if (!found) return 'repeat';
  await forgetWords(db, recalled, TEXTS.zh.channels.recalled, now());
  if (found.status === 'pending') return 'repeat';
  const { address, sender } = found.update;
  const at = toIso(now(), zone);
  return record(parts, {
    kind: 'recall',
    updateId: `recall:${messageId}`,
    at,
    address,
    sender,
    messageId,
  });
}
