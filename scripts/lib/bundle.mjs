import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ROOT, changedAt, filesBelow, inProject } from './paths.mjs';

const BUNDLE = inProject('packages/cli/dist/main.cjs');
/** The language server is a file of its own, which `casus check` never reads. */
const SERVER = inProject('packages/cli/dist/language-server.cjs');
/** So are the workers in which the agreement engine and that of power run. */
const WORKERS = [
  { file: inProject('packages/cli/dist/agreement-worker.cjs'), entry: 'packages/cli/src/agreement/worker.ts' },
  { file: inProject('packages/cli/dist/power-worker.cjs'), entry: 'packages/cli/src/power/worker.ts' },
];

/** Bundles the command, unless the bundle is newer than everything that it is made of. */
export async function bundleIfNeeded() {
  const built = Math.min(changedAt(BUNDLE), changedAt(SERVER), ...WORKERS.map(({ file }) => changedAt(file)));
  if (built === 0 || sources().some((path) => changedAt(path) > built)) await bundle();
}

/** Bundles the command into one file, so that a cold start reads one file. The old bundle stays until the new one is whole. */
export async function bundle() {
  const text = await bundled('packages/cli/src/main.ts');
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  replace(SERVER, await bundled('packages/server/src/main.ts', PROTOCOL));
  for (const { file, entry } of WORKERS) replace(file, await bundled(entry));
  replace(BUNDLE, `//${digest}\n${text}`);
  for (const old of filesBelow(dirname(BUNDLE), (name) => name.endsWith('.cache') && !name.includes(digest))) rmSync(old, { force: true });
  warm();
}

/** For what speaks the Language Server Protocol: of its packages the modules for bundlers, since the others are wrapped in a way that hides what they need. */
export const PROTOCOL = { mainFields: ['module', 'main'] };

/** A program with all that it needs as one text that Node runs. `options`: those of esbuild besides. */
export async function bundled(entry, options = {}) {
  const { build } = await import('esbuild');
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const { outputFiles } = await build({
    entryPoints: [inProject(entry)],
    write: false,
    bundle: true,
    platform: 'node',
    // A function around everything runs faster than a module of this size.
    format: 'cjs',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
    define: { CASUS_VERSION: JSON.stringify(version), 'import.meta.url': '__url' },
    banner: { js: "const __url=require('node:url').pathToFileURL(__filename).href;" },
    ...options,
  });
  return outputFiles[0].text;
}

/** Writes a file whole or not at all. */
function replace(path, text) {
  const next = `${path}.${process.pid}.tmp`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(next, text);
  renameSync(next, path);
}

/** Runs the command once on a case that uses most of it, so that the next runs need not compile it. A failure costs only the speed. */
function warm() {
  const example = inProject('cases/ukraine-2025');
  const args = existsSync(example) ? ['check', example] : ['help'];
  spawnSync(process.execPath, [inProject('scripts/lib/warm.cjs'), ...args], { cwd: ROOT, stdio: 'ignore' });
}

/** Everything that the bundle is made of. */
function sources() {
  const packages = filesBelow(inProject('packages'), (name) => name.endsWith('.ts') || name === 'package.json').filter((path) => {
    const inPackage = path.slice(inProject('packages').length).replaceAll('\\', '/');
    return !inPackage.includes('/node_modules/') && (inPackage.includes('/src/') || inPackage.endsWith('/package.json'));
  });
  return [...packages, inProject('package.json'), inProject('package-lock.json'), inProject('scripts/lib/bundle.mjs')];
}
