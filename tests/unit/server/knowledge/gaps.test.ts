/** From a question that nobody could answer to an entry, and back to whoever asked. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ADMIN, openTestDesk, type TestDesk } from '../../../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());

async function http(method: 'GET' | 'PUT' | 'POST', url: string, payload?: object) {
  const headers = { authorization: `Bearer ${ADMIN}` };
  const answer = await desk.desk.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
}

interface Gap {
  id: string;
  question: string;
  people: number;
  questions: string[];
}
const gaps = async (): Promise<Gap[]> => (await http('GET', '/api/knowledge/gaps')).body.items;

test('what people ask in vain is kept, grouped, drafted, published, and those who asked are told', async () => {
  await desk.say({ id: 'u1' }, '请问绘图仪的纸筒怎么更换');
  await desk.say({ id: 'u2' }, '请问怎么给绘图仪换纸筒');
  const [gap] = await gaps();
  expect(gap).toMatchObject({ people: 2 });
  expect(gap?.question).toContain('纸筒');

  const drafted = await http('POST', `/api/knowledge/gaps/${gap?.id}/draft`, { owner: '桌面组' });
  expect(drafted.status).toBe(201);
  const id = drafted.body.article as string;
  expect(await gaps()).toEqual([]);
  const draft = await http('GET', `/api/knowledge/articles/${id}`);
  expect(draft.body).toMatchObject({ status: 'draft', version: 1 });
  expect(draft.body.markdown).toContain('怎么给绘图仪换纸筒');

  const published = await http('POST', `/api/knowledge/articles/${id}/status`, {
    version: 1,
    status: 'published',
  });
  expect(published.body).toMatchObject({ told: 2 });
  const shown = (await desk.shown({ id: 'u2' })).map(({ text }) => text);
  expect(shown.at(-1)).toContain('现在知识库里有了');
  await http('POST', `/api/knowledge/articles/${id}/status`, { version: 2, status: 'retired' });
});

test('a draft holds what the engineer wrote on the ticket that followed', async () => {
  await desk.say({ id: 'u1' }, '绘图仪出图只有一半，三楼302，电话8012');
  const opened = await desk.say({ id: 'u1' }, '提交');
  const number = opened.map(({ text }) => /T\d{8}-\d{4}/.exec(text)?.[0]).find(Boolean) ?? '';
  const act = (body: object) => http('POST', `/api/tickets/${number}/actions`, { actor: '李工', ...body });
  await act({ action: 'accept' });
  const resolved = await act({ action: 'resolve', resolution: '清洁编码条；重新校准打印头。' });
  expect(resolved.status).toBe(200);
  const [gap] = (await http('GET', '/api/knowledge/gaps')).body.items;
  expect(gap).toMatchObject({ question: '绘图仪出图只有一半', tickets: [number] });
  expect(gap).toMatchObject({ resolutions: ['清洁编码条；重新校准打印头。'] });
  const { body } = await http('POST', `/api/knowledge/gaps/${gap.id}/draft`, {});
  const { markdown } = (await http('GET', `/api/knowledge/articles/${body.article}`)).body;
  expect(markdown).toContain('1. 清洁编码条；\n2. 重新校准打印头。');
});

test('entries that mislead and entries gone stale are listed', async () => {
  const { db } = desk.desk.turn;
  const rows = Array.from({ length: 6 }, (_, at) => ({
    at: new Date(desk.clock.now),
    conversation_key: `["web","private","u${at}","","u${at}"]`,
    query: 'q',
    articles: JSON.stringify(['pc-no-sound']),
    outcome: at === 0 ? ('solved' as const) : ('unsolved' as const),
    ticket: null,
  }));
  await db.insertInto('deflection').values(rows).execute();
  const known = (await http('GET', '/api/knowledge/articles')).body.items[0] as { id: string };
  await db
    .updateTable('deflection')
    .set({ articles: JSON.stringify([known.id]) })
    .execute();
  const health = (await http('GET', '/api/knowledge/health')).body;
  expect(health.misleading).toEqual([expect.objectContaining({ article: known.id, solved: 1, unsolved: 5 })]);
  desk.clock.pass(400 * 86_400_000);
  const later = (await http('GET', '/api/knowledge/health')).body;
  expect(later.stale.length).toBeGreaterThan(0);
  expect(later.misleading).toEqual([]);
});
