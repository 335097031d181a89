import { describe, expect, test } from 'vitest';
import { ROLES } from '../../../../server/config.ts';
import { authenticate, mayAct, tokenTable } from '../../../../server/http/auth.ts';
import { canonical } from '../../../../server/http/run-once.ts';

const table = tokenTable([
  { role: 'viewer', token: 'first-token-0123456' },
  { role: 'viewer', token: 'second-token-012345' },
  { role: 'admin', token: 'third-token-0123456' },
]);

describe('authenticate', () => {
  test('finds the token’s role; two tokens of one role are two callers', () => {
    const [first, second, third] = ['first-token-0123456', 'second-token-012345', 'third-token-0123456'].map(
      (token) => authenticate(`Bearer ${token}`, table),
    );
    expect([first?.role, second?.role, third?.role]).toEqual(['viewer', 'viewer', 'admin']);
    expect(new Set([first?.id, second?.id, third?.id]).size).toBe(3);
  });

  test('gives nothing of a token away in its id', () => {
    for (const { id } of table) expect(id).toMatch(/^token:[0-9a-f]{16}$/);
  });

  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'first-token-0123456',
    'Bearer first-token-012345',
    'Bearer\tfirst-token-0123456',
  ])('%j is nobody', (header) => {
    expect(authenticate(header, table)).toBeNull();
  });

  test('without tokens there is nobody', () => {
    expect(authenticate('Bearer first-token-0123456', [])).toBeNull();
  });
});

test('what each role may do', () => {
  const table = Object.fromEntries(
    ROLES.map((role) => [role, ROLES.filter((needed) => mayAct(role, needed))]),
  );
  expect(table).toEqual({
    chat: ['chat'],
    viewer: ['viewer'],
    dispatcher: ['viewer', 'dispatcher'],
    admin: ['chat', 'viewer', 'dispatcher', 'admin'],
  });
});

describe('canonical', () => {
  test('the order of keys does not matter, at any depth; that of a list does', () => {
    expect(canonical({ b: 1, a: { d: [1, 2], c: null } })).toBe(
      canonical({ a: { c: null, d: [1, 2] }, b: 1 }),
    );
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
  });

  test('absent is absent, and kinds of values stay apart', () => {
    expect(canonical({ a: undefined })).toBe(canonical({}));
    const values = [null, 'null', 0, '0', false, '', [], {}, [''], { '': '' }];
    expect(new Set(values.map(canonical)).size).toBe(values.length);
  });
});
