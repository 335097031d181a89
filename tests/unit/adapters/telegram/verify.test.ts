import { expect, it } from 'vitest';
import { isGenuine, SECRET_HEADER } from '../../../../adapters/telegram/verify.ts';

it.each([
  ['the secret', { [SECRET_HEADER]: 's3cret' }, 's3cret', true],
  ['another', { [SECRET_HEADER]: 's3cre' }, 's3cret', false],
  ['an empty one', { [SECRET_HEADER]: '' }, 's3cret', false],
  ['none', {}, 's3cret', false],
  ['one that came twice', { [SECRET_HEADER]: undefined }, 's3cret', false],
  ['anything, where the desk has none', { [SECRET_HEADER]: 'x' }, null, false],
  ['nothing, where the desk has none', {}, null, false],
  ['an empty one, where the desk has an empty one', { [SECRET_HEADER]: '' }, '', false],
])('%s', (_name, headers, secret, genuine) => {
  expect(isGenuine(headers, secret)).toBe(genuine);
});
