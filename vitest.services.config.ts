import { defineConfig } from 'vitest/config';

/** What only shows with a real service beside the desk: Redis at TEST_REDIS_URL. `npm run test:services` */
export default defineConfig({
  test: {
    include: ['tests/services/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 1,
  },
});
