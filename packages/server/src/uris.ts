import { URI, Utils } from 'vscode-uri';

/** The ending of a case's files. */
export const ENDING = '.casus';

/** One way to write a URI, however a client encodes it. */
export function canonical(uri: string): string {
  return URI.parse(uri).toString();
}

/** The folder of a file. */
export function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** A path seen from a folder. */
export function inFolder(folder: string, path: string): string {
  const base = URI.parse(folder);
  return (path.startsWith('/') ? base.with({ path }) : Utils.resolvePath(base, path)).toString();
}

/** The last part of a URI, decoded: the name of the file. */
export function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** The last two parts, for messages. */
export function shown(uri: string): string {
  return URI.parse(uri).path.split('/').slice(-2).join('/');
}

const IN_LIBRARY = /^library[/\\]/u;

/** Files that `import "PATH"` in a file may mean, in the order they are tried. */
export function importCandidates(path: string, from: string, library: string | undefined): readonly string[] {
  if (IN_LIBRARY.test(path) && library === undefined) return [];
  const base = IN_LIBRARY.test(path) ? inFolder(library!, path.replace(IN_LIBRARY, '')) : inFolder(folderOf(from), path.replaceAll('\\', '/'));
  return base.endsWith(ENDING) ? [base] : [`${base}${ENDING}`, base];
}
