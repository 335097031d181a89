/** To which units somebody belongs, for what is meant for some units only. */
import type { Sender } from '../../bot/types.ts';
import type { Directory } from './directory.ts';

/** «市局/信息处» is of 市局 and of 信息处. */
const STEPS = /[/／>＞]/;

/** The names of the sender's units, from the widest to the narrowest; of somebody whom the directory knows, as it has them. */
export function unitsOf(directory: Directory, sender: Sender): string[] {
  const person = sender.person === undefined ? null : directory.find(sender.person);
  const named = [person?.unit, sender.department].flatMap((path) =>
    path ? [path, ...path.split(STEPS)] : [],
  );
  return [...new Set(named.map((name) => name.trim()).filter((name) => name !== '' && name !== 'all'))];
}
