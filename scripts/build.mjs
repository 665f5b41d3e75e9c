/** Builds the command from scratch: the parser from the grammar, then one bundle. */
import { installIfNeeded } from './lib/install.mjs';
import { generate } from './lib/generate.mjs';
import { told } from './prepare.mjs';

await told(async () => {
  installIfNeeded();
  const wrong = generate();
  if (wrong !== undefined) throw new Error(`the grammar does not generate:\n${wrong}`);
  const { bundle } = await import('./lib/bundle.mjs');
  await bundle();
});
