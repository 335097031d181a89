import { defineConfig } from 'vitest/config';

/** Whole servers that are killed and cut off: real processes and real seconds, so one file at a time. */
export default defineConfig({
  test: {
    include: ['tests/chaos/**/*.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
  },
});
