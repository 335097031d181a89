/** Everybody whom the app may see: department by department, page by page. */
import type { PlatformPerson } from '../../bot/channel.ts';
import type { FeishuClient, ListedUser } from './client.ts';

/** The whole organisation, in Feishu's numbering of departments. */
const ROOT = '0';

/** Each person once, whatever departments they are in. Throws where a page can't be read: the list is not whole then. */
export async function* listPeople(client: FeishuClient): AsyncGenerator<PlatformPerson> {
  const names = new Map<string, string>();
  for await (const { id, name } of paged((page) => client.departments(ROOT, page))) names.set(id, name);
  const seen = new Set<string>();
  for (const department of [ROOT, ...names.keys()]) {
    for await (const user of paged((page) => client.usersOf(department, page))) {
      if (seen.has(user.open_id)) continue;
      seen.add(user.open_id);
      yield personOf(user, names.get(department));
    }
  }
}

async function* paged<T>(
  ask: (page: string | undefined) => Promise<{ items: T[]; next: string | undefined }>,
): AsyncGenerator<T> {
  let page: string | undefined;
  do {
    const { items, next } = await ask(page);
    yield* items;
    page = next;
  } while (page !== undefined);
}

function personOf(user: ListedUser, department: string | undefined): PlatformPerson {
  const { open_id, name, mobile, leader_user_id, employee_no, work_station } = user;
  return {
    id: open_id,
    ...(name ? { name } : {}),
    ...(department ? { department } : {}),
    ...(mobile ? { phone: mobile } : {}),
    ...(leader_user_id ? { manager: leader_user_id } : {}),
    ...(employee_no ? { staffNumber: employee_no } : {}),
    ...(work_station ? { room: work_station } : {}),
  };
}
