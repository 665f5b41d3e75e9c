#!/usr/bin/env node
// The launcher: it holds nothing but the way to the bundle, so that a cold start compiles as little as possible.
import module from 'node:module';

module.enableCompileCache?.();
try {
  await import('../dist/main.js');
} catch (error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write('casus is not built yet: run `npm run build` in its folder (`npm start` does so by itself)\n');
  process.exitCode = 2;
}
