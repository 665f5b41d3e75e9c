/** From files to a case. */
import { compile } from '@casus/language';
import { CODES, type Case, type Finding, type Outcome } from '@casus/model';
import { helpUnreadable, unreadableIn, type Input, type TextFile } from './files.js';
import { libraryNames, readImport } from './installation.js';
import { UsageError } from './usage-error.js';

/**
 * Compiles the files of a case and everything that they import, from the library, their own folder, or the folder in which the command was started.
 * @throws UsageError where one of its own files cannot be read.
 */
export function compiled(input: Input, cwd: string): Outcome<Case> {
  const broken = unreadableIn(input);
  if (broken !== undefined) {
    const help = helpUnreadable(broken);
    throw new UsageError(`cannot read \`${broken.path}\`: ${broken.unreadable!}${help === undefined ? '' : `; ${help}`}`);
  }
  return compile(input.files, (path, from) => readImport(path, from, cwd), { importable: libraryNames(), folders: [''] });
}

/** A case of which a file cannot be read, among others: nothing is judged of it, since its other files would only miss what stands in that one. */
export function unread({ name, files }: Input, broken: TextFile): Outcome<Case> {
  const { value } = compile([], () => undefined);
  const help = helpUnreadable(broken);
  const code = 'form/syntax';
  const finding: Finding = {
    code, severity: CODES[code], message: `\`${broken.path}\` cannot be read: ${broken.unreadable!}`, place: firstUnreadable(broken), causes: [], ...(help === undefined ? {} : { help }), about: [],
  };
  return { value: { ...value, title: name, files: files.map(({ path, text }) => ({ path, text, imported: false })) }, findings: [finding] };
}

/** The first sign that stands for no letter in UTF-8; the start of a file of which nothing can be read. */
function firstUnreadable({ path, text }: TextFile): Finding['place'] {
  const offset = Math.max(0, text.indexOf('\uFFFD'));
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  const [line, column] = [lines.length, lines.at(-1)!.length + 1];
  const length = text === '' ? 0 : 1;
  return { file: path, line, column, endLine: line, endColumn: column + length, offset, end: offset + length };
}
