/** `DISPATCH_GROUPS`: a comma-separated list of groups that stand in the place of the profile's. */
import type { Address } from '../../bot/types.ts';
import { GROUP_EXPECTED, readDispatchGroup } from '../desk/dispatch-group.ts';
import type { Fault, Read } from './read.ts';

/** Reads the list; each item that names no group is a fault of its own. */
export function readDispatchGroups(text: string): Read<Address[]> {
  const groups: Address[] = [];
  const faults: Fault[] = [];
  for (const item of text.split(',').map((part) => part.trim())) {
    const group = readDispatchGroup(item);
    if (group !== null) groups.push(group);
    else if (item !== '') faults.push({ holds: JSON.stringify(item), expected: GROUP_EXPECTED });
  }
  return faults.length === 0 ? { ok: true, value: groups } : { ok: false, faults };
}
