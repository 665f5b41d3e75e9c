/** Absolute on some system: `/x`, `\\x`, `C:x`, `~/x`; or an address. */
const ABSOLUTE = /^(?:[/\\]|~[/\\]|[A-Za-z]:|[A-Za-z][\w+.-]*:[/\\])/u;

/** A path that a case names must be relative and lead to nothing outside of the case's folder or the library; what is wrong with one that does not. */
export type Astray = 'absolute' | 'outside';

/**
 * What is wrong with a path that a file names, if something is. `folders` are those of the case's own files; a file that was imported may name what
 * lies in its own folder as well, which is how files of the library name each other. Links of the file system are not looked at.
 */
export function astray(path: string, from: string, folders: readonly string[]): Astray | undefined {
  if (ABSOLUTE.test(path.trim())) return 'absolute';
  const parts = partsOf(path);
  if (parts[0] === 'library') return walked(parts.slice(1)).includes('..') ? 'outside' : undefined;
  const target = walked([...partsOf(folderOf(from)), ...parts]);
  return [...folders, folderOf(from)].some((folder) => isInside(target, walked(partsOf(folder)))) ? undefined : 'outside';
}

/** The folder of a file, as its path tells it. */
export const folderOf = (path: string): string => path.replace(/[^/\\]*$/u, '');

const partsOf = (path: string): string[] => (path === '' ? [] : path.split(/[/\\]/u));

function isInside(target: readonly string[], folder: readonly string[]): boolean {
  return folder.every((part, i) => target[i] === part) && target[folder.length] !== '..';
}

/** The path without `.` and without steps that are taken back. An absolute path keeps its first, empty part. */
function walked(parts: readonly string[]): string[] {
  const way: string[] = [];
  const isAbsolute = parts.length > 1 && parts[0] === '';
  for (const [i, part] of parts.entries()) {
    if (part === '.' || (part === '' && i > 0)) continue;
    if (part === '..' && way.length > 0 && way.at(-1) !== '..') way.pop();
    else if (part !== '' || isAbsolute) way.push(part);
  }
  return way;
}

/** The finding about such a path. */
export function astrayMessage(path: string, how: Astray): { readonly message: string; readonly help: string } {
  return {
    message: how === 'absolute' ? `\`${path}\` is an absolute path; a case names its files from where it lies` : `\`${path}\` leads out of the folder of the case`,
    help: 'put the file into the folder of the case, beside the file that names it or below, and write the path from there',
  };
}
