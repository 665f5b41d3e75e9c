/** `casus fmt`: lays texts out. */
import { accessSync, constants, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format } from '@casus/language';
import { caseFilesIn, decoded, ENDING, readIfThere, shownPath, writeWhole } from './files.js';
import type { Io } from './io.js';
import { shellWord } from './shell.js';
import { EXIT, UsageError, systemReason } from './usage-error.js';

/** Options of `casus fmt`. */
export interface FmtOptions {
  /** Change nothing; name the files that would change. */
  readonly check?: boolean;
  /** Print the texts instead of changing the files. */
  readonly stdout?: boolean;
}

/** The argument that stands for what is typed or piped in. */
const STDIN = '-';

/** A text to lay out; `path` is where it is, none for standard input. */
interface Text {
  readonly shown: string;
  readonly path: string | undefined;
  readonly before: string;
}

/** A text that was laid out, or why it could not be. */
interface Laid extends Text {
  readonly after: string;
  readonly problem: string | undefined;
}

/** Lays out the files that the paths name, of folders all in them and below. Returns the exit code. */
export function runFmt(paths: readonly string[], options: FmtOptions, io: Io): number {
  if (options.check && options.stdout) throw new UsageError('`--check` prints no text and `--stdout` does; give one of them');
  if (paths.includes(STDIN) && paths.length > 1) throw new UsageError('`-` stands for standard input and cannot be given together with files');
  // All are read before the first is written.
  const laid = textsOf(paths, io).map(layOut);
  for (const { problem } of laid) if (problem !== undefined) io.stderr.write(`casus: ${problem}\n`);
  const changed = laid.filter(({ before, after }) => before !== after);
  if (options.check) {
    for (const { shown } of changed) io.stdout.write(`${shown}\n`);
    io.stderr.write(`${countOf(changed.length, laid.length)} would change.\n`);
    return laid.some(({ problem }) => problem !== undefined) || changed.length > 0 ? EXIT.failed : EXIT.passed;
  }
  if (options.stdout || paths.includes(STDIN)) {
    // A text that cannot be read comes out as it went in, so that an editor that pipes a buffer through loses nothing.
    for (const { after } of laid) io.stdout.write(after);
  } else {
    for (const each of changed) write(each, io);
    io.stdout.write(`${countOf(changed.length, laid.length)} changed.\n`);
  }
  return laid.some(({ problem }) => problem !== undefined) ? EXIT.failed : EXIT.passed;
}

function countOf(changed: number, all: number): string {
  return `${changed} of ${all} file${all === 1 ? '' : 's'}`;
}

function layOut(text: Text): Laid {
  const { text: after, findings } = format(text.before, text.shown);
  const [first] = findings;
  if (first === undefined) return { ...text, after, problem: undefined };
  const where = text.path === undefined ? '' : `; \`npx casus check ${shellWord(text.shown)}\` shows it in full`;
  return { ...text, after: text.before, problem: `\`${text.shown}\` stays as it is, for it cannot be read: line ${first.place.line}, column ${first.place.column}: ${first.message}${first.help === undefined ? '' : ` (${first.help})`}${where}` };
}

function write({ path, shown, after }: Laid, { cwd }: Io): void {
  try {
    accessSync(path!, constants.W_OK);
  } catch (error) {
    throw new UsageError(`cannot write \`${shown}\`: ${systemReason(error)}; make the file writable, or give --stdout`);
  }
  // A link stays a link.
  writeWhole(realpathSync(path!), after, cwd);
}

function textsOf(paths: readonly string[], { cwd }: Io): readonly Text[] {
  if (paths.includes(STDIN)) return [{ shown: 'standard input', path: undefined, before: standardInput() }];
  const found = new Map<string, Text>();
  for (const given of paths.length > 0 ? paths : ['.']) {
    const path = resolve(cwd, given);
    const files = isFolder(path, shownPath(path, cwd)) ? filesBelow(path) : [path];
    if (files.length === 0) throw new UsageError(`the folder \`${shownPath(path, cwd)}\` has no ${ENDING} file, nor has any below it; name a file or another folder`);
    for (const file of files) {
      const shown = shownPath(file, cwd);
      const before = readIfThere(file);
      if (before === undefined) throw new UsageError(`cannot read \`${shown}\`: it does not exist`);
      found.set(file, { shown, path: file, before });
    }
  }
  return [...found.values()];
}

function isFolder(path: string, shown: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new UsageError(`cannot read \`${shown}\`: ${(error as { code?: unknown }).code === 'ENOENT' ? 'there is no such file or folder' : systemReason(error)}`);
  }
}

/** The files of the language in a folder and in those below, by name; hidden folders and those of installed packages are left out, links not followed. */
function filesBelow(folder: string): readonly string[] {
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => join(folder, entry.name))
    .sort((one, other) => (one < other ? -1 : 1));
  return [...caseFilesIn(folder), ...folders.flatMap(filesBelow)];
}

function standardInput(): string {
  try {
    return decoded(readFileSync(0), 'standard input');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot read standard input: ${systemReason(error)}`);
  }
}
