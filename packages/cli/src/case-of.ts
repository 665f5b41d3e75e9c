/** Which case a question is about, when the user does not say. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { caseFilesIn, inputsOf, type Input } from './files.js';
import { UsageError } from './usage-error.js';

/** Cases that a message names; more are counted. */
const MOST_NAMED = 6;

/** The first few cases by name, and how many more there are. */
export function fewOf(inputs: readonly Input[]): string {
  const names = inputs.slice(0, MOST_NAMED).map(({ name }) => `\`${name}\``).join(', ');
  return inputs.length > MOST_NAMED ? `${names} and ${inputs.length - MOST_NAMED} more` : names;
}

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

/** What a name is declared by: a promise, or a text to be judged. */
const KEYWORDS = { promise: 'promise', text: '(?:arrangement|treaty|charter|agreement|memorandum|communique|draft|resolution|proposal|instrument)' } as const;

/** Whether a case declares something of that name; its text is enough to tell. */
function declares({ files }: Input, wanted: string, kind: keyof typeof KEYWORDS): boolean {
  const name = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const declaration = new RegExp(`\\b${KEYWORDS[kind]}\\s+(${name}(?![\\w-])|[^\\s"]+\\s+["“]${name}["”])`, 'iu');
  return files.some(({ text }) => declaration.test(text));
}

/**
 * The case to answer from: the one given, the current folder's, or the only one below it that declares the promise or the text (without a name: the only one).
 * `how`: how a user names one, behind “name its folder”.
 */
export function caseOf(given: string | undefined, wanted: string | undefined, cwd: string, kind: keyof typeof KEYWORDS = 'promise', how = ' with --case FOLDER'): Input {
  const here = given !== undefined || caseFilesIn(cwd).length > 0 ? [given ?? '.'] : WHERE.flatMap((where) => foldersIn(join(cwd, where))).filter((folder) => caseFilesIn(folder).length > 0);
  const cases = here.flatMap((path) => inputsOf([path], cwd));
  const declaring = wanted === undefined || cases.length === 1 ? [] : cases.filter((input) => declares(input, wanted, kind));
  const found = declaring.length > 0 ? declaring : cases;
  if (found.length === 1) return found[0]!;
  if (found.length === 0) throw new UsageError(`there is no case here; name its folder${how}`);
  const what = `${kind === 'promise' ? 'a promise' : 'an arrangement or instrument'} \`${wanted ?? ''}\``;
  const which = wanted === undefined ? 'there are several cases' : declaring.length > 0 ? `several cases have ${what}` : `no case here has ${what}`;
  throw new UsageError(`${which}: ${fewOf(found)}; choose one${how}`);
}
