/** A process that reads one message: prints how long that took from its start, and what memory the understanding holds. */
const MB = 2 ** 20;
const held = (): number => {
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
};

const before = held();
const { understand } = await import('../eval/readings.ts');
understand('三楼302打印机卡纸了，下午两点前要用，急', { now: Date.parse('2026-11-18T09:00:00+08:00') });
const startMs = Math.round(performance.now());
const memoryMb = Math.round((held() - before) / MB);
process.stdout.write(JSON.stringify({ startMs, memoryMb }));
