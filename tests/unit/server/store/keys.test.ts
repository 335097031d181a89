import { expect, test } from 'vitest';
import { addressKey, conversationKey } from '../../../../server/store/keys.ts';

test('ids are never glued together: parts that look alike joined stay apart', () => {
  const one = conversationKey({ channel: 'web', chat: 'a","b', kind: 'private' }, 'c');
  const other = conversationKey({ channel: 'web', chat: 'a', kind: 'private' }, 'b","c');
  expect(one).not.toBe(other);
});

test('everybody in a group has a conversation of their own, at one address', () => {
  const group = { channel: 'push', chat: 'g', kind: 'group' as const };
  expect(conversationKey(group, 'a')).not.toBe(conversationKey(group, 'b'));
  expect(addressKey(group)).toBe(addressKey({ ...group }));
});

test('a topic of a group is an address of its own', () => {
  const group = { channel: 'telegram', chat: 'g', kind: 'group' as const };
  expect(addressKey({ ...group, topic: '7' })).not.toBe(addressKey(group));
});

test('a private chat and a group of one id are not the same', () => {
  const chat = { channel: 'push', chat: '1' };
  expect(addressKey({ ...chat, kind: 'group' })).not.toBe(addressKey({ ...chat, kind: 'private' }));
});
