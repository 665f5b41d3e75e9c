import { tokensOf } from '@casus/language';
import { ENDING, folderOf } from '../uris.js';
import type { Texts } from './texts.js';

/** A folder with more files than this is no case; each of its files is looked at alone. */
const MOST_FILES = 200;

/** Whether a text begins with the title of a case, `case "…"`. */
export function hasTitle(text: string): boolean {
  if (!/\bcase\s*["“]/u.test(text)) return false;
  const [first, second] = tokensOf(text).filter(({ kind }) => kind !== 'comment');
  return first?.kind === 'keyword' && first.text === 'case' && second?.kind === 'text';
}

/**
 * The files that form a case with this one: those of its folder, as `casus check FOLDER` takes them. Where each file of a folder begins with
 * the title of a case, each is one; a file of the library is judged by itself.
 */
export async function homeOf(uri: string, texts: Texts, library: string | undefined): Promise<readonly string[]> {
  const folder = folderOf(uri);
  if (library !== undefined && folderOf(`${library.replace(/\/$/u, '')}/x`) === folder) return [uri];
  const listed = uri.startsWith('untitled:') ? [] : await texts.list(folder);
  const open = texts.opened().filter((each) => folderOf(each) === folder && !each.startsWith('untitled:'));
  const files = [...new Set([...listed, ...open, uri])].filter((each) => each === uri || each.endsWith(ENDING)).sort((a, b) => (a < b ? -1 : 1));
  if (uri.startsWith('untitled:') || files.length > MOST_FILES) return [uri];
  const read = await Promise.all(files.map((each) => texts.load(each)));
  return files.length > 1 && read.every((text) => hasTitle(text ?? '')) ? [uri] : files;
}
