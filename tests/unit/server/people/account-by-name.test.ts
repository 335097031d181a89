import { expect, test } from 'vitest';
import { accountByName } from '../../../../server/people/account-by-name.ts';
import type { Directory } from '../../../../server/people/directory.ts';

const person = (id: string, name: string) => ({ id, name, vip: false });
const accounts = { p1: [{ channel: 'feishu', account: 'ou_li', person: 'p1' }] } as Record<string, object[]>;
const directory = {
  all: () => [person('p1', '李明'), person('p2', '王芳'), person('p3', '张伟'), person('p4', '张伟')],
  accountsOf: (id: string) => accounts[id] ?? [],
} as unknown as Directory;
const accountOf = accountByName(directory);

test('a colleague is found by name where they have an account', () => {
  expect(accountOf('李明', 'feishu')).toBe('ou_li');
  expect(accountOf('服务经理 李明', 'feishu')).toBe('ou_li');
  expect(accountOf('李明', 'telegram')).toBeNull();
  expect(accountOf('王芳', 'feishu')).toBeNull();
});

test('nobody is called in the place of a namesake, or of one whom the directory does not know', () => {
  expect(accountOf('张伟', 'feishu')).toBeNull();
  expect(accountOf('桌面组', 'feishu')).toBeNull();
});
