import { expect, test } from 'vitest';
import { en } from '../../../server/console/src/texts/en.ts';
import { zh } from '../../../server/console/src/texts/zh.ts';

/** Every leaf of the texts by its path, functions by the number of things they take. */
function leaves(value: object, path = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = path ? `${path}.${key}` : key;
    if (typeof inner === 'function') return [[here, `takes ${inner.length}`] as [string, string]];
    if (Array.isArray(inner)) return [[here, `list of ${inner.length}`] as [string, string]];
    return typeof inner === 'string' ? [[here, 'text'] as [string, string]] : leaves(inner, here);
  });
}

test('both languages say the same things', () => {
  expect(leaves(en)).toEqual(leaves(zh));
});

test('English has no Chinese left in it, but for the name of the other language', () => {
  const { otherLanguage, ...rest } = en;
  expect(JSON.stringify(rest)).not.toMatch(/\p{Script=Han}/u);
  expect(otherLanguage).toBe('中文');
});

test('no text is empty', () => {
  expect(JSON.stringify([zh, en])).not.toContain('""');
});
