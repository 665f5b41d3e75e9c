/** `npm run grammar -w vscode`: writes the TextMate grammar from the grammar of the language. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { generateIfNeeded } from '../../../scripts/lib/generate.mjs';
import { load } from '../../../scripts/lib/load.mjs';
import { inProject } from '../../../scripts/lib/paths.mjs';
import { told } from '../../../scripts/prepare.mjs';

/** Writes `syntaxes/casus.tmLanguage.json`. */
export async function writeGrammar() {
  const wrong = generateIfNeeded();
  if (wrong !== undefined) throw new Error(`the grammar does not generate:\n${wrong}`);
  const { grammarText } = await load('packages/vscode/src/textmate.ts');
  mkdirSync(inProject('packages/vscode/syntaxes'), { recursive: true });
  writeFileSync(inProject('packages/vscode/syntaxes/casus.tmLanguage.json'), grammarText());
}

if (process.argv[1]?.endsWith('grammar.mjs')) await told(writeGrammar);
