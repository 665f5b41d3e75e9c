import { createRequire } from 'node:module';
import { inProject } from './paths.mjs';

/** What a module in TypeScript exports, bundled in memory; for scripts that need the code of a package. */
export async function load(path) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({ entryPoints: [inProject(path)], write: false, bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'silent' });
  const loaded = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(loaded, loaded.exports, createRequire(inProject('package.json')));
  return loaded.exports;
}
