import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSerial } from '../../server/queue/serial.ts';

const tasks = fc.array(
  fc.record({ key: fc.constantFrom('a', 'b', 'c'), ticks: fc.nat(4), fails: fc.boolean() }),
  { maxLength: 20 },
);

test('whatever tasks come, those of one key run whole, in order, and each caller hears of its own end', async () => {
  await fc.assert(
    fc.asyncProperty(tasks, async (given) => {
      const { run } = createSerial();
      const log: Record<string, string[]> = { a: [], b: [], c: [] };
      const ends = given.map(({ key, ticks, fails }, at) =>
        run(key, async () => {
          log[key]?.push(`begin ${at}`);
          for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
          log[key]?.push(`end ${at}`);
          if (fails) throw new Error(`${at}`);
          return at;
        }),
      );
      const results = await Promise.allSettled(ends);
      expect(results.map((result) => result.status === 'fulfilled')).toEqual(
        given.map((task) => !task.fails),
      );
      for (const key of ['a', 'b', 'c']) {
        const own = given.flatMap((task, at) => (task.key === key ? [`begin ${at}`, `end ${at}`] : []));
        expect(log[key]).toEqual(own);
      }
    }),
  );
});
