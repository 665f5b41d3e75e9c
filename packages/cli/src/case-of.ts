/** Which case a question is about, when the user does not say. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { caseFilesIn, inputsOf, readIfThere, shownPath, type Input } from './files.js';
import { UsageError } from './usage-error.js';

/** Folders below which cases are looked for: the current one, and its `cases`. */
const WHERE = ['.', 'cases'];

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules' && entry.name !== 'library')
      .map((entry) => join(folder, entry.name))
      .sort((one, other) => (one < other ? -1 : 1));
  } catch {
    return [];
  }
}

/** Whether a file of the folder declares a promise of that name; the text is enough to tell. */
function declares(folder: string, promise: string): boolean {
  const name = promise.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const declaration = new RegExp(`\\bpromise\\s+(${name}(?![\\w-])|[^\\s"]+\\s+["“]${name}["”])`, 'iu');
  return caseFilesIn(folder).some((file) => declaration.test(readIfThere(file) ?? ''));
}

/** The case to answer from: the one given, the current folder's, or the only one below it that declares the promise (without a promise: the only one). */
export function caseOf(given: string | undefined, promise: string | undefined, cwd: string): Input {
  if (given !== undefined || caseFilesIn(cwd).length > 0) return inputsOf([given ?? '.'], cwd)[0]!;
  const folders = WHERE.flatMap((where) => foldersIn(join(cwd, where))).filter((folder) => caseFilesIn(folder).length > 0);
  const declaring = promise === undefined ? [] : folders.filter((folder) => declares(folder, promise));
  const found = declaring.length > 0 ? declaring : folders;
  if (found.length === 1) return inputsOf([found[0]!], cwd)[0]!;
  if (found.length === 0) throw new UsageError('there is no case here; name its folder with --case FOLDER');
  const names = found.slice(0, 6).map((folder) => `\`${shownPath(folder, cwd)}\``);
  const which = promise === undefined ? 'there are several cases' : declaring.length > 0 ? `several cases have a promise \`${promise}\`` : `no case here has a promise \`${promise}\``;
  throw new UsageError(`${which}: ${names.join(', ')}; choose one with --case FOLDER`);
}
