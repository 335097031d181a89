import { Registry } from 'prom-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decode, privateAddress } from '../../../../adapters/web/index.ts';
import { receive } from '../../../../server/chat/receive.ts';
import { following } from '../../../../server/model/adviser.ts';
import { createDeskModel } from '../../../../server/model/create.ts';
import { workInbox } from '../../../../server/queue/inbox-worker.ts';
import { createSerial } from '../../../../server/queue/serial.ts';
import type { Db } from '../../../../server/store/database.ts';
import { recordUpdate } from '../../../../server/store/inbox.ts';
import { addTokens, tokensSpent } from '../../../../server/store/model-tokens.ts';
import { openTestDesk, silent, type TestDesk } from '../../../support/desk.ts';
import { type ModelServer, openModelServer, record } from '../../../support/model-server.ts';
import { NOW, understand, ZONE } from './parts.ts';

const ANNA = { id: 'anna' };
const BEN = { id: 'ben' };
/** What the built-in understanding cannot know, and the model says. */
const ODD = '又来了又来了，一道一道的';

const GOOD = record({ intent: 'report_fault', category: 'computer', slots: { symptom: '一道一道的' } });

function updateOf(user: { id: string }, messageId: string, text: string) {
  return decode({ messageId, user, text }, privateAddress(user.id), new Date(NOW).toISOString());
}

describe('a desk with a model', () => {
  let server: ModelServer;
  let desk: TestDesk;

  beforeAll(async () => {
    server = await openModelServer();
    const model = { LLM_BASE_URL: server.url, LLM_MODEL: 'local', LLM_API_KEY: 'sk-test' };
    desk = await openTestDesk({ env: { ...model, LLM_WHEN: 'always' } });
  }, 60_000);
  beforeEach(() => {
    server.reset();
    server.always(() => GOOD);
  });
  afterAll(() => server.close());

  const untilAsked = async () => {
    while (server.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
  };

  it('goes on with what the model read, and counts the tokens under the day', async () => {
    await desk.say(ANNA, ODD);
    expect(server.requests).toHaveLength(1);
    const { db } = desk.desk.turn;
    const states = await db.selectFrom('conversation').select('state').execute();
    expect(JSON.stringify(states)).toContain('"symptom":"一道一道的"');
    expect(await tokensSpent(db, '20261118')).toBe(100);
    expect(await addTokens(db, '20261119', 5)).toBe(5);
    expect(await addTokens(db, '20261119', 2_147_483_647)).toBe(2_147_483_647);
  });

  it('asks nothing for a repeat, a button, a bare word, or talk in a group that is not meant for it', async () => {
    const update = updateOf({ id: 'carl' }, 'm1', `${ODD}，还在`);
    await receive(desk.desk.receiving, update);
    await receive(desk.desk.receiving, update);
    await desk.press(ANNA, { id: 'nothing', value: 'x' });
    await desk.say(ANNA, '谢谢');
    await desk.group(BEN, '今天谁值班，电脑坏了');
    expect(server.requests).toHaveLength(1);
  });

  it('holds no transaction and nobody else up while the model thinks', async () => {
    server.next({ kind: 'content', content: '{"intent":"report_fault"}', delayMs: 50 });
    const order: string[] = [];
    const waiting = receive(desk.desk.receiving, updateOf(ANNA, 'think-1', `${ODD}啊`)).then(() =>
      order.push('anna'),
    );
    await untilAsked();
    // The embedded database has one connection: an open transaction would hold this up until the model is done.
    await receive(desk.desk.receiving, updateOf(BEN, 'think-2', '你好')).then(() => order.push('ben'));
    await waiting;
    expect(order).toEqual(['ben', 'anna']);
  });

  it('works recorded updates past a conversation that waits, whose own order stays', async () => {
    const worked: string[] = [];
    const work = {
      deps: desk.desk.turn,
      serial: createSerial(),
      log: silent,
      onTurn: (update: { updateId: string }) => worked.push(update.updateId),
      onFirstFailure: async () => {},
    };
    const updates = [
      updateOf({ id: 'dora' }, 'd1', `${ODD}呢`),
      updateOf({ id: 'dora' }, 'd2', '谢谢'),
      updateOf({ id: 'emil' }, 'e1', '你好'),
    ] as const;
    for (const update of updates) await recordUpdate(desk.desk.turn.db, update, NOW);
    const [first, second, other] = updates.map(({ updateId }) => updateId);
    server.next({ kind: 'silent' });
    await workInbox(work);
    await workInbox(work);
    expect(worked).toEqual([other]);
    await untilAsked();
    server.dropConnections();
    await desk.desk.turn.adviser?.waiting.settled();
    await workInbox(work);
    expect(worked).toEqual([other, first, second]);
  });

  it('gives whoever waits the built-in reading when it stops', async () => {
    server.always(() => ({ kind: 'silent' }));
    const waiting = receive(desk.desk.receiving, updateOf(BEN, 'stop-1', `${ODD}哦`));
    await untilAsked();
    await desk.close();
    expect((await waiting).length).toBeGreaterThan(0);
  });
});

describe('a desk', () => {
  const llm = { baseUrl: 'http://127.0.0.1:1/v1', apiKey: null, timeoutMs: 100, dailyTokens: 0 };
  const parts = {
    redisUrl: null,
    db: {} as Db,
    understand,
    people: () => [],
    zone: ZONE,
    log: silent,
    now: () => NOW,
  };

  it.each([
    { model: 'm', embeddingModel: null, when: 'never' },
    { model: null, embeddingModel: 'e', when: 'always' },
  ] as const)('asks no model about messages with %o', async (named) => {
    const registry = new Registry();
    expect(await createDeskModel({ ...parts, registry, llm: { ...llm, ...named } })).toBeNull();
  });
});

describe('what was read before a turn', () => {
  const foreseen = (expected?: { flow: string; slot?: 'start' }) => ({
    expect: expected,
    heard: { ...understand('四点', { now: NOW }), intent: 'book_meeting' as const, confidence: 0.77 },
  });
  const asked = { flow: 'book_meeting', slot: 'start' as const };

  it('counts where the conversation still expects the same', () => {
    const read = following(understand, foreseen(asked));
    expect(read('四点', { now: NOW, expect: asked }).confidence).toBe(0.77);
  });

  it.each([
    ['something else', { flow: 'book_meeting' }],
    ['another flow', { flow: 'report_fault', slot: 'start' as const }],
    ['nothing any more', undefined],
  ])('does not where it expects %s', (_what, expected) => {
    const context = { now: NOW, ...(expected ? { expect: expected } : {}) };
    expect(following(understand, foreseen(asked))('四点', context)).toEqual(understand('四点', context));
  });

  it('does not for other words', () => {
    const read = following(understand, foreseen());
    expect(read('五点', { now: NOW })).toEqual(understand('五点', { now: NOW }));
  });
});
