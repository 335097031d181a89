/**
 * A person is one person: whoever says in one chat the code that another chat was given has both. Nobody can claim an
 * account's identity without it, and guessing is stopped long before it could hit.
 */
import { randomInt, randomUUID } from 'node:crypto';
import { CODE_DIGITS } from '../../bot/identity.ts';
import type { Address } from '../../bot/types.ts';
import type { Account, Person } from '../desk/person.ts';
import type { Trx } from '../store/database.ts';
import { keepCode, missesSince, noteMiss, takeCode } from '../store/joining.ts';
import { joinAccount, leaveAccount, putPerson } from '../store/people.ts';
import type { Directory } from './directory.ts';

export const CODE_LIVES_MS = 10 * 60_000;
const MISSES_COUNT_MS = 60 * 60_000;
/** Wrong codes in an hour: from one account, and from all together. Of 10^8 codes that is one in two million. */
const MOST_OWN_MISSES = 5;
const MOST_MISSES = 50;

export interface Joining {
  trx: Trx;
  directory: Directory;
  now: number;
}

/** Where somebody speaks: their account, in a chat of their own. */
export interface Speaker extends Account {
  address: Address;
  name?: string | undefined;
}

export interface Issued {
  code: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}

/** A code for a person of the directory. */
export async function issueCode({ trx, now }: Joining, person: string): Promise<Issued> {
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
  const expiresAt = now + CODE_LIVES_MS;
  await keepCode(trx, { code, person, expiresAt });
  return { code, expiresAt };
}

/** A code for whoever has this account; one whom the directory does not know becomes a person by it. */
export async function issueCodeTo(joining: Joining, speaker: Speaker): Promise<Issued> {
  const { channel, account, address, name } = speaker;
  const known = joining.directory.personOf(channel, account);
  if (known) return issueCode(joining, known.id);
  const { trx, now } = joining;
  const id = `self-${randomUUID()}`;
  await putPerson(trx, id, { name: name ?? account }, { source: 'self', now });
  await joinAccount(trx, { channel, account, address, person: id, by: 'code' }, now);
  return issueCode(joining, id);
}

export type Redeemed =
  | { ok: true; person: string }
  | { ok: false; reason: 'unknown' | 'too_many' | 'own' | 'taken' };

/** Joins the account to the person whose code it is. */
export async function redeemCode(joining: Joining, speaker: Speaker, code: string): Promise<Redeemed> {
  const { trx, directory, now } = joining;
  const { channel, account, address } = speaker;
  const misses = await missesSince(trx, speaker, now - MISSES_COUNT_MS);
  if (misses.own >= MOST_OWN_MISSES || misses.all >= MOST_MISSES) return { ok: false, reason: 'too_many' };
  const person = await takeCode(trx, code, now);
  if (person === null) {
    await noteMiss(trx, speaker, now);
    return { ok: false, reason: 'unknown' };
  }
  const before = directory.personOf(speaker.channel, speaker.account);
  if (before?.id === person) return { ok: false, reason: 'own' };
  // Whoever only ever named themselves gives way to the person whose code they hold.
  if (before && isOwnWord(before)) await leaveAccount(trx, speaker);
  const joined = await joinAccount(trx, { channel, account, address, person, by: 'code' }, now);
  return joined ? { ok: true, person } : { ok: false, reason: 'taken' };
}

/** Known by their own word alone, not by the organisation's. */
function isOwnWord({ id }: Person): boolean {
  return id.startsWith('self-');
}
