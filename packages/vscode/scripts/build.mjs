/** `npm run build -w vscode`: everything that the extension is made of, in `dist`, `library` and `docs`. No network. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { PROTOCOL, bundled } from '../../../scripts/lib/bundle.mjs';
import { inProject } from '../../../scripts/lib/paths.mjs';
import { told } from '../../../scripts/prepare.mjs';
import { requireGrammar } from './grammar.mjs';

const inExtension = (...parts) => inProject('packages/vscode', ...parts);

/** Bundles for Node: the extension and the server. `vscode` is what the editor itself provides. */
const NODE = [
  ['packages/vscode/src/extension.ts', 'extension.cjs'],
  ['packages/server/src/main.ts', 'server.cjs'],
];

/** Bundles for editors that run in a browser. Nothing of Node is there: a module that needs it does not build. */
const WEB = [
  ['packages/vscode/src/extension-web.ts', 'extension-web.js', 'cjs'],
  ['packages/server/src/browser.ts', 'server-web.js', 'iife'],
];

/** Builds the extension. */
export async function buildExtension() {
  await requireGrammar();
  for (const folder of ['dist', 'library', 'docs']) rmSync(inExtension(folder), { recursive: true, force: true });
  mkdirSync(inExtension('dist'), { recursive: true });
  for (const [entry, name] of NODE) writeFileSync(inExtension('dist', name), await bundled(entry, { ...PROTOCOL, external: ['vscode'] }));
  for (const [entry, name, format] of WEB) {
    await build({ entryPoints: [inProject(entry)], outfile: inExtension('dist', name), bundle: true, platform: 'browser', format, target: 'es2022', minify: true, legalComments: 'none', external: ['vscode'], logLevel: 'silent' });
  }
  cpSync(inProject('library'), inExtension('library'), { recursive: true });
  // The pages of the findings link to the rest of the manual.
  cpSync(inProject('docs'), inExtension('docs'), { recursive: true });
}

if (process.argv[1]?.endsWith('build.mjs')) await told(buildExtension);
