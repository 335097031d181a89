import { expect, it } from 'vitest';
import { createChats } from '../../../../adapters/telegram/chats.ts';

it('a group is known by its number, or by the name under which it is configured, in whatever letters', () => {
  const chats = createChats(['@ops_group', '-1001']);
  expect(chats.nameOf({ id: -1001 })).toBe('-1001');
  expect(chats.nameOf({ id: -77, username: 'Ops_Group' })).toBe('@ops_group');
  expect(chats.nameOf({ id: -78, username: 'another' })).toBe('-78');
  expect(chats.targetOf('@ops_group')).toBe('@ops_group');
});

it('a group that moved keeps the name that the desk has for it', () => {
  const chats = createChats(['-77']);
  chats.moved('-77', '-10077');
  expect(chats.targetOf('-77')).toBe('-10077');
  expect(chats.nameOf({ id: -10077 })).toBe('-77');
});
