import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)![1]!;

it('the README shows what the command really prints', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casus-readme-'));
  try {
    writeFileSync(join(folder, 'pact.casus'), block('casus'));
    const { stdout, status } = spawnSync(process.execPath, [join(root, 'packages/cli/bin/casus.js'), 'check', 'pact.casus'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', COLUMNS: '100' },
    });
    expect(`$ npx casus check pact.casus\n${stdout}`).toBe(block('text'));
    expect(status).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
