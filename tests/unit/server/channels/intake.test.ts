import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Update } from '../../../../bot/types.ts';
import { createIntake } from '../../../../server/channels/intake.ts';
import { tokenBuckets } from '../../../../server/limits.ts';
import { createPrecedence } from '../../../../server/queue/precedence.ts';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { pendingUpdates } from '../../../../server/store/inbox.ts';
import { leaseDue, markDelivered, recordMessages } from '../../../../server/store/outbox.ts';
import { testDatabase } from '../../../support/database.ts';
import { silent } from '../../../support/desk.ts';

let database: OpenDatabase;
const clock = { now: Date.parse('2026-11-18T09:00:00+08:00') };
let woken = 0;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.deleteFrom('outbox').execute();
  await database.db.deleteFrom('inbox').execute();
  woken = 0;
});

function opened(perMinute = 600) {
  const limiter = (most: number) => tokenBuckets({ perMinute: most, now: () => clock.now });
  const senders = limiter(perMinute);
  return createIntake({
    db: database.db,
    zone: 'Asia/Shanghai',
    now: () => clock.now,
    log: silent,
    senders: { take: async (key) => senders.take(key) },
    warnings: limiter(1),
    precedence: createPrecedence(),
    wake: () => {
      woken += 1;
    },
  });
}

type Said = Extract<Update, { kind: 'utterance' }>;

function said(text: string, more: Partial<Said> = {}): Said {
  return {
    kind: 'utterance',
    updateId: `u-${text}`,
    messageId: `m-${text}`,
    at: '2026-11-18T09:00:00+08:00',
    address: { channel: 'push', chat: 'c1', kind: 'private' },
    sender: { id: 'ou_1', name: '张三' },
    text,
    ...more,
  };
}

const waiting = async () => (await pendingUpdates(database.db, clock.now, 100)).map(({ update }) => update);
const texts = async () =>
  (await waiting()).map((update) => (update.kind === 'utterance' ? update.text : update.kind));

async function workedOff() {
  await database.db.updateTable('inbox').set({ status: 'done' }).execute();
}

test('what is delivered twice is recorded once, and wakes the workers once', async () => {
  const intake = opened();
  expect(await intake(said('打印机坏了'))).toBe('recorded');
  expect(await intake(said('打印机坏了'))).toBe('repeat');
  expect(await texts()).toEqual(['打印机坏了']);
  expect(woken).toBe(1);
});

test('what is no update is thrown back, and nothing is recorded', async () => {
  const intake = opened();
  await expect(intake({ ...said('x'), updateId: '' })).rejects.toThrow();
  expect(await texts()).toEqual([]);
});

test('one who sends too much is told so once; others are not in their way', async () => {
  const intake = opened(4);
  const flood = [];
  for (let n = 0; n < 6; n += 1) flood.push(await intake(said(`第${n}条`)));
  expect(flood).toEqual(['recorded', 'recorded', 'limited', 'limited', 'limited', 'limited']);
  expect(await intake(said('别人的', { sender: { id: 'ou_2' } }))).toBe('recorded');
  const due = await leaseDue(database.db, clock.now, 1000, 10);
  expect(due.map(({ reply }) => reply.text)).toEqual([expect.stringContaining('太快')]);
});

test('a reply to a card is known by the key of that card', async () => {
  const intake = opened();
  const address = { channel: 'push', chat: 'oc_1', kind: 'group' } as const;
  const card = { text: 'T20261118-0001', ticket: 'T20261118-0001' };
  await recordMessages(
    database.db,
    [{ address, reply: card, delivery: 'push', cardKey: 'ticket:T20261118-0001' }],
    clock.now,
  );
  const [sent] = await leaseDue(database.db, clock.now, 1000, 10);
  await markDelivered(database.db, sent?.id ?? 0, 'om_card', clock.now);
  await intake(said('接单', { address, replyToMessage: 'om_card' }));
  await intake(said('好的', { address, replyToMessage: 'om_other' }));
  expect((await waiting()).map((update) => update.replyTo)).toEqual(['ticket:T20261118-0001', undefined]);
});

test('a message that is changed before anybody looked at it has its new text only', async () => {
  const intake = opened();
  await intake(said('302打印机坏了', { masked: ['password'] }));
  const edit = { updateId: 'e1', messageId: 'm-302打印机坏了', edited: true };
  await intake(said('303打印机坏了', edit));
  const [update] = await waiting();
  expect(await texts()).toEqual(['303打印机坏了']);
  expect(update?.kind === 'utterance' && update.masked).toBeFalsy();
});

test('one that is changed after it was answered is a message of its own', async () => {
  const intake = opened();
  await intake(said('302打印机坏了'));
  await workedOff();
  await intake(said('303打印机坏了', { updateId: 'e1', messageId: 'm-302打印机坏了', edited: true }));
  const [update] = await waiting();
  expect(update).toMatchObject({ text: '303打印机坏了', edited: true });
});

test('nobody changes the words of another', async () => {
  const intake = opened();
  await intake(said('302打印机坏了'));
  const other = { sender: { id: 'ou_2' }, updateId: 'e1', messageId: 'm-302打印机坏了', edited: true };
  await intake(said('取消', other));
  expect(await texts()).toEqual(['302打印机坏了', '取消']);
});

test('a message that is taken back before it was worked is never worked, and its words are gone', async () => {
  const intake = opened();
  await intake(said('密级不对'));
  expect(await intake({ kind: 'recalled', channel: 'push', messageId: 'm-密级不对' })).toBe('repeat');
  expect(await texts()).toEqual([]);
  const rows = await database.db.selectFrom('inbox').select('body').execute();
  expect(rows[0]?.body).toMatchObject({ text: '[已撤回]' });
});

test('one that was answered already: its words go, and its sender is told what stands', async () => {
  const intake = opened();
  const photo = { kind: 'image', name: '照片', ref: 'img_1' } as const;
  await intake(said('打印机坏了', { attachments: [photo] }));
  await workedOff();
  expect(await intake({ kind: 'recalled', channel: 'push', messageId: 'm-打印机坏了' })).toBe('recorded');
  expect(await waiting()).toMatchObject([
    { kind: 'recall', sender: { id: 'ou_1' }, address: { chat: 'c1' } },
  ]);
  const rows = await database.db.selectFrom('inbox').select('body').orderBy('id').execute();
  expect(rows[0]?.body).not.toHaveProperty('attachments');
  expect(await intake({ kind: 'recalled', channel: 'push', messageId: 'm-打印机坏了' })).toBe('repeat');
});

test('taking back what was never seen does nothing', async () => {
  expect(await opened()({ kind: 'recalled', channel: 'push', messageId: 'om_x' })).toBe('repeat');
});
