/**
 * The directory kept as a platform's own (Feishu): who is new there comes in, who changed is changed, who is gone leaves.
 * What was imported from the organisation's table stands: a platform adds to it what the table left open.
 */
import type { Channel, PlatformPerson } from '../../bot/channel.ts';
import { type Person, type PersonFields, phoneDigits } from '../desk/person.ts';
import type { Db, Trx } from '../store/database.ts';
import { joinAccount, leaveAccount, putPerson, retirePerson } from '../store/people.ts';
import { inTransaction } from '../store/transaction.ts';
import type { Directory } from './directory.ts';

export interface Synced {
  added: number;
  changed: number;
  retired: number;
  /** Without a name nobody can be told who they are. */
  skipped: number;
}

/** People of a platform are known by its id for them, under its name. */
const idOf = (channel: string, person: PlatformPerson) => `${channel}-${person.id}`;

/**
 * Reads the whole of a platform's directory, then takes it over in one transaction: half a list changes nothing and sends
 * nobody away. Throws where the platform can't be read.
 */
export async function syncPeople(
  db: Db,
  channel: Pick<Channel, 'name' | 'listPeople'>,
  directory: Directory,
  now: number,
): Promise<Synced> {
  const listed: PlatformPerson[] = [];
  for await (const person of channel.listPeople?.() ?? []) listed.push(person);
  return inTransaction(db, async (trx) => {
    const synced: Synced = { added: 0, changed: 0, retired: 0, skipped: 0 };
    for (const person of listed) {
      const done = await takeOver(trx, { channel: channel.name, directory, now }, person);
      if (done) synced[done] += 1;
    }
    // An empty list is a missing permission, not an empty house.
    if (listed.length > 0) synced.retired = await retireGone(trx, channel.name, directory, listed, now);
    return synced;
  });
}

interface Sync {
  channel: string;
  directory: Directory;
  now: number;
}

async function takeOver(
  trx: Trx,
  { channel, directory, now }: Sync,
  listed: PlatformPerson,
): Promise<'added' | 'changed' | 'skipped' | null> {
  if (!listed.name) return 'skipped';
  const fields = fieldsOf(listed, listed.name);
  const known = knownAs(directory, channel, listed);
  const id = known?.id ?? idOf(channel, listed);
  const own = id === idOf(channel, listed);
  const stated = own || !known ? fields : { ...fields, ...withoutId(known) };
  const changes = !known || !sameFields(withoutId(known), stated);
  if (changes) await putPerson(trx, id, stated, { source: own ? 'platform' : 'import', now });
  const owner = directory.personOf(channel, listed.id);
  // Whoever only ever named themselves gives way to the organisation's word.
  if (owner && owner.id !== id) await leaveAccount(trx, { channel, account: listed.id });
  if (owner?.id !== id)
    await joinAccount(trx, { channel, account: listed.id, person: id, address: null, by: 'platform' }, now);
  return changes ? (known ? 'changed' : 'added') : null;
}

/** By their account, else by the staff number, else by a mobile that is theirs alone. */
function knownAs(directory: Directory, channel: string, listed: PlatformPerson): Person | null {
  const owner = directory.personOf(channel, listed.id);
  if (owner && !owner.id.startsWith('self-')) return owner;
  const byNumber = listed.staffNumber ? directory.find(listed.staffNumber) : null;
  if (byNumber) return byNumber;
  const [person, ...others] = listed.phone ? directory.byMobile(listed.phone) : [];
  return person && others.length === 0 && !person.id.startsWith('self-') ? person : null;
}

function fieldsOf({ department, phone, room }: PlatformPerson, name: string): PersonFields {
  return {
    name,
    ...(department ? { department } : {}),
    ...(phone ? { mobile: phoneDigits(phone) } : {}),
    ...(room ? { room } : {}),
  };
}

function withoutId({ id: _id, ...fields }: Person): PersonFields {
  return fields;
}

function sameFields(one: PersonFields, other: PersonFields): boolean {
  const keys = ['name', 'unit', 'department', 'room', 'phone', 'mobile', 'level', 'manager'] as const;
  return keys.every((key) => one[key] === other[key]) && (one.vip ?? false) === (other.vip ?? false);
}

/** Those whom this platform alone brought in, and brings no longer. */
async function retireGone(
  trx: Trx,
  channel: string,
  directory: Directory,
  listed: readonly PlatformPerson[],
  now: number,
): Promise<number> {
  const there = new Set(listed.map((person) => idOf(channel, person)));
  const gone = directory.all().filter(({ id }) => id.startsWith(`${channel}-`) && !there.has(id));
  for (const { id } of gone) await retirePerson(trx, id, now);
  return gone.length;
}
