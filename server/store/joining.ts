/** One-time codes by which a person shows that two accounts are theirs. Only a code's hash is kept. */
import { createHash } from 'node:crypto';
import type { Account } from '../desk/person.ts';
import type { Db, Trx } from './database.ts';

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex');

/** A new code makes the person's earlier ones void. */
export async function keepCode(
  trx: Trx,
  { code, person, expiresAt }: { code: string; person: string; expiresAt: number },
): Promise<void> {
  await trx.deleteFrom('join_code').where('person', '=', person).execute();
  await trx
    .insertInto('join_code')
    .values({ hash: hashOf(code), person, expires_at: new Date(expiresAt), used_at: null })
    .execute();
}

/** Whose code it is; used up by asking. Null where there is none, it is used or too old. */
export async function takeCode(trx: Trx, code: string, now: number): Promise<string | null> {
  const used = await trx
    .updateTable('join_code')
    .set({ used_at: new Date(now) })
    .where('hash', '=', hashOf(code))
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date(now))
    .returning('person')
    .executeTakeFirst();
  return used?.person ?? null;
}

export async function noteMiss(trx: Trx, { channel, account }: Account, now: number): Promise<void> {
  await trx
    .insertInto('join_miss')
    .values({ channel, account, at: new Date(now) })
    .execute();
}

/** Wrong codes since a moment: from this account, and from all. */
export async function missesSince(
  db: Db,
  { channel, account }: Account,
  since: number,
): Promise<{ own: number; all: number }> {
  const row = await db
    .selectFrom('join_miss')
    .select((eb) => [
      eb.fn.countAll<string>().as('all'),
      eb.fn
        .countAll<string>()
        .filterWhere((own) => own.and([own('channel', '=', channel), own('account', '=', account)]))
        .as('own'),
    ])
    .where('at', '>', new Date(since))
    .executeTakeFirstOrThrow();
  return { own: Number(row.own), all: Number(row.all) };
}

/** Housekeeping: misses and codes that no longer matter. */
export async function forgetJoining(db: Db, before: number): Promise<void> {
  await db.deleteFrom('join_miss').where('at', '<', new Date(before)).execute();
  await db.deleteFrom('join_code').where('expires_at', '<', new Date(before)).execute();
}
