import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { casus, folder, ROOT } from './command.js';

const page = readFileSync(join(ROOT, 'docs/agreement.md'), 'utf8');
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)![1]!;

it('casus agree prints what its page shows', () => {
  const { code, stdout, stderr } = casus(['agree', 'talks.casus'], folder({ 'talks.casus': block('casus') }), { COLUMNS: '100' });
  expect(stderr).toBe('');
  expect(`$ npx casus agree talks.casus\n${stdout}`).toBe(block('text'));
  expect(code).toBe(0);
});
