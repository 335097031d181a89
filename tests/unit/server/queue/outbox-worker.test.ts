import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Channel, Outgoing, SendResult } from '../../../../bot/channel.ts';
import type { Address } from '../../../../bot/types.ts';
import { backoffMs, createOutboxWorker, MAX_SENDS } from '../../../../server/queue/outbox-worker.ts';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { deadMessages, recordMessages, resend } from '../../../../server/store/outbox.ts';
import { testDatabase } from '../../../support/database.ts';
import { silent } from '../../../support/desk.ts';
import { noFiles } from '../../../support/sent-files.ts';

let database: OpenDatabase;
const clock = { now: Date.parse('2026-11-18T09:00:00+08:00') };
const sent: Outgoing[] = [];
/** What the platform answers to a text; anything else arrives. */
let answers: Record<string, SendResult | Promise<SendResult> | Error> = {};

/** What the platform says to a call; otherwise it is made. */

const push: Channel = {
  name: 'push',
  capabilities: {
    cards: true,
    forms: true,
    editing: true,
    files: true,
    delivery: 'push',
    limits: { text: { most: 20_000, unit: 'characters' }, fileBytes: 0 },
  },
  async send(message) {
    sent.push(message);
    const answer = answers[message.reply.text];
    if (answer instanceof Error) throw answer;
    return (await answer) ?? { ok: true, platformMessageId: `m${message.id}` };
  },
};

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.deleteFrom('outbox').execute();
  sent.length = 0;
  answers = {};
});

function worker() {
  const channels = new Map([[push.name, push]]);
  return createOutboxWorker({
    db: database.db,
    channels,
    files: noFiles(),
    log: silent,
    now: () => clock.now,
    jitter: () => 0,
  });
}

/** Sends all that is due now. */
const deliver = () => worker().drain(1000);
const texts = () => sent.map((message) => message.reply.text);

function to(chat: string, channel = 'push'): Address {
  return { channel, chat, kind: 'private' };
}

async function record(chat: string, ...said: string[]) {
  const messages = said.map((text) => ({ address: to(chat), reply: { text }, delivery: 'push' as const }));
  await recordMessages(database.db, messages, clock.now);
}

const statuses = async () => {
  const rows = await database.db.selectFrom('outbox').select(['body', 'status']).orderBy('id').execute();
  return rows.map((row) => `${row.body.text} ${row.status}`);
};

test('messages to one chat leave in the order in which they were recorded', async () => {
  await record('a', '1', '2', '3');
  await deliver();
  expect(texts()).toEqual(['1', '2', '3']);
  expect(await statuses()).toEqual(['1 delivered', '2 delivered', '3 delivered']);
});

test('one that has to wait holds back the later ones of its chat, and nobody else', async () => {
  await record('a', '1', '2');
  await record('b', 'other');
  answers['1'] = { ok: false, retry: true, error: 'busy' };
  await deliver();
  expect(texts().sort()).toEqual(['1', 'other']);
  answers = {};
  clock.now += backoffMs(1, 0);
  await deliver();
  expect(texts().slice(2)).toEqual(['1', '2']);
});

test('the platform says how long to wait, and is taken at its word', async () => {
  await record('a', 'later');
  answers.later = { ok: false, retry: true, afterMs: 90_000, error: 'limit' };
  await deliver();
  answers = {};
  clock.now += 89_999;
  await deliver();
  expect(sent).toHaveLength(1);
  clock.now += 1;
  await deliver();
  expect(sent).toHaveLength(2);
});

test('one that is told to wait again and again is never given up for that', async () => {
  await record('a', 'limited');
  answers.limited = { ok: false, retry: true, afterMs: 1000, error: '429' };
  for (let time = 0; time < MAX_SENDS + 5; time += 1) {
    await deliver();
    clock.now += 1000;
  }
  answers = {};
  await deliver();
  expect(await statuses()).toEqual(['limited delivered']);
});

test('a repeat carries the id of the first: the platform can tell that it is the same message', async () => {
  await record('a', 'cut');
  answers.cut = new Error('socket hang up');
  await deliver();
  answers = {};
  clock.now += backoffMs(1, 0);
  await deliver();
  expect(new Set(sent.map((message) => message.id)).size).toBe(1);
  expect(await statuses()).toEqual(['cut delivered']);
});

test('what can never arrive is dead at once, lets the next one by, and can be sent again by hand', async () => {
  await record('a', 'refused', 'next');
  answers.refused = { ok: false, retry: false, error: '230002 bot is not in the chat' };
  await deliver();
  expect(await statuses()).toEqual(['refused dead', 'next delivered']);
  const [dead] = await deadMessages(database.db, 10);
  expect(dead?.last_error).toBe('230002 bot is not in the chat');
  answers = {};
  expect(await resend(database.db, dead?.id ?? 0)).toBe(true);
  await deliver();
  expect(await statuses()).toEqual(['refused delivered', 'next delivered']);
});

test('a message is given up after many attempts, each waiting longer, together about two hours', async () => {
  await record('a', 'never');
  answers.never = { ok: false, retry: true, error: '500' };
  const began = clock.now;
  for (let attempt = 1; attempt <= MAX_SENDS; attempt += 1) {
    await deliver();
    if (attempt < MAX_SENDS) clock.now += backoffMs(attempt, 0);
  }
  expect(sent).toHaveLength(MAX_SENDS);
  expect(await statuses()).toEqual(['never dead']);
  expect((clock.now - began) / 3_600_000).toBeGreaterThan(1);
  expect((clock.now - began) / 3_600_000).toBeLessThan(2.5);
});

test('a channel that is not switched on ends in the list of the dead, with the reason', async () => {
  const message = { address: to('a', 'gone'), reply: { text: 'x' }, delivery: 'push' as const };
  await recordMessages(database.db, [message], clock.now);
  await deliver();
  expect((await deadMessages(database.db, 10))[0]?.last_error).toBe('channel gone is not switched on');
});

test('a chat whose platform does not answer holds no other chat back', async () => {
  let arrive: (result: SendResult) => void = () => {};
  answers.stuck = new Promise((resolve) => {
    arrive = resolve;
  });
  await record('a', 'stuck');
  const one = worker();
  await one.round();
  await record('b', '1');
  await record('b', '2');
  await one.round();
  await expect.poll(async () => (await statuses())[1]).toBe('1 delivered');
  await one.round();
  await expect.poll(statuses).toEqual(['stuck pending', '1 delivered', '2 delivered']);
  arrive({ ok: true });
  await one.drain(1000);
  expect((await statuses())[0]).toBe('stuck delivered');
});

test('of a sender that died the message is sent again once its lease has lapsed, not before', async () => {
  answers.lost = new Promise(() => {});
  await record('a', 'lost');
  await worker().round();
  answers = {};
  await deliver();
  expect(sent).toHaveLength(1);
  clock.now += 30_000;
  await deliver();
  expect(sent).toHaveLength(2);
  expect(await statuses()).toEqual(['lost delivered']);
});

test('the newer state of a card comes with the id of the one that stands in the chat', async () => {
  const card = { address: to('crew'), delivery: 'push' as const, cardKey: 'ticket:1' };
  await recordMessages(database.db, [{ ...card, reply: { text: 'assigned' } }], clock.now);
  await deliver();
  await recordMessages(database.db, [{ ...card, reply: { text: 'accepted' } }], clock.now);
  await deliver();
  expect(sent.map((message) => message.platformMessageId)).toEqual([undefined, `m${sent[0]?.id}`]);
});

const alarm = { title: 'T1', fields: [], actions: [], tone: 'danger' } as const;
const card = (text: string) => ({
  address: to('a'),
  reply: { text, card: { ...alarm, fields: [], actions: [] } },
  delivery: 'push' as const,
});

test('what is urgent leaves before what waits for the same chat', async () => {
  await record('a', '1', '2');
  await recordMessages(database.db, [{ ...card('alarm'), cardKey: 'ticket:T1' }], clock.now);
  await deliver();
  expect(texts()).toEqual(['alarm', '1', '2']);
});

test('a chat that the platform refuses for now is left alone, by what is urgent too', async () => {
  await record('a', '1', '2');
  answers['1'] = { ok: false, retry: true, error: 'busy' };
  await deliver();
  await recordMessages(database.db, [card('alarm')], clock.now);
  answers = {};
  await deliver();
  expect(texts()).toEqual(['1']);
  clock.now += backoffMs(1, 0);
  await deliver();
  expect(texts()).toEqual(['1', 'alarm', '1', '2']);
});

test('a card that overtook its own older states is not turned back by them', async () => {
  const older = { address: to('a'), reply: { text: 'old' }, delivery: 'push' as const, cardKey: 'ticket:T1' };
  await recordMessages(database.db, [older], clock.now);
  await recordMessages(database.db, [{ ...card('alarm'), cardKey: 'ticket:T1' }], clock.now);
  await deliver();
  expect(texts()).toEqual(['alarm']);
  expect(await statuses()).toEqual(['old delivered', 'alarm delivered']);
});
