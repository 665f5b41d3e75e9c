import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
    globals: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    setupFiles: ['scripts/test/same-dice.ts'],
    globalSetup: ['packages/cli/test/build.ts'],
  },
});
