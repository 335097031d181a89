import { expect, test } from 'vitest';
import { tokenBuckets } from '../../../server/limits.ts';

function limiter(perMinute: number) {
  const clock = { now: 0 };
  const buckets = tokenBuckets({ perMinute, now: () => clock.now });
  return { clock, take: (key = 'a') => buckets.take(key) };
}

test('half a minute’s worth at once, then refused with the seconds to wait', () => {
  const { take } = limiter(60);
  for (let i = 0; i < 30; i += 1) expect(take()).toEqual({ ok: true });
  expect(take()).toEqual({ ok: false, retryAfterS: 1 });
});

test('it fills up evenly, and never beyond what it holds', () => {
  const { take, clock } = limiter(6);
  for (let i = 0; i < 3; i += 1) take();
  expect(take()).toEqual({ ok: false, retryAfterS: 10 });
  clock.now += 10_000;
  expect([take().ok, take().ok]).toEqual([true, false]);
  clock.now += 600_000;
  expect(Array.from({ length: 5 }, () => take().ok)).toEqual([true, true, true, false, false]);
});

test('one key’s excess is not another’s', () => {
  const { take } = limiter(2);
  take('a');
  expect([take('a').ok, take('b').ok]).toEqual([false, true]);
});

test('even the smallest limit lets one through', () => {
  const { take, clock } = limiter(1);
  expect([take().ok, take().ok]).toEqual([true, false]);
  clock.now += 60_000;
  expect(take().ok).toBe(true);
});

test('a clock that goes back takes nothing away', () => {
  const { take, clock } = limiter(4);
  take();
  clock.now -= 60_000;
  expect(take().ok).toBe(true);
});

test('keys that come once are forgotten, a key in excess is not', () => {
  const { take, clock } = limiter(4);
  take('busy');
  take('busy');
  for (let i = 0; i < 30_000; i += 1) take(`once ${i}`);
  expect(take('busy').ok).toBe(false);
  clock.now += 60_000;
  expect(take('busy').ok).toBe(true);
});
