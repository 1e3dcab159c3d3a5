import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Every core: of two, vitest would leave one to itself, and it has little to do.
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: '100%' },
});
