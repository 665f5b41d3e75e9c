/** Files in and out. Every error is told in one line. */
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { EXIT, UsageError, systemReason } from './usage-error.js';

/** The ending of a case's files. */
export const ENDING = '.casus';

/** A file of the language as it was read; `path` is how it is shown. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** What one case is made of. */
export interface Input {
  /** The folder or the files, as the user gave them. */
  readonly name: string;
  readonly files: readonly TextFile[];
}

/** A path as it is shown: seen from the folder the command runs in, with forward slashes. */
export function shownPath(path: string, cwd: string): string {
  const seen = relative(cwd, path);
  return (seen === '' ? '.' : isAbsolute(seen) ? path : seen).replaceAll('\\', '/');
}

/** The text of a file; undefined if there is none of that name. */
export function readIfThere(path: string): string | undefined {
  try {
    return decoded(readFileSync(path), path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = (error as { code?: unknown }).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw new UsageError(`cannot read \`${path}\`: ${systemReason(error)}`);
  }
}

function decoded(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`\`${path}\` is not a text in UTF-8; save it as UTF-8 and try again`);
  }
}

function readFile(path: string, cwd: string): TextFile {
  const shown = shownPath(path, cwd);
  const text = readIfThere(path);
  if (text === undefined) throw new UsageError(`cannot read \`${shown}\`: it does not exist`);
  return { path: shown, text };
}

/** The files of the language in a folder, by name; none if there is no such folder. */
export function caseFilesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.name.endsWith(ENDING) && !entry.name.startsWith('.') && !entry.isDirectory())
      .map((entry) => join(folder, entry.name))
      .sort((one, other) => (one < other ? -1 : 1));
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return [];
    throw new UsageError(`cannot read the folder \`${folder}\`: ${systemReason(error)}`);
  }
}

/** Refuses folders that are not there. */
export function requireFolders(paths: readonly string[], cwd: string): void {
  for (const path of paths) {
    if (!isFolder(resolve(cwd, path), cwd)) throw new UsageError(`\`${path}\` is a file; give a folder`);
  }
}

function isFolder(path: string, cwd: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    const reason = (error as { code?: unknown }).code === 'ENOENT' ? 'there is no such file or folder' : systemReason(error);
    throw new UsageError(`cannot read \`${shownPath(path, cwd)}\`: ${reason}`);
  }
}

/** The cases that the arguments name: each folder is one, all single files together are one. Without arguments, the current folder. */
export function inputsOf(paths: readonly string[], cwd: string): readonly Input[] {
  const inputs: (Input & { files: TextFile[] })[] = [];
  let single: (Input & { files: TextFile[] }) | undefined;
  for (const given of paths.length > 0 ? [...new Set(paths)] : ['.']) {
    const path = resolve(cwd, given);
    if (isFolder(path, cwd)) {
      const files = caseFilesIn(path).map((file) => readFile(file, cwd));
      if (files.length === 0) {
        throw new UsageError(`the folder \`${shownPath(path, cwd)}\` has no ${ENDING} file; \`casus new NAME\` starts a case, and \`casus check FOLDER\` checks the one in a folder`);
      }
      inputs.push({ name: shownPath(path, cwd), files });
    } else {
      const file = readFile(path, cwd);
      if (!single) inputs.push((single = { name: file.path, files: [] }));
      if (!single.files.some((known) => known.path === file.path)) single.files.push(file);
    }
  }
  return inputs;
}

let finishing = false;

/**
 * Lets Ctrl-C wait until what is being written is in place. Without a listener it ends the process at once, which is what one
 * wants while verdicts are computed (the shell sees 130 either way); with one it waits for the end of synchronous work.
 */
function finishBeforeStopping(): void {
  if (finishing) return;
  finishing = true;
  process.once('SIGINT', () => process.exit(EXIT.stopped));
}

/** Writes a file whole or not at all: beside it first, then in its place. */
export function writeWhole(path: string, text: string, cwd: string): void {
  const target = resolve(cwd, path);
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  finishBeforeStopping();
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(beside, text);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new UsageError(`cannot write \`${shownPath(target, cwd)}\`: ${systemReason(error)}`);
  }
}
