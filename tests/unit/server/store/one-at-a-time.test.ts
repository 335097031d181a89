import { expect, test } from 'vitest';
import { createLine } from '../../../../server/store/driver/one-at-a-time.ts';

/** Enters in the order given; those of `front` before the others. Gives the order in which they had it. */
async function passed(names: readonly string[]): Promise<string[]> {
  const line = createLine();
  const had: string[] = [];
  const leave = await line.enter(false);
  const all = names.map(async (name) => {
    const done = await line.enter(name.startsWith('front'));
    had.push(name);
    // Whoever has it asks the database, which takes a while.
    await new Promise(setImmediate);
    done();
  });
  leave();
  await Promise.all(all);
  return had;
}

test('one at a time, in the order in which they came', async () => {
  expect(await passed(['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
});

test('who is in front goes before others that came earlier', async () => {
  expect(await passed(['a', 'b', 'front1', 'front2'])).toEqual(['front1', 'front2', 'a', 'b']);
});

test('however many are in front, the others get their turn', async () => {
  const front = Array.from({ length: 40 }, (_, n) => `front${n}`);
  const had = await passed(['a', 'b', ...front]);
  expect(had.indexOf('a')).toBe(16);
  expect(had.indexOf('b')).toBe(33);
});
