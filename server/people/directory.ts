/**
 * The directory as turns need it: in memory, so that knowing who somebody is costs a turn no statement. It is read anew
 * after each change here, when another server says that it changed one, and now and then for what was not heard.
 */
import type { Sender, Update } from '../../bot/types.ts';
import { type Account, type Person, phoneDigits } from '../desk/person.ts';
import type { Db } from '../store/database.ts';
import { type OwnedAccount, readDirectory } from '../store/people.ts';

/** The channel of whoever rings; their id on it is the number in digits. */
export const PHONE = 'phone';

export interface Directory {
  /** Whose account it is. */
  personOf(channel: string, account: string): Person | null;
  find(id: string): Person | null;
  /** Everybody who has that telephone, on the desk or in the pocket. */
  byPhone(phone: string): Person[];
  byMobile(mobile: string): Person[];
  /** Their accounts, the newest first. */
  accountsOf(person: string): OwnedAccount[];
  /** Everybody, by id. */
  all(): readonly Person[];
  refresh(): Promise<void>;
}

interface Snapshot {
  people: Map<string, Person>;
  owner: Map<string, string>;
  accounts: Map<string, OwnedAccount[]>;
  phones: Map<string, Person[]>;
  mobiles: Map<string, Person[]>;
}

const accountKey = (channel: string, account: string) => JSON.stringify([channel, account]);

export async function openDirectory(
  db: Db,
  onRefresh: (directory: Directory) => void = () => {},
): Promise<Directory> {
  let now = snapshotOf({ people: [], accounts: [] });
  const directory: Directory = {
    personOf: (channel, account) => now.people.get(now.owner.get(accountKey(channel, account)) ?? '') ?? null,
    find: (id) => now.people.get(id) ?? null,
    byPhone: (phone) => now.phones.get(phoneDigits(phone)) ?? [],
    byMobile: (mobile) => now.mobiles.get(phoneDigits(mobile)) ?? [],
    accountsOf: (person) => now.accounts.get(person) ?? [],
    all: () => [...now.people.values()],
    async refresh() {
      now = snapshotOf(await readDirectory(db));
      onRefresh(directory);
    },
  };
  await directory.refresh();
  return directory;
}

function snapshotOf({ people, accounts }: Awaited<ReturnType<typeof readDirectory>>): Snapshot {
  const numbered = (numbers: (person: Person) => (string | undefined)[]) => {
    const index = new Map<string, Person[]>();
    for (const person of people) {
      const digits = new Set(numbers(person).flatMap((number) => (number ? [phoneDigits(number)] : [])));
      for (const number of digits) index.set(number, [...(index.get(number) ?? []), person]);
    }
    return index;
  };
  return {
    people: new Map(people.map((person) => [person.id, person])),
    owner: new Map(accounts.map(({ channel, account, person }) => [accountKey(channel, account), person])),
    accounts: Map.groupBy(accounts, ({ person }) => person),
    phones: numbered(({ phone, mobile }) => [phone, mobile]),
    mobiles: numbered(({ mobile }) => [mobile]),
  };
}

/** What the directory knows of a sender stands in the place of what a platform calls them («风一样的男子»). */
export function knownSender(directory: Directory, channel: string, sender: Sender): Sender {
  const person = directory.personOf(channel, sender.id);
  if (!person) return sender;
  const { id, name, department = sender.department, vip, room } = person;
  const phone = sender.phone ?? person.phone ?? person.mobile;
  return {
    ...sender,
    name,
    person: id,
    vip,
    ...(department ? { department } : {}),
    ...(phone ? { phone } : {}),
    ...(room ? { office: room } : {}),
  };
}

/** The same update, from somebody whom the desk knows. */
export function identified<U extends Update>(directory: Directory, update: U): U {
  const sender = knownSender(directory, update.address.channel, update.sender);
  return sender === update.sender ? update : { ...update, sender };
}

/** The account that an update comes from, and the others of the same person. */
export function ownAccounts(directory: Directory, { address, sender }: Update): Account[] {
  const here = { channel: address.channel, account: sender.id };
  return personsAccounts(directory, directory.personOf(here.channel, here.account), here);
}

/** `here` first; then the person's other accounts, and the telephones that are theirs alone. */
export function personsAccounts(directory: Directory, person: Person | null, here: Account): Account[] {
  if (!person) return [here];
  const chats = directory.accountsOf(person.id).map(({ channel, account }) => ({ channel, account }));
  const phones = [person.phone, person.mobile]
    .flatMap((phone) => (phone ? [phoneDigits(phone)] : []))
    .filter((phone) => directory.byPhone(phone).length === 1)
    .map((account) => ({ channel: PHONE, account }));
  const others = [...chats, ...phones].filter(
    ({ channel, account }) => channel !== here.channel || account !== here.account,
  );
  return [here, ...others];
}
