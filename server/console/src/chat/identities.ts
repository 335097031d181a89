/** Who one may speak as on this page: a list that the browser keeps, and the one chosen. Pure. */
import type { Identity } from '../api.ts';

export interface Identities {
  current: string;
  known: Identity[];
}

/** Tried one after another by «换个人试试»; whoever knows nobody can still start at once. */
export const SAMPLES: readonly Omit<Identity, 'id'>[] = [
  { name: '张三', department: '财务科' },
  { name: '李娜', department: '办公室', phone: '8012' },
  { name: '王建国', department: '信息科', phone: '8036' },
  { name: '陈晓梅', department: '人事科' },
  { name: '刘洋', department: '社保大厅', phone: '8120' },
];

const KEPT = 12;

/** The list of somebody who is here for the first time. */
export function firstIdentities(id: string): Identities {
  return { current: id, known: [{ id, ...SAMPLES[0] }] };
}

export function currentIdentity(identities: Identities): Identity {
  return identities.known.find(({ id }) => id === identities.current) ?? { id: identities.current };
}

/** Changes what is known of the current person; empty fields are left out. The id stays, and with it the talk. */
export function renamed(identities: Identities, facts: Omit<Identity, 'id'>): Identities {
  const id = identities.current;
  const set = Object.entries(facts)
    .map(([key, value]) => [key, value?.trim()] as const)
    .filter(([, value]) => value);
  const changed: Identity = { id, ...Object.fromEntries(set) };
  const others = identities.known.filter((one) => one.id !== id);
  return { current: id, known: [changed, ...others] };
}

/** Adds a person under a new id: the next sample whose name is not there yet, else one without a name. */
export function withAnother(identities: Identities, id: string): Identities {
  const names = new Set(identities.known.map(({ name }) => name));
  const sample = SAMPLES.find(({ name }) => !names.has(name));
  return { current: id, known: [{ id, ...sample }, ...identities.known].slice(0, KEPT) };
}

/** Whether something read back from the browser's storage is such a list. */
export function areIdentities(value: unknown): value is Identities {
  if (typeof value !== 'object' || value === null || !('current' in value) || !('known' in value))
    return false;
  const { current, known } = value;
  return (
    typeof current === 'string' &&
    current.length > 0 &&
    Array.isArray(known) &&
    known.every((one) => typeof one === 'object' && one !== null && typeof one.id === 'string')
  );
}
