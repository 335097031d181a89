import { expect, test } from 'vitest';
import { fromCursor, pageOf, toCursor } from '../../../server/paging.ts';

const rows = (...ids: number[]) => ids.map((id) => ({ id }));

test('a page that is not the last one names where the next begins', () => {
  const page = pageOf(rows(9, 8, 7), 2, ({ id }) => id);
  expect(page.items).toEqual([9, 8]);
  expect(fromCursor(page.nextCursor ?? '')).toBe(8);
});

test('the last page names none', () => {
  expect(pageOf(rows(9, 8), 2, ({ id }) => id).nextCursor).toBeNull();
  expect(pageOf(rows(), 2, ({ id }) => id)).toEqual({ items: [], nextCursor: null });
});

test('a cursor that is none of ours is known', () => {
  const foreign = [
    '',
    'abc',
    '12',
    Buffer.from('before:x').toString('base64url'),
    `${toCursor(5)}=`,
    ` ${toCursor(5)}`,
  ];
  for (const cursor of foreign) expect(fromCursor(cursor), cursor).toBeNull();
});
