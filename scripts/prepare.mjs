/** Makes the project ready to run: installs and builds what is missing or out of date. Silent unless it fails. */
import { installIfNeeded } from './lib/install.mjs';
import { generateIfNeeded } from './lib/generate.mjs';

/** Installs if needed, generates the parser if needed, bundles if needed. Throws with what to tell the user. */
export async function prepare() {
  installIfNeeded();
  const wrong = generateIfNeeded();
  if (wrong !== undefined) throw new Error(`the grammar does not generate:\n${wrong}`);
  // Only now: it needs a package that the install brings.
  const { bundleIfNeeded } = await import('./lib/bundle.mjs');
  await bundleIfNeeded();
}

/** Runs a script's main function; a failure is told in its own words, without a stack. */
export async function told(main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

if (process.argv[1] && import.meta.url.endsWith('/scripts/prepare.mjs') && process.argv[1].endsWith('prepare.mjs')) await told(prepare);
