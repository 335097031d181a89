import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPace } from '../../../bot/pace.ts';

test('never more than the rate in any second, and none is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(400), { minLength: 1, maxLength: 40 }), async (gaps) => {
      let now = 0;
      const made: number[] = [];
      const pace = createPace({
        now: () => now,
        sleep: async (ms) => {
          made.push(now + ms);
        },
      });
      const asked: number[] = [];
      for (const gap of gaps) {
        now += gap;
        const before = made.length;
        await pace.turn('chat', { everyMs: 210, burst: 1 });
        asked.push(made.length > before ? (made.at(-1) ?? 0) : now);
      }
      for (const at of asked)
        expect(asked.filter((one) => one >= at && one < at + 1000).length).toBeLessThanOrEqual(5);
    }),
  );
});

test('after a rest several calls of an app may be made at once', async () => {
  const waits: number[] = [];
  const pace = createPace({
    now: () => 0,
    sleep: async (ms) => {
      waits.push(ms);
    },
  });
  for (let n = 0; n < 32; n += 1) await pace.turn('api', { everyMs: 62, burst: 30 });
  expect(waits).toEqual([62, 124]);
});
