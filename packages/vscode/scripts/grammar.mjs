/** `npm run grammar -w vscode`: writes the TextMate grammar from the grammar of the language. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generateIfNeeded } from '../../../scripts/lib/generate.mjs';
import { load } from '../../../scripts/lib/load.mjs';
import { inProject } from '../../../scripts/lib/paths.mjs';
import { told } from '../../../scripts/prepare.mjs';

const FILE = inProject('packages/vscode/syntaxes/casus.tmLanguage.json');

async function current() {
  const wrong = generateIfNeeded();
  if (wrong !== undefined) throw new Error(`the grammar does not generate:\n${wrong}`);
  return (await load('packages/vscode/src/textmate.ts')).grammarText();
}

/** Refuses a TextMate grammar that is older than the grammar of the language. */
export async function requireGrammar() {
  if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== (await current())) throw new Error('the TextMate grammar is out of date; run `npm run grammar -w vscode`');
}

async function write() {
  const text = await current();
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, text);
}

if (process.argv[1]?.endsWith('grammar.mjs')) await told(write);
