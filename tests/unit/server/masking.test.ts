import { expect, test } from 'vitest';
import { masked } from '../../../server/masking.ts';

test('every text in a value is masked; its keys, numbers and shape stay', () => {
  const value = {
    title: '密码是Abc12345',
    list: ['密码：Xyz98765', 7, null],
    inner: { ok: true, text: '无' },
  };
  const result = masked(value);
  expect(JSON.stringify(result)).not.toMatch(/Abc12345|Xyz98765/);
  expect(result).toMatchObject({ list: [expect.any(String), 7, null], inner: { ok: true, text: '无' } });
});

test('what a database cannot store is taken out', () => {
  expect(masked('a\u0000b')).toBe('ab');
  expect(masked('a\ud800b')).toBe('a\ufffdb');
});
