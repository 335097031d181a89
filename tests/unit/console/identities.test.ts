import { describe, expect, test } from 'vitest';
import {
  areIdentities,
  currentIdentity,
  firstIdentities,
  renamed,
  SAMPLES,
  withAnother,
} from '../../../server/console/src/chat/identities.ts';

describe('who one speaks as', () => {
  test('at first is 张三 of 财务科, without a phone', () => {
    expect(currentIdentity(firstIdentities('a'))).toEqual({ id: 'a', name: '张三', department: '财务科' });
  });

  test('changing the name keeps the id, and with it the talk', () => {
    const list = renamed(firstIdentities('a'), { name: ' 李四 ', department: '', phone: '8012' });
    expect(currentIdentity(list)).toEqual({ id: 'a', name: '李四', phone: '8012' });
    expect(list.known).toHaveLength(1);
  });

  test('somebody else comes under a new id, and the first stays known', () => {
    const list = withAnother(firstIdentities('a'), 'b');
    expect(currentIdentity(list)).toEqual({ id: 'b', ...SAMPLES[1] });
    expect(list.known.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('when all samples are used, the next one has no name yet', () => {
    let list = firstIdentities('0');
    for (let index = 1; index <= SAMPLES.length; index += 1) list = withAnother(list, String(index));
    expect(currentIdentity(list)).toEqual({ id: String(SAMPLES.length) });
  });
});

test.each([
  null,
  'x',
  {},
  { current: '', known: [] },
  { current: 'a', known: [{}] },
  { current: 'a', known: [null] },
])('what was stored as %j is not believed', (value) => {
  expect(areIdentities(value)).toBe(false);
});

test('what was kept is read back', () => {
  expect(areIdentities(JSON.parse(JSON.stringify(firstIdentities('a'))))).toBe(true);
});
