/** Who is meant when colleagues name one another: 李明, 李工, 小李, 桌面组. Pure. */
import type { Profile } from './profile.ts';

/** `rest` are the words that follow the name; `near` are those who may have been meant. */
export type NamedColleague =
  | { kind: 'team'; name: string; rest: string }
  | { kind: 'vendor'; name: string; rest: string }
  | { kind: 'person'; name: string; rest: string }
  | { kind: 'several'; names: string[]; rest: string }
  | { kind: 'unknown'; said: string; near: string[]; rest: string };

const TOWARDS = /^(?:给|到|至|to\b)?[\s@]*/i;
const WHY = /^[\s,，。;；:：、]*(?:(?:原因|理由|因为)[\s,，:：]*)?/;
const TITLE = '(?:工程师|师傅|老师|主任|科长|经理|师|工|哥|姐|总|队)';
const DOUBLE_SURNAMES = /^(?:欧阳|司马|上官|诸葛|司徒|夏侯|皇甫|尉迟|公孙|慕容|令狐|东方)/;
/** What may stand right behind a name without a blank: «李明去», «李明处理一下». */
const AFTER_NAME = /^(?:[^\p{Script=Han}\p{L}\p{N}]|去|来|吧|处理|跟进?|看|负责|办|接|那|因|原|$)/u;
const MOST_NEAR = 6;

type Crew = Pick<Profile, 'teams' | 'vendors'>;

/** Who else could do it: the others of that person's teams, by name. */
export function colleaguesOf({ teams }: Crew, name: string): string[] {
  const theirs = teams.filter(({ members }) => members.some((member) => member.name === name));
  const names = (theirs.length > 0 ? theirs : teams).flatMap(({ members }) => members.map((one) => one.name));
  return [...new Set(names)].filter((other) => other !== name).slice(0, MOST_NEAR);
}

/**
 * The team (by id, name or its name without 组) or engineer (by id, name, given name, or surname with a title or 小)
 * with whose name `said` begins. A surname that several bear, and a name that nobody bears, say so.
 */
export function namedColleague(profile: Crew, said: string): NamedColleague {
  const words = said.replace(TOWARDS, '').trim();
  return (
    byName(profile, words) ??
    anyVendor(profile, words) ??
    bySurname(profile, words) ??
    unknown(profile, words)
  );
}

function byName({ teams, vendors }: Crew, words: string): NamedColleague | null {
  const known = teams.flatMap((team) => [
    ...[team.name, team.id, team.name.replace(/组$/, '')].map((called) => ({
      called,
      kind: 'team' as const,
      name: team.name,
    })),
    ...team.members.flatMap(({ id, name }) =>
      [name, id, givenName(name)].map((called) => ({ called, kind: 'person' as const, name })),
    ),
  ]);
  const firms = vendors.flatMap(({ id, name }) =>
    [name, id].map((called) => ({ called, kind: 'vendor' as const, name })),
  );
  const found = [...known, ...firms]
    .filter(({ called }) => called.length > 1 && beginsWith(words, called))
    .sort((a, b) => b.called.length - a.called.length);
  const [best] = found;
  if (best === undefined) return null;
  const rest = words.slice(best.called.length).replace(WHY, '').trim();
  const names = [...new Set(found.filter(({ called }) => called === best.called).map(({ name }) => name))];
  return names.length > 1 ? { kind: 'several', names, rest } : { kind: best.kind, name: best.name, rest };
}

const VENDOR = /^(?:厂商|厂家|供应商|原厂|vendor)(?=[\s,，:：]|$)/i;

/** «转给 厂商», where there is one. */
function anyVendor({ vendors }: Crew, words: string): NamedColleague | null {
  const said = VENDOR.exec(words)?.[0];
  const [only, ...others] = vendors;
  if (said === undefined || only === undefined) return null;
  const rest = words.slice(said.length).replace(WHY, '').trim();
  if (others.length > 0) return { kind: 'several', names: vendors.map(({ name }) => name), rest };
  return { kind: 'vendor', name: only.name, rest };
}

function beginsWith(words: string, called: string): boolean {
  const begins = words.slice(0, called.length).toLowerCase() === called.toLowerCase();
  return begins && AFTER_NAME.test(words.slice(called.length));
}

/** Without its surname; one character alone names nobody. */
function givenName(name: string): string {
  return /^\p{Script=Han}{3,4}$/u.test(name) ? name.slice(surnameOf(name).length) : '';
}

function surnameOf(name: string): string {
  return DOUBLE_SURNAMES.exec(name)?.[0] ?? [...name][0] ?? '';
}

function bySurname({ teams }: Crew, words: string): NamedColleague | null {
  const names = [...new Set(teams.flatMap((team) => team.members.map(({ name }) => name)))];
  for (const surname of new Set(names.map(surnameOf))) {
    const called = new RegExp(`^(?:[小老阿]${surname}${TITLE}?|${surname}(?:${TITLE}|(?=[\\s,，]|$)))`);
    const found = called.exec(words)?.[0];
    if (found === undefined) continue;
    const rest = words.slice(found.length).replace(WHY, '').trim();
    const among = names.filter((name) => surnameOf(name) === surname);
    const [only] = among;
    if (only !== undefined && among.length === 1) return { kind: 'person', name: only, rest };
    return { kind: 'several', names: among, rest };
  }
  return null;
}

function unknown({ teams }: Crew, words: string): NamedColleague {
  const [said = ''] = words.split(/[\s,，。;；:：]+/);
  const rest = words.slice(said.length).replace(WHY, '').trim();
  const all = teams.flatMap((team) => [team.name, ...team.members.map(({ name }) => name)]);
  const alike = all.filter((name) => [...said].some((char) => char !== '组' && name.includes(char)));
  const near = alike.length > 0 ? alike : teams.map(({ name }) => name);
  return { kind: 'unknown', said, near: [...new Set(near)].slice(0, MOST_NEAR), rest };
}
