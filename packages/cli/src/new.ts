/** `casus new`: starts a case. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { shellWord } from './shell.js';
import { shownPath } from './files.js';
import type { Io } from './io.js';
import { starterFiles } from './starter.js';
import { EXIT, UsageError, systemReason } from './usage-error.js';

/** Options of `casus new`. */
export interface NewOptions {
  /** The folder that the new one is made in. */
  readonly dir?: string;
}

function refuseBadName(name: string): void {
  if (name.trim() === '' || name === '.' || name === '..' || /[/\\:*?"<>|\p{Cc}]/u.test(name) || name.startsWith('-')) {
    throw new UsageError(`\`${name}\` cannot be the name of a folder; use letters, figures, spaces and hyphens, and --dir FOLDER for where to make it`);
  }
}

function refuseToOverwrite(folder: string, cwd: string): void {
  if (!existsSync(folder)) return;
  const shown = shownPath(folder, cwd);
  if (!statSync(folder).isDirectory()) throw new UsageError(`\`${shown}\` exists already and is a file; choose another name`);
  if (readdirSync(folder).length > 0) throw new UsageError(`the folder \`${shown}\` exists already and is not empty; choose another name`);
}

/** Makes the folder of a new case that checks clean. Returns the exit code. */
export function runNew(name: string, { dir }: NewOptions, io: Io): number {
  refuseBadName(name);
  const folder = resolve(io.cwd, dir ?? '.', name);
  refuseToOverwrite(folder, io.cwd);
  const shown = shownPath(folder, io.cwd);
  const files = starterFiles(name);
  try {
    for (const [path, text] of files) {
      const target = join(folder, ...path.split('/'));
      mkdirSync(dirname(target), { recursive: true });
      // Never over a file that came to be meanwhile.
      writeFileSync(target, text, { flag: 'wx' });
    }
  } catch (error) {
    throw new UsageError(`cannot make the case in \`${shown}\`: ${systemReason(error)}`);
  }
  const lines = [...files.keys()].map((path) => `  ${shown}/${path}`);
  io.stdout.write(`Made a case:\n${lines.join('\n')}\n\nNext: npx casus check ${shellWord(shown)}\n`);
  return EXIT.passed;
}
