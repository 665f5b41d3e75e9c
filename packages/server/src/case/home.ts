import { tokensOf } from '@casus/language';
import { ENDING, folderOf } from '../uris.js';
import type { Texts } from './texts.js';

/** A folder with more files than this is no case; each of its files is looked at alone. */
const MOST_FILES = 200;

/** Whether a text begins a case of its own, with a line `case "…"`. */
export function hasHeader(text: string): boolean {
  // Most texts have no such word; in the others the tokens tell it from one in a remark.
  if (!/\bcase\s*["“]/u.test(text)) return false;
  const tokens = tokensOf(text).filter(({ kind }) => kind !== 'comment');
  return tokens.some((token, i) => token.kind === 'keyword' && token.text === 'case' && tokens[i + 1]?.kind === 'text' && (i === 0 || tokens[i - 1]!.endLine < token.line));
}

/**
 * The files that form a case with this one: those of its folder, as `casus check FOLDER` takes them. Where several files of a folder begin
 * a case of their own, each of them is one; a file of the library is judged by itself.
 */
export async function homeOf(uri: string, texts: Texts, library: string | undefined): Promise<readonly string[]> {
  const folder = folderOf(uri);
  if (library !== undefined && folderOf(`${library.replace(/\/$/u, '')}/x`) === folder) return [uri];
  const listed = uri.startsWith('untitled:') ? [] : await texts.list(folder);
  const open = texts.opened().filter((each) => folderOf(each) === folder && !each.startsWith('untitled:'));
  const files = [...new Set([...listed, ...open, uri])].filter((each) => each === uri || each.endsWith(ENDING)).sort((a, b) => (a < b ? -1 : 1));
  if (uri.startsWith('untitled:') || files.length > MOST_FILES) return [uri];
  const heads: string[] = [];
  for (const each of files) if (hasHeader((await texts.load(each)) ?? '')) heads.push(each);
  return heads.length <= 1 ? files : [uri];
}
