import { expect, test } from 'vitest';
import type { Channel } from '../../../../bot/channel.ts';
import type { Update } from '../../../../bot/types.ts';
import { withChannelPerson } from '../../../../server/turn/channel-person.ts';
import { playedChannel } from '../../../support/push-channel.ts';

const update: Update = {
  kind: 'utterance',
  updateId: 'u1',
  at: '2026-11-18T09:00:00+08:00',
  address: { channel: 'push', chat: 'c1', kind: 'private' },
  sender: { id: 'p1' },
  text: '打印机坏了',
};

const channels = (findPerson?: Channel['findPerson']) =>
  new Map([['push', { ...playedChannel(), ...(findPerson ? { findPerson } : {}) }]]);

test('who writes is known as the channel knows them, and by the mobile that it vouches for', async () => {
  const known = await withChannelPerson(
    channels(async (id) => ({ id, name: '张三', department: '财务科', phone: '13800000000' })),
    update,
  );
  expect(known.sender).toEqual({
    id: 'p1',
    name: '张三',
    department: '财务科',
    phone: '13800000000',
    mobile: '13800000000',
  });
});

test('a name that came with the message is not asked for', async () => {
  const named = { ...update, sender: { id: 'p1', name: '李四' } };
  const asked = channels(async () => {
    throw new Error('asked');
  });
  expect(await withChannelPerson(asked, named)).toBe(named);
});

test('a directory that knows nobody, fails or is not there leaves the update as it is', async () => {
  for (const one of [undefined, async () => null, async () => Promise.reject(new Error('away'))])
    expect(await withChannelPerson(channels(one), update)).toBe(update);
});
