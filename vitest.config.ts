import { configDefaults, defineConfig } from 'vitest/config';

// Run `npm run build` first (npm test does): worker threads and the command line are tested from dist/.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A thousand experiments, and a hundred searches: `npm run verify:coverage` and `verify:size`.
    exclude: [
      ...configDefaults.exclude,
      ...(process.env.D2A_VERIFY === 'full' ? [] : ['test/verification/coverage.test.ts', 'test/verification/size.test.ts']),
    ],
    // Whole simulations run in child processes; the slowest on a busy two-core machine take some seconds.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Each test file may start worker threads of its own.
    maxWorkers: 2,
    maxConcurrency: 2,
  },
});
