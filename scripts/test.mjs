/** The whole test: parser, types, lint, unit and end-to-end tests. All run, whatever fails; the last line counts. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIfNeeded } from './lib/generate.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { ROOT, inProject } from './lib/paths.mjs';

const bin = (path) => inProject('node_modules', ...path.split('/'));
const tools = {
  types: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'],
  lint: [bin('eslint/bin/eslint.js'), '.'],
  tests: [bin('vitest/vitest.mjs'), 'run', '--reporter=json'],
};

const totals = { passed: 0, failed: 0 };

function line(name, passed, failed, since, output) {
  totals.passed += passed;
  totals.failed += failed;
  const seconds = ((Date.now() - since) / 1000).toFixed(1);
  const count = passed + failed > 1 ? `, ${passed} passed${failed ? `, ${failed} failed` : ''}` : '';
  process.stdout.write(`${failed ? 'FAILED' : 'ok    '}  ${name} (${seconds} s${count})\n`);
  if (failed && output.trim()) process.stdout.write(`${output.trimEnd()}\n`);
}

function node(args) {
  const done = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });
  return { ok: done.status === 0, output: `${done.stdout ?? ''}${done.stderr ?? ''}` };
}

function single(name, args) {
  const since = Date.now();
  const { ok, output } = node(args);
  line(name, ok ? 1 : 0, ok ? 0 : 1, since, output);
}

/** The unit tests. A file that cannot be loaded has no tests, and counts as one that failed. */
function unit() {
  const since = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'casus-test-'));
  try {
    const file = join(folder, 'results.json');
    const { ok, output } = node([...tools.tests, `--outputFile=${file}`]);
    const results = read(file);
    if (!results) return line('tests', 0, 1, since, output);
    const broken = results.testResults.filter((suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'));
    const failed = results.numFailedTests + broken.length;
    // vitest may also fail for something outside any test (an unhandled rejection).
    line('tests', results.numPassedTests, failed || (ok ? 0 : 1), since, `${failures(results)}${failed ? '' : output}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The lines of a failure without the runner's own part of the stack. */
const ours = (messages) => messages.flatMap((message) => message.split('\n')).filter((each) => !/^\s+at .*(node_modules|node:internal|new Promise)/.test(each));

function failures(results) {
  return results.testResults
    .filter((suite) => suite.status === 'failed')
    .map((suite) => {
      const tests = suite.assertionResults.filter((test) => test.status === 'failed');
      const told = tests.map((test) => `  ${test.fullName}\n    ${ours(test.failureMessages).join('\n    ')}`);
      return `${suite.name}\n${[suite.message, ...told].filter(Boolean).join('\n')}`;
    })
    .join('\n');
}

try {
  installIfNeeded();
} catch (error) {
  process.stdout.write(`${error.message}\n0 passed, 1 failed\n`);
  process.exit(1);
}
const wrong = generateIfNeeded();
if (wrong !== undefined) line('parser', 0, 1, Date.now(), wrong);
single('types', tools.types);
single('lint', tools.lint);
unit();
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
process.exitCode = totals.failed ? 1 : 0;
