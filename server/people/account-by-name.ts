/** The account of a colleague who is known by name, on one channel. */
import type { Directory } from './directory.ts';

/**
 * The name may stand behind a title («服务经理 周海»). Null where nobody of that name has an account there, or several have
 * the name: nobody is called by mistake.
 */
export type AccountByName = (name: string, channel: string) => string | null;

export function accountByName(directory: Directory): AccountByName {
  return (name, channel) => {
    const bare = name.split(' ').at(-1);
    const named = directory.all().filter((person) => person.name === name || person.name === bare);
    const [person, another] = named;
    if (!person || another) return null;
    const account = directory.accountsOf(person.id).find((one) => one.channel === channel);
    return account?.account ?? null;
  };
}
