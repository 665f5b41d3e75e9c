/** Runs the built command, as a user does. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, inject } from 'vitest';

/** The root of the project. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** The command, built. */
export const BIN = join(ROOT, 'packages', 'cli', 'bin', 'casus.js');

/** What a run left behind. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `casus` with arguments in a folder, without a terminal. */
export function casus(args: readonly string[], cwd = ROOT, env: Readonly<Record<string, string>> = {}): Ran {
  const error = inject('buildError');
  if (error !== '') throw new Error(`the command does not build: ${error}`);
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !['FORCE_COLOR', 'NO_COLOR'].includes(name)));
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { cwd, encoding: 'utf8', env: { ...inherited, ...env }, maxBuffer: 1 << 28 });
  return { code: status, stdout, stderr };
}

const made: string[] = [];

/** An empty folder that is removed after the tests of the file. */
export function folder(files: Readonly<Record<string, string>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'casus-cli-'));
  made.push(path);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

afterAll(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
});
