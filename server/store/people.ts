/** Staff and the accounts that each has on the channels. */
import type { Selectable } from 'kysely';
import type { Address } from '../../bot/types.ts';
import type { Account, Person, PersonFields } from '../desk/person.ts';
import type { Db, Trx } from './database.ts';
import type { PersonAccountTable, PersonTable } from './schema/people.ts';

function toPerson(row: Selectable<PersonTable>): Person {
  const { unit, department, room, phone, mobile, level, manager } = row;
  const known = { unit, department, room, phone, mobile, level, manager };
  const said = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
  return { id: row.id, name: row.name, vip: row.vip, ...said };
}

export interface OwnedAccount extends Account {
  person: string;
  /** The private chat in which it can be written to, where that is known. */
  address: Address | null;
}

export interface DirectoryRows {
  people: Person[];
  accounts: OwnedAccount[];
}

/** Everybody who is still there, with their accounts. */
export async function readDirectory(db: Db): Promise<DirectoryRows> {
  const people = await db.selectFrom('person').selectAll().where('active', '=', true).orderBy('id').execute();
  const accounts = await db
    .selectFrom('person_account')
    .innerJoin('person', 'person.id', 'person_account.person')
    .select([
      'person_account.channel',
      'person_account.account',
      'person_account.person',
      'person_account.address',
    ])
    .orderBy('person_account.joined_at', 'desc')
    .where('person.active', '=', true)
    .execute();
  return { people: people.map(toPerson), accounts };
}

/** Adds a person or states them anew; what is left out is no longer known of them. */
export async function putPerson(
  trx: Trx,
  id: string,
  fields: PersonFields,
  { source, now }: { source: PersonTable['source']; now: number },
): Promise<void> {
  const { name, unit, department, room, phone, mobile, level, vip, manager } = fields;
  const row = {
    name,
    unit: unit ?? null,
    department: department ?? null,
    room: room ?? null,
    phone: phone ?? null,
    mobile: mobile ?? null,
    level: level ?? null,
    vip: vip ?? false,
    manager: manager ?? null,
    source,
    active: true,
    updated_at: new Date(now),
  };
  await trx
    .insertInto('person')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** Someone who left: their accounts are nobody's from now on, what they asked for stays. False where nobody is known so. */
export async function retirePerson(trx: Trx, id: string, now: number): Promise<boolean> {
  await trx.deleteFrom('person_account').where('person', '=', id).execute();
  const changed = await trx
    .updateTable('person')
    .set({ active: false, updated_at: new Date(now) })
    .where('id', '=', id)
    .where('active', '=', true)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** An account belongs to one person: false where it is somebody's already, theirs or another's. */
export async function joinAccount(
  db: Db,
  account: OwnedAccount & { by: PersonAccountTable['joined_by'] },
  now: number,
): Promise<boolean> {
  const { channel, account: id, person, by, address } = account;
  const chat = address ? JSON.stringify(address) : null;
  const added = await db
    .insertInto('person_account')
    .values({ channel, account: id, person, joined_by: by, joined_at: new Date(now), address: chat })
    .onConflict((conflict) => conflict.columns(['channel', 'account']).doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** False where it was nobody's. */
export async function leaveAccount(db: Db, { channel, account }: Account): Promise<boolean> {
  const gone = await db
    .deleteFrom('person_account')
    .where('channel', '=', channel)
    .where('account', '=', account)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** Whether everybody of that name has left. */
export async function hasLeft(db: Db, name: string): Promise<boolean> {
  const people = await db.selectFrom('person').select('active').where('name', '=', name).execute();
  return people.length > 0 && people.every(({ active }) => !active);
}
