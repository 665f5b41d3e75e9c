import { readFileSync, renameSync, rmSync } from 'node:fs';
import { changedAt, filesBelow, inProject } from './paths.mjs';

const BUNDLE = inProject('packages/cli/dist/main.js');

/** Bundles the command, unless the bundle is newer than everything that it is made of. */
export async function bundleIfNeeded() {
  const built = changedAt(BUNDLE);
  if (built === 0 || sources().some((path) => changedAt(path) > built)) await bundle();
}

/** Bundles the command into one file, so that a cold start reads one file. The old bundle stays until the new one is whole. */
export async function bundle() {
  const { build } = await import('esbuild');
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const next = `${BUNDLE}.${process.pid}.tmp`;
  try {
    await build({
      entryPoints: [inProject('packages/cli/src/main.ts')],
      outfile: next,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      minify: true,
      // Class names reach the user in no message, but the parser's rules are told apart by theirs.
      keepNames: false,
      legalComments: 'none',
      logLevel: 'silent',
      define: { CASUS_VERSION: JSON.stringify(version) },
      banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    });
    renameSync(next, BUNDLE);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
}

/** Everything that the bundle is made of. */
function sources() {
  const packages = filesBelow(inProject('packages'), (name) => name.endsWith('.ts') || name === 'package.json').filter((path) => {
    const inPackage = path.slice(inProject('packages').length).replaceAll('\\', '/');
    return !inPackage.includes('/node_modules/') && (inPackage.includes('/src/') || inPackage.endsWith('/package.json'));
  });
  return [...packages, inProject('package.json'), inProject('package-lock.json'), inProject('scripts/lib/bundle.mjs')];
}
