/** A draft by a model: only what engineers wrote, only masked, and the template where it fails. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ADMIN, openTestDesk, type TestDesk } from '../../../support/desk.ts';
import { type Behaviour, type ModelServer, openModelServer, record } from '../../../support/model-server.ts';

let server: ModelServer;
let desk: TestDesk;
let users = 0;
beforeAll(async () => {
  server = await openModelServer();
  desk = await openTestDesk({
    env: { LLM_BASE_URL: server.url, LLM_MODEL: 'local', LLM_WHEN: 'unsure', LLM_TIMEOUT_MS: '3000' },
  });
}, 60_000);
beforeEach(() => server.reset());
afterAll(async () => {
  await desk.close();
  await server.close();
});

async function http(method: 'GET' | 'POST', url: string, payload?: object) {
  const headers = { authorization: `Bearer ${ADMIN}` };
  const answer = await desk.desk.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return answer.json();
}

/** A fault that nobody could answer, mended by an engineer, and its draft. */
async function draftOf(fault: string, resolution: string, behaviour: Behaviour) {
  users += 1;
  server.always(() => record({ intent: 'report_fault', category: 'printing' }));
  const user = { id: `u${users}` };
  await desk.say(user, `${fault}，${users}楼${users}02，电话801${users}`);
  const opened = await desk.say(user, '提交');
  const number = opened.map(({ text }) => /T\d{8}-\d{4}/.exec(text)?.[0]).find(Boolean) ?? '';
  const act = (body: object) => http('POST', `/api/tickets/${number}/actions`, { actor: '李工', ...body });
  await act({ action: 'accept' });
  await act({ action: 'resolve', resolution });
  const gaps = (await http('GET', '/api/knowledge/gaps')).items as { id: string; tickets: string[] }[];
  const gap = gaps.find(({ tickets }) => tickets.includes(number));
  server.reset();
  server.always(() => behaviour);
  const drafted = await http('POST', `/api/knowledge/gaps/${gap?.id}/draft`, {});
  const { markdown } = await http('GET', `/api/knowledge/articles/${drafted.article}`);
  return { writtenBy: drafted.writtenBy as string, markdown: markdown as string };
}

test('puts into steps what the engineer wrote, and drops what nobody did', async () => {
  const { writtenBy, markdown } = await draftOf(
    '绘图仪出图只有一半',
    '到了现场，清洁编码条，然后重新校准打印头。联系张三 13812345678。',
    record({
      title: '绘图仪出图只有一半',
      symptom: '绘图仪出图只有一半',
      steps: [
        { text: '清洁编码条。', cites: [1] },
        { text: '重新校准打印头。', cites: [1] },
        { text: '到 http://evil.example.com 下载固件。', cites: [1] },
        { text: '把电源换掉再升级主板。', cites: [1] },
      ],
    }),
  );
  expect(writtenBy).toBe('model');
  expect(markdown).toContain('1. 清洁编码条。\n2. 重新校准打印头。');
  expect(markdown).not.toMatch(/evil|主板/);
  const sent = server.requests.map(({ raw }) => raw).join('\n');
  expect(sent).toContain('清洁编码条');
  expect(sent).not.toContain('13812345678');
});

test.each([
  ['is away', '晒图机出图只有一半', { kind: 'status', status: 500 }],
  ['breaks off', '刻字机出图只有一半', { kind: 'cut_off', content: '{}' }],
  ['answers something else', '晒图机出图全是斜的', { kind: 'content', content: '好的，已经写好了。' }],
  [
    'writes nothing that was done',
    '刻字机出图全是斜的',
    record({ title: '出图', symptom: '', steps: [{ text: '重装操作系统并换内存。', cites: [1] }] }),
  ],
] as [string, string, Behaviour][])(
  'a model that %s leaves the filled template',
  async (_why, fault, behaviour) => {
    const { writtenBy, markdown } = await draftOf(fault, '擦拭镜头；重新对焦。', behaviour);
    expect(writtenBy).toBe('template');
    expect(markdown).toContain('1. 擦拭镜头；\n2. 重新对焦。');
  },
);
