/** Fetches what came with messages from its platform, checks what it is, and keeps it. */
import type { Logger } from 'pino';
import type { Channel, FetchedAttachment } from '../../bot/channel.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import {
  leaseAttachment,
  type Settled,
  type StoredAttachment,
  settleAttachment,
} from '../store/attachments.ts';
import { addressOfConversation } from '../store/conversation-peek.ts';
import type { Db } from '../store/database.ts';
import { recordMessages } from '../store/outbox.ts';
import type { Blobs } from './blobs.ts';
import { fileKind } from './file-kind.ts';

const words = TEXTS.zh.files;

/** The largest file that is kept with a ticket, in bytes. */
export const MOST_BYTES = 20 * 1024 * 1024;
const LEASE_MS = 120_000;
const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 60 * 60_000;
/** Over about a day; platforms keep files no longer than some days. */
const MOST_ATTEMPTS = 30;

export interface FetchParts {
  db: Db;
  channels: ReadonlyMap<string, Channel>;
  blobs: Blobs;
  log: Logger;
  now(): number;
}

/** One attachment; true where there may be more. */
export async function fetchRound(parts: FetchParts): Promise<boolean> {
  const { db, blobs, log, now } = parts;
  const due = await leaseAttachment(db, now(), LEASE_MS);
  if (!due) return false;
  const { settled, bytes, why } = await judged(parts, due);
  if (bytes) await blobs.put(due.id, bytes);
  await settleAttachment(db, due.id, settled);
  if (why) await tellSender(parts, due, why);
  if (settled.status !== 'kept') {
    const { error } = settled;
    log.warn(
      { channel: due.channel, attachment: due.id, status: settled.status, error },
      'attachment.not_kept',
    );
  }
  return true;
}

/** Nothing that somebody sent is dropped without their hearing of it. */
async function tellSender({ db, channels, now }: FetchParts, due: StoredAttachment, why: Why): Promise<void> {
  const address = await addressOfConversation(db, due.conversation_key);
  if (!address) return;
  const delivery = channels.get(address.channel)?.capabilities.delivery ?? 'push';
  const text = words.notKept(due.name, words.refused[why]);
  await recordMessages(db, [{ address, delivery, reply: { text } }], now());
}

type Why = keyof typeof words.refused;

interface Judged {
  settled: Settled;
  bytes?: Uint8Array;
  /** Where it is refused for good: what its sender is told. */
  why?: Why;
}

async function judged(parts: FetchParts, due: StoredAttachment): Promise<Judged> {
  const channel = parts.channels.get(due.channel);
  if (!channel?.fetchAttachment) return refused('its channel fetches no files', 'gone');
  if (due.size !== null && Number(due.size) > MOST_BYTES)
    return refused(tooLarge(Number(due.size)), 'too_large');
  const fetched = await channel.fetchAttachment(due.ref, MOST_BYTES).catch(failure);
  if (!fetched.ok)
    return fetched.retry ? later(due, fetched.error, parts.now()) : refused(fetched.error, 'gone');
  const { bytes } = fetched;
  if (bytes.length > MOST_BYTES) return refused(tooLarge(bytes.length), 'too_large');
  const kind = fileKind(bytes, due.name);
  if (!kind.ok) return refused(`a file that is not kept: ${kind.reason}`, kind.reason);
  return { settled: { status: 'kept', type: kind.type, size: bytes.length }, bytes };
}

function failure(error: unknown): FetchedAttachment {
  return { ok: false, retry: true, error: error instanceof Error ? error.message : String(error) };
}

const tooLarge = (size: number) => `${size} bytes, more than ${MOST_BYTES}`;

function refused(error: string, why: Why): Judged {
  return { settled: { status: 'refused', error }, why };
}

function later({ attempts }: StoredAttachment, error: string, now: number): Judged {
  if (attempts >= MOST_ATTEMPTS) return refused(`given up after ${attempts} attempts: ${error}`, 'gone');
  const wait = Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS);
  return { settled: { status: 'waiting', error, at: now + wait } };
}
