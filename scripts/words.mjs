/** `npm run words`: writes docs/words.md from the table beside the grammar. */
import { writeFileSync } from 'node:fs';
import { generateIfNeeded } from './lib/generate.mjs';
import { load } from './lib/load.mjs';
import { inProject } from './lib/paths.mjs';
import { told } from './prepare.mjs';

await told(async () => {
  const wrong = generateIfNeeded();
  if (wrong !== undefined) throw new Error(`the grammar does not generate:\n${wrong}`);
  const { wordsPage } = await load('packages/language/src/index.ts');
  writeFileSync(inProject('docs/words.md'), wordsPage());
});
