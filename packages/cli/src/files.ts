/** Files in and out. Every error is told in one line. */
import { chmodSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { shellWord } from './shell.js';
import { EXIT, UsageError, systemReason } from './usage-error.js';

/** The ending of a case's files. */
export const ENDING = '.casus';

/** A file of the language as it was read; `path` is how it is shown. */
export interface TextFile {
  readonly path: string;
  /** Of a file that cannot be read, what can be told of it. */
  readonly text: string;
  /** Why it cannot be read, in words that complete "it cannot be read: …". */
  readonly unreadable?: string;
}

/** What one case is made of. */
export interface Input {
  /** The folder or the files, as the user gave them. */
  readonly name: string;
  readonly files: readonly TextFile[];
  /** The one argument that names all of it: a folder, or its only file. Absent if there is none. */
  readonly from?: string | undefined;
}

/** A path as it is shown: seen from the folder the command runs in, with forward slashes. */
export function shownPath(path: string, cwd: string): string {
  const seen = relative(cwd, path);
  return (seen === '' ? '.' : isAbsolute(seen) ? path : seen).replaceAll('\\', '/');
}

/** Why a device, a pipe or the like is not read: it may have no end, or never begin. */
const NO_FILE = 'it is no ordinary file (a device or a pipe may have no end)';

/** The bytes of a file, or why it cannot be read; undefined if there is none of that name. */
export function bytesIfThere(path: string): { readonly bytes: Uint8Array } | { readonly reason: string } | undefined {
  try {
    if (kindOf(path) === 'device') return { reason: NO_FILE };
    return { bytes: readFileSync(path) };
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' ? undefined : { reason: systemReason(error) };
  }
}

/** The text that bytes in UTF-8 stand for; undefined if they are none. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text of a file; undefined if there is none of that name. @throws UsageError if it cannot be read, or is no text. */
export function readIfThere(path: string, shown = path): string | undefined {
  const found = bytesIfThere(path);
  if (found === undefined) return undefined;
  if ('reason' in found) throw new UsageError(`cannot read \`${shown}\`: ${found.reason}`);
  return decoded(found.bytes, shown);
}

/** The text that bytes in UTF-8 stand for. @throws UsageError if they are none; `path` is how the message calls them. */
export function decoded(bytes: Uint8Array, path: string): string {
  const text = textOf(bytes);
  if (text === undefined) throw new UsageError(`\`${path}\` is not a text in UTF-8; save it as UTF-8 and try again`);
  return text;
}

/** Why bytes are no text, as a reason that a file cannot be read. */
export const NO_TEXT = 'it is not a text in UTF-8';

/** What to do about a file that cannot be read. */
export const helpUnreadable = ({ unreadable }: TextFile): string | undefined => (unreadable === NO_TEXT ? 'save it as UTF-8 and try again' : undefined);

/** A file that is there but cannot be read is one of its case only: the other cases of a run do not suffer for it. @throws UsageError if there is none. */
function readFile(path: string, cwd: string): TextFile {
  const shown = shownPath(path, cwd);
  const found = bytesIfThere(path);
  if (found === undefined) throw new UsageError(`cannot read \`${shown}\`: it does not exist`);
  if ('reason' in found) return { path: shown, text: '', unreadable: found.reason };
  const text = textOf(found.bytes);
  return text === undefined ? { path: shown, text: new TextDecoder().decode(found.bytes), unreadable: NO_TEXT } : { path: shown, text };
}

/** The first file of a case that cannot be read. */
export const unreadableIn = ({ files }: Input): TextFile | undefined => files.find(({ unreadable }) => unreadable !== undefined);

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

/** Subfolders that have files of the language, by name. */
export function caseFoldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map((entry) => join(folder, entry.name))
      .filter((inner) => caseFilesIn(inner).length > 0)
      .sort((one, other) => (one < other ? -1 : 1));
  } catch {
    return [];
  }
}

/** Cases that a message names. */
const MOST_NAMED = 6;

function noCase(folder: string, cwd: string): string {
  const inner = caseFoldersIn(folder).map((path) => shownPath(path, cwd));
  const what = `the folder \`${shownPath(folder, cwd)}\` has no ${ENDING} file`;
  if (inner.length === 0) return `${what}; \`npx casus new NAME\` starts a case, and \`npx casus check FOLDER\` checks the one in a folder`;
  const named = inner.slice(0, MOST_NAMED).map((path) => `\`${path}\``).join(', ');
  const rest = inner.length > MOST_NAMED ? ` and ${inner.length - MOST_NAMED} more` : '';
  return `${what}, but these in it do: ${named}${rest}; check one of them, as \`npx casus check ${shellWord(inner[0]!)}\``;
}

/** The folder whose files of the language are just these. */
function folderOf(files: readonly TextFile[], cwd: string): string | undefined {
  const folder = dirname(resolve(cwd, files[0]!.path));
  const all = caseFilesIn(folder).map((path) => shownPath(path, cwd));
  return all.length === files.length && files.every(({ path }) => all.includes(path)) ? shownPath(folder, cwd) : undefined;
}

/** A file that begins with the title of a case. */
const TITLED = /^\uFEFF?(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*case\s*["“]/u;

/** The cases that the arguments name: each folder is one (or, where each of its files has a title, each file), all single files together are one. Without arguments, the current folder. */
export function inputsOf(paths: readonly string[], cwd: string): readonly Input[] {
  const inputs: Input[] = [];
  let single: { name: string; files: TextFile[]; from?: string | undefined } | undefined;
  for (const given of paths.length > 0 ? [...new Set(paths)] : ['.']) {
    const path = resolve(cwd, given);
    if (isFolder(path, cwd)) {
      const files = caseFilesIn(path).map((file) => readFile(file, cwd));
      if (files.length === 0) {
        throw new UsageError(noCase(path, cwd));
      }
      if (files.length > 1 && files.every(({ text }) => TITLED.test(text))) inputs.push(...files.map((file): Input => ({ name: file.path, files: [file], from: file.path })));
      else inputs.push({ name: shownPath(path, cwd), files, from: shownPath(path, cwd) });
    } else {
      const file = readFile(path, cwd);
      if (!single) inputs.push((single = { name: file.path, files: [] }));
      if (!single.files.some((known) => known.path === file.path)) single.files.push(file);
      single.from = single.files.length === 1 ? file.path : folderOf(single.files, cwd);
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

/** What lies at a path, links followed; undefined if nothing does, or if it cannot be seen. */
function kindOf(path: string): 'file' | 'folder' | 'device' | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'device';
  } catch {
    return undefined;
  }
}

/** Where the missing folders above a file begin: those to be made, the outermost first. */
function missingFolders(target: string): readonly string[] {
  const missing: string[] = [];
  for (let folder = dirname(target); kindOf(folder) === undefined && dirname(folder) !== folder; folder = dirname(folder)) missing.unshift(folder);
  return missing;
}

const TRY_ANOTHER = 'name a file in a folder that you may write to';

/** Makes the missing folders one by one: `recursive` never returns where a file system refuses without saying why. Returns those made. */
function makeFolders(target: string, shown: string, cwd: string): readonly string[] {
  const made: string[] = [];
  for (const folder of missingFolders(target)) {
    try {
      mkdirSync(folder);
      made.push(folder);
    } catch (error) {
      // Made by somebody else meanwhile.
      if (kindOf(folder) === 'folder') continue;
      removeFolders(made);
      const code = (error as { code?: unknown }).code;
      const reason = code === 'ENOENT' ? 'the system allows no folder there' : systemReason(error);
      throw new UsageError(`cannot write \`${shown}\`: the folder \`${shownPath(folder, cwd)}\` cannot be made: ${reason}; ${TRY_ANOTHER}`);
    }
  }
  return made;
}

function removeFolders(made: readonly string[]): void {
  for (const folder of [...made].reverse()) {
    try {
      rmdirSync(folder);
    } catch {
      // Somebody has put something into it.
    }
  }
}

const besideOf = (target: string): string => join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);

/** Writes beside the target, and in its place if `keep`. */
function put(target: string, text: string, keep: boolean, cwd: string): void {
  const shown = shownPath(target, cwd);
  const made = makeFolders(target, shown, cwd);
  const beside = besideOf(target);
  try {
    writeFileSync(beside, text);
    if (keep && kindOf(target) === 'file') chmodSync(beside, statSync(target).mode);
    if (keep) renameSync(beside, target);
  } catch (error) {
    throw new UsageError(`cannot write \`${shown}\`: ${systemReason(error)}; ${TRY_ANOTHER}`);
  } finally {
    try {
      rmSync(beside, { force: true });
    } catch {
      // Nothing to remove where nothing could be written.
    }
    if (!keep) removeFolders(made);
  }
}

/** Refuses, before the long work, a file that could not be written in the end. Leaves nothing behind. `option`: which names the file. */
export function requireWritable(path: string, cwd: string, option = '--out'): void {
  const target = resolve(cwd, path);
  const shown = shownPath(target, cwd);
  if (path.trim() === '') throw new UsageError(`\`${option}\` needs the name of a file`);
  if (target.toLowerCase().endsWith(ENDING)) throw new UsageError(`will not write results over \`${shown}\`: ${ENDING} is a case's own text; name another file, as results.json`);
  const kind = kindOf(target);
  if (kind === 'folder' || /[/\\]$/.test(path)) throw new UsageError(`cannot write \`${shown}\`: it is a folder; name a file, as ${shownPath(join(target, 'results.json'), cwd)}`);
  if (kind !== 'device') put(target, '', false, cwd);
}

/** Writes a file whole or not at all: beside it first, then in its place. Missing folders are made. What is no file, as /dev/null, is written to. */
export function writeWhole(path: string, text: string, cwd: string): void {
  const target = resolve(cwd, path);
  finishBeforeStopping();
  if (kindOf(target) !== 'device') return put(target, text, true, cwd);
  try {
    writeFileSync(target, text);
  } catch (error) {
    throw new UsageError(`cannot write \`${shownPath(target, cwd)}\`: ${systemReason(error)}; ${TRY_ANOTHER}`);
  }
}
