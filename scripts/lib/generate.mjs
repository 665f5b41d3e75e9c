import { spawnSync } from 'node:child_process';
import { ROOT, changedAt, inProject } from './paths.mjs';

const GENERATED = ['ast.ts', 'grammar.ts', 'module.ts'].map((name) => inProject('packages/language/src/generated', name));
const FROM = ['packages/language/src/casus.langium', 'packages/language/langium-config.json'].map((name) => inProject(name));

/** Makes the parser's tables from the grammar, unless they are newer than it. Returns what went wrong, if anything did. */
export function generateIfNeeded() {
  const newest = Math.max(...FROM.map(changedAt));
  const oldest = Math.min(...GENERATED.map(changedAt));
  return oldest > 0 && oldest >= newest ? undefined : generate();
}

/** Makes the parser's tables from the grammar. Returns what went wrong, if anything did. */
export function generate() {
  const args = [
    'node_modules/langium-cli/bin/langium.js',
    'generate', '--file', 'packages/language/langium-config.json',
  ];
  const done = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return done.status === 0 ? undefined : `${done.stdout}${done.stderr}`;
}
