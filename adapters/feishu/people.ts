/** Who people are, as the directory says: asked once in a while, and kept. */
import type { ChannelLog, PlatformPerson } from '../../bot/channel.ts';
import type { FeishuClient } from './client.ts';

/** What was found holds so long; what was refused (a missing permission) is asked again sooner. */
const HOLDS_MS = 6 * 3_600_000;
const REFUSED_MS = 10 * 60_000;
const MOST = 5_000;

export interface People {
  /** Null where they are unknown to us, or can't be asked for now. */
  find(openId: string): Promise<PlatformPerson | null>;
}

interface Kept<T> {
  value: T;
  /** Epoch milliseconds. */
  until: number;
}

export function createPeople(client: FeishuClient, log: ChannelLog, now: () => number): People {
  const people = new Map<string, Kept<PlatformPerson | null>>();
  const departments = new Map<string, Kept<string | null>>();
  const asking = new Map<string, Promise<PlatformPerson | null>>();

  const departmentOf = async (id: string): Promise<string | null> => {
    const known = departments.get(id);
    if (known && known.until > now()) return known.value;
    const value = await client.departmentName(id);
    keep(departments, id, { value, until: now() + HOLDS_MS });
    return value;
  };

  const ask = async (openId: string): Promise<PlatformPerson | null> => {
    try {
      const user = await client.user(openId);
      const first = user?.department_ids?.[0];
      const department = first ? await departmentOf(first).catch(() => null) : null;
      const person = user && {
        id: openId,
        ...(user.name ? { name: user.name } : {}),
        ...(department ? { department } : {}),
        ...(user.mobile ? { phone: user.mobile } : {}),
        ...(user.leader_user_id ? { manager: user.leader_user_id } : {}),
      };
      keep(people, openId, { value: person, until: now() + HOLDS_MS });
      return person;
    } catch (error) {
      log.warn({ error: String(error) }, 'feishu.person_unknown');
      keep(people, openId, { value: null, until: now() + REFUSED_MS });
      return null;
    }
  };

  const find = (openId: string): Promise<PlatformPerson | null> => {
    const known = people.get(openId);
    if (known && known.until > now()) return Promise.resolve(known.value);
    const running = asking.get(openId);
    if (running) return running;
    const answer = ask(openId).finally(() => asking.delete(openId));
    asking.set(openId, answer);
    return answer;
  };

  return { find };
}

function keep<T>(kept: Map<string, Kept<T>>, id: string, value: Kept<T>): void {
  kept.delete(id);
  kept.set(id, value);
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
}
