/** Likeness in meaning by a model: found where words fail, and never at the cost of an answer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Entry } from '../../../../knowledge/entry.ts';
import { createMeanings } from '../../../../server/knowledge/meanings.ts';
import { forgetfulVectors, type VectorStore, vectorFile } from '../../../../server/knowledge/vector-file.ts';
import { createBreaker } from '../../../../server/model/breaker.ts';
import { createEmbedder } from '../../../../server/model/embedder.ts';
import { createEmbeddingEndpoint } from '../../../../server/model/embedding-endpoint.ts';
import { openTestDesk, silent } from '../../../support/desk.ts';
import { embeddings, inputsOf } from '../../../support/embedding-server.ts';
import { type ModelServer, openModelServer } from '../../../support/model-server.ts';
import { type HandClock, handClock } from '../model/parts.ts';

const THEMES = [
  ['硒鼓', '黑粉'],
  ['投影', '幕布'],
];
const entry = (id: string, title: string): Entry => ({
  id,
  title,
  kind: 'article',
  category: 'other',
  tags: [],
  questions: [],
  updated: '2026-11-01',
  audience: ['all'],
  body: '1. 第一步。',
  transcript: [],
});
const ENTRIES = [entry('toner', '更换硒鼓'), entry('projector', '投影没有图像'), entry('vpn', '连不上内网')];

let server: ModelServer;
let clock: HandClock;
beforeAll(async () => {
  server = await openModelServer();
});
beforeEach(() => {
  server.reset();
  server.always(embeddings(THEMES));
  clock = handClock();
});
afterAll(() => server.close());

function meaningsWith(store: VectorStore = forgetfulVectors, people: string[] = []) {
  const endpoint = createEmbeddingEndpoint({
    baseUrl: server.url,
    apiKey: null,
    model: 'local',
    timeoutMs: 30_000,
  });
  const embedder = () =>
    createEmbedder({
      endpoint,
      breaker: createBreaker(),
      clock,
      log: silent,
      closing: new AbortController().signal,
    });
  return createMeanings({
    entries: embedder(),
    questions: embedder(),
    store,
    model: 'local',
    people: () => people,
    clock,
    log: silent,
  });
}

async function ready(store?: VectorStore, people?: string[]) {
  const meanings = meaningsWith(store, people);
  meanings.follow(ENTRIES);
  await meanings.settled();
  return meanings;
}

describe('likeness in meaning', () => {
  test('is highest for the entry that means the same, whatever its words', async () => {
    const meanings = await ready();
    await meanings.prepare('黑粉没了换哪个');
    const likeness = [...(meanings.likeness('黑粉没了换哪个') ?? [])].sort(([, a], [, b]) => b - a);
    expect(likeness[0]?.[0]).toBe('toner');
    expect(likeness[0]?.[1]).toBeCloseTo(1);
    expect(likeness).toHaveLength(3);
  });

  test('is asked for once for each question, and for each entry until it changes', async () => {
    const meanings = await ready();
    expect(server.requests.map(inputsOf)).toHaveLength(1);
    await meanings.prepare('黑粉');
    await meanings.prepare('黑粉');
    expect(server.requests).toHaveLength(2);
    meanings.follow(ENTRIES.map((one) => (one.id === 'vpn' ? { ...one, body: '1. 换一步。' } : one)));
    await meanings.settled();
    expect(server.requests).toHaveLength(3);
    expect(server.requests.slice(2).map(inputsOf)).toMatchObject([[expect.stringContaining('换一步')]]);
  });

  test('sends no names, numbers or passwords', async () => {
    const meanings = await ready(undefined, ['王小明']);
    await meanings.prepare('王小明 13812345678 的黑粉没了');
    const sent = server.requests.map(({ raw }) => raw).join('\n');
    expect(sent).not.toContain('王小明');
    expect(sent).not.toContain('13812345678');
    const before = server.requests.length;
    await meanings.prepare('我的密码是Abc12345!，登不上');
    expect(server.requests).toHaveLength(before);
  });
});

describe('an endpoint that', () => {
  const prepared = async (break_: () => void) => {
    const meanings = await ready();
    break_();
    await meanings.prepare('黑粉');
    return meanings.likeness('黑粉');
  };

  test('is down, refuses, limits, breaks off or says nonsense leaves words alone', async () => {
    const broken = [
      { kind: 'status', status: 500 },
      { kind: 'status', status: 429, headers: { 'retry-after': '60' } },
      { kind: 'status', status: 401 },
      { kind: 'cut_off', content: 'x' },
      { kind: 'body', body: '{"data":[{"index":0,"embedding":["a"]}]}' },
      { kind: 'body', body: '{"data":[]}' },
      { kind: 'body', body: 'no JSON' },
    ] as const;
    for (const behaviour of broken) expect(await prepared(() => server.next(behaviour))).toBeUndefined();
  });

  test('gives vectors of another length leaves words alone', async () => {
    expect(await prepared(() => server.always(embeddings(THEMES, 32)))).toBeUndefined();
  });

  test('says nothing is waited for no longer than the limit, and after five such left alone', async () => {
    const meanings = await ready();
    server.always(() => ({ kind: 'silent' }));
    for (let asked = 0; asked < 5; asked += 1) {
      const waiting = meanings.prepare(`黑粉${asked}`);
      clock.pass(400);
      await waiting;
    }
    const before = server.requests.length;
    await meanings.prepare('黑粉');
    expect(server.requests).toHaveLength(before);
    server.dropConnections();
  });

  test('was away when entries were read is asked again later', async () => {
    server.always(() => ({ kind: 'status', status: 503 }));
    const meanings = await ready();
    expect(meanings.likeness('黑粉')).toBeUndefined();
    server.always(embeddings(THEMES));
    clock.pass(60_000);
    await meanings.settled();
    await meanings.prepare('黑粉');
    expect(meanings.likeness('黑粉')?.get('toner')).toBeCloseTo(1);
  });
});

describe('vectors in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vectors-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const store = () => vectorFile(join(folder, 'vectors.jsonl'));

  test('survive a restart', async () => {
    await ready(store());
    server.reset();
    server.always(embeddings(THEMES));
    const meanings = await ready(store());
    expect(server.requests).toHaveLength(0);
    await meanings.prepare('黑粉');
    expect(meanings.likeness('黑粉')?.get('toner')).toBeCloseTo(1);
  });

  test('of another length are read anew, all of them', async () => {
    await ready(store());
    server.always(embeddings(THEMES, 32));
    const meanings = meaningsWith(store());
    meanings.follow([...ENTRIES, entry('new', '新的一条')]);
    await meanings.settled();
    expect([...(await store().read()).values()].map(({ length }) => length)).toEqual([32, 32, 32, 32]);
  });
});

test('a desk with such a model answers a question that shares no word with its entry, and without it goes by words', async () => {
  server.always(embeddings([['自动编号乱了', '阿拉伯数字串了行']]));
  const env = { LLM_BASE_URL: server.url, EMBEDDING_MODEL: 'local' };
  const desk = await openTestDesk({ env });
  await desk.desk.turn.meanings?.settled();
  const [reply] = await desk.say({ id: 'u1' }, '请问阿拉伯数字串了行怎么弄');
  expect(reply?.articles?.[0]).toBe('wps-numbering');
  server.always(() => ({ kind: 'status', status: 500 }));
  const [other] = await desk.say({ id: 'u2' }, '请问打印机卡纸怎么处理');
  expect(other?.articles?.[0]).toMatch(/paper-jam/);
  await desk.close();
}, 60_000);
