import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newConversation, STATE_VERSION } from '../../../../bot/dialogue/conversation.ts';
import type { Update } from '../../../../bot/types.ts';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { recordUpdate } from '../../../../server/store/inbox.ts';
import { conversationKeyOf } from '../../../../server/store/keys.ts';
import { glanceAt, saveTalk } from '../../../../server/store/talk.ts';
import { testDatabase } from '../../../support/database.ts';

const NOW = Date.parse('2026-11-18T09:00:00+08:00');
let database: OpenDatabase;
let people = 0;
let chat: string;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const saying = (updateId: string): Update => ({
  kind: 'utterance',
  updateId: `${chat}-${updateId}`,
  at: '2026-11-18T09:00:00+08:00',
  address: { channel: 'web', chat, kind: 'private' },
  sender: { id: chat },
  text: '你好',
});

beforeEach(async () => {
  people += 1;
  chat = `person-${people}`;
  await database.db
    .insertInto('conversation')
    .values({
      key: conversationKeyOf(saying('any')),
      address: JSON.stringify(saying('any').address),
      state: JSON.stringify(newConversation()),
      state_version: STATE_VERSION,
      updated_at: new Date(NOW),
    })
    .execute();
});

const save = (update: Update, version: number | null) =>
  saveTalk(database.db, {
    update,
    version,
    state: { ...newConversation(), said: 7 },
    stateVersion: STATE_VERSION,
    replies: [{ text: '一' }, { text: '二' }],
    deflections: [
      { at: NOW, conversationKey: conversationKeyOf(update), query: 'q', articles: ['a'], outcome: 'solved' },
    ],
    delivery: 'feed',
    now: NOW,
  });

/** Everything that a saved turn leaves behind for this person. */
async function traces() {
  const { db } = database;
  const key = conversationKeyOf(saying('any'));
  const inbox = await db.selectFrom('inbox').select('id').where('conversation_key', '=', key).execute();
  const said = await db
    .selectFrom('outbox')
    .select('body')
    .where('channel', '=', 'web')
    .where('address_key', 'like', `%"${chat}"%`)
    .orderBy('id')
    .execute();
  const counted = await db
    .selectFrom('deflection')
    .select('id')
    .where('conversation_key', '=', key)
    .execute();
  const { state, version } = await db
    .selectFrom('conversation')
    .select(['state', 'version'])
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return {
    inbox: inbox.length,
    said: said.map((row) => row.body.text),
    counted: counted.length,
    state: (state as { said: number }).said,
    version,
  };
}

const NOTHING = { inbox: 0, said: [], counted: 0, state: 0, version: 0 };

describe('a turn that only talks', () => {
  test('saves state, replies in order, the count and the update together', async () => {
    expect(await save(saying('1'), 0)).toBe(1);
    expect(await traces()).toEqual({ inbox: 1, said: ['一', '二'], counted: 1, state: 7, version: 1 });
  });

  test('leaves nothing behind where the conversation went on since it was looked at', async () => {
    expect(await save(saying('1'), 3)).toBeNull();
    expect(await traces()).toEqual(NOTHING);
  });

  test('two from the same look: one is saved, the other leaves nothing', async () => {
    const saved = await Promise.all([save(saying('1'), 0), save(saying('2'), 0)]);
    expect(saved.filter((version) => version !== null)).toEqual([1]);
    expect(await traces()).toEqual({ inbox: 1, said: ['一', '二'], counted: 1, state: 7, version: 1 });
  });

  test('the same update at once in parallel has one effect', async () => {
    const saved = await Promise.all([save(saying('1'), 0), save(saying('1'), 0)]);
    expect(saved.filter((version) => version !== null)).toEqual([1]);
    expect((await traces()).said).toEqual(['一', '二']);
  });

  test('one that was recorded before is not looked at, and not saved', async () => {
    await save(saying('1'), 0);
    expect(await glanceAt(database.db, saying('1'))).toBeNull();
    expect(await save(saying('1'), 1)).toBeNull();
    expect((await traces()).version).toBe(1);
  });

  test('an older update that waits comes first', async () => {
    await recordUpdate(database.db, saying('older'), NOW);
    expect(await save(saying('1'), 0)).toBeNull();
    expect((await traces()).said).toEqual([]);
  });

  test('finds the conversation as it stands', async () => {
    await save(saying('1'), 0);
    expect(await glanceAt(database.db, saying('2'))).toMatchObject({ version: 1, state: { said: 7 } });
  });
});

describe('the first thing that is said in a conversation', () => {
  beforeEach(async () => {
    await database.db
      .deleteFrom('conversation')
      .where('key', '=', conversationKeyOf(saying('any')))
      .execute();
  });

  test('begins it', async () => {
    expect(await glanceAt(database.db, saying('1'))).toMatchObject({ version: null });
    expect(await save(saying('1'), null)).toBe(NOW);
    expect(await traces()).toEqual({ inbox: 1, said: ['一', '二'], counted: 1, state: 7, version: NOW });
  });

  test('begins it once, of two in the same instant', async () => {
    const saved = await Promise.all([save(saying('1'), null), save(saying('2'), null)]);
    expect(saved.filter((version) => version !== null)).toEqual([NOW]);
    expect(await traces()).toEqual({ inbox: 1, said: ['一', '二'], counted: 1, state: 7, version: NOW });
  });

  test('leaves nothing behind where it was said before', async () => {
    await save(saying('1'), null);
    expect(await save(saying('1'), null)).toBeNull();
    expect((await traces()).said).toEqual(['一', '二']);
  });

  test('waits for what is older', async () => {
    await recordUpdate(database.db, saying('older'), NOW);
    expect(await save(saying('1'), null)).toBeNull();
  });
});
