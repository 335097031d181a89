/** A platform's directory taken over: who is new comes in, who is gone leaves, what the organisation's table says stands. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlatformPerson } from '../../../../bot/channel.ts';
import { syncPeople } from '../../../../server/people/sync.ts';
import { putPerson } from '../../../../server/store/people.ts';
import { openTestDesk, type TestDesk } from '../../../support/desk.ts';

let desk: TestDesk;
let listed: PlatformPerson[];
let breaksOff: boolean;
const channel = {
  name: 'feishu',
  async *listPeople() {
    yield* listed;
    if (breaksOff) throw new Error('503');
  },
};

beforeEach(async () => {
  desk = await openTestDesk();
  listed = [
    { id: 'ou_1', name: '张三', department: '财务科', phone: '+8613800138000' },
    { id: 'ou_2', name: '李四', staffNumber: '002', room: '305' },
    { id: 'ou_3' },
  ];
  breaksOff = false;
});
afterEach(() => desk.close());

async function sync() {
  const { db, people } = desk.desk.turn;
  const synced = await syncPeople(db, channel, people.directory, desk.clock.now);
  await people.changed();
  return synced;
}
const directory = () => desk.desk.turn.people.directory;
async function imported(id: string, fields: Parameters<typeof putPerson>[2]) {
  const { db, people } = desk.desk.turn;
  await db
    .transaction()
    .execute((trx) => putPerson(trx, id, fields, { source: 'import', now: desk.clock.now }));
  await people.changed();
}

test('everybody with a name comes in once, with their account; the second time nothing changes', async () => {
  expect(await sync()).toEqual({ added: 2, changed: 0, retired: 0, skipped: 1 });
  expect(directory().personOf('feishu', 'ou_1')).toMatchObject({ name: '张三', mobile: '13800138000' });
  expect(await sync()).toEqual({ added: 0, changed: 0, retired: 0, skipped: 1 });
});

test('whoever the table has already is the same person, by staff number or by mobile; the table stands', async () => {
  await imported('001', { name: '张三', department: '审计处', mobile: '138 0013 8000', vip: true });
  await imported('002', { name: '李四' });
  expect(await sync()).toMatchObject({ added: 0 });
  expect(
    directory()
      .all()
      .map(({ id }) => id),
  ).toEqual(['001', '002']);
  expect(directory().personOf('feishu', 'ou_1')).toMatchObject({
    id: '001',
    department: '审计处',
    vip: true,
  });
  expect(directory().personOf('feishu', 'ou_2')).toMatchObject({ id: '002', room: '305' });
});

test('who changed is changed, who is gone leaves', async () => {
  await sync();
  listed = [{ id: 'ou_1', name: '张三', department: '办公室' }];
  expect(await sync()).toEqual({ added: 0, changed: 1, retired: 1, skipped: 0 });
  expect(directory().personOf('feishu', 'ou_1')).toMatchObject({ department: '办公室' });
  expect(directory().personOf('feishu', 'ou_2')).toBeNull();
});

test('half a list changes nothing; an empty one sends nobody away', async () => {
  await sync();
  listed = [{ id: 'ou_1', name: '王五' }];
  breaksOff = true;
  await expect(sync()).rejects.toThrow('503');
  expect(directory().personOf('feishu', 'ou_1')?.name).toBe('张三');
  breaksOff = false;
  listed = [];
  expect(await sync()).toMatchObject({ retired: 0 });
});

test('whoever had only named themselves is who the organisation says', async () => {
  const { db } = desk.desk.turn;
  await db
    .transaction()
    .execute((trx) => putPerson(trx, 'self-1', { name: 'nick' }, { source: 'self', now: desk.clock.now }));
  await db
    .insertInto('person_account')
    .values({
      channel: 'feishu',
      account: 'ou_1',
      person: 'self-1',
      joined_by: 'code',
      joined_at: new Date(0),
    })
    .execute();
  await desk.desk.turn.people.changed();
  await sync();
  expect(directory().personOf('feishu', 'ou_1')?.name).toBe('张三');
});
