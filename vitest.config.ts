import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
    globals: false,
    // Every processor works; by default one is left idle, which on two is half the machine.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    setupFiles: ['scripts/test/same-dice.ts'],
    globalSetup: ['packages/cli/test/build.ts'],
  },
});
