/** A line of the author's text with a place marked in it. */
import type { Case, Place, SourceFile } from '@casus/model';
import type { Style } from './palette.js';
import { characters, cut, expanded, width } from './width.js';

/** Columns kept in view to the left of a mark, where a long line has to be cut. */
const CONTEXT = 16;

/** The text of a line of a file, counted from 1, without its end; undefined if the file is not part of the case. */
export function lineOf(case_: Pick<Case, 'files'>, file: string, line: number): string | undefined {
  const source = case_.files.find(({ path }) => path === file);
  if (source === undefined) return undefined;
  let lines = LINES.get(source);
  if (lines === undefined) LINES.set(source, (lines = source.text.split(/\r\n|\r|\n/)));
  return lines[line - 1];
}

/** The lines of each file: a long one may have thousands of findings. */
const LINES = new WeakMap<SourceFile, readonly string[]>();

/** A marked line: the text as it is shown, and the columns (from 0) that the mark takes. */
interface Marked {
  readonly text: string;
  readonly from: number;
  readonly length: number;
}

/** Tabs set out, the mark counted in columns of the terminal, and a long line cut around the mark. */
function marked(line: string, place: Place, columns: number): Marked {
  const start = Math.min(place.column - 1, line.length);
  // A place of several lines is marked to the end of its first one.
  const end = place.endLine > place.line ? line.trimEnd().length : Math.min(place.endColumn - 1, line.length);
  const head = expanded(line.slice(0, start));
  const text = expanded(line);
  const from = width(head);
  const length = Math.max(1, width(expanded(line.slice(0, Math.max(start, end)))) - from);
  if (width(text) <= columns) return { text, from, length };
  const skipped = from + Math.min(length, columns) > columns - 1 ? Math.max(0, from - CONTEXT) : 0;
  const rest = skipped === 0 ? text : `…${dropped(text, skipped + 1)}`;
  const shown = cut(rest, columns);
  const at = from - skipped;
  return { text: shown, from: at, length: Math.max(1, Math.min(length, width(shown) - at)) };
}

/** The text without its first `columns` columns; a letter of double width that is cut in half leaves a space. */
function dropped(text: string, columns: number): string {
  let used = 0;
  let out = '';
  for (const character of characters(text)) {
    const before = used;
    used += width(character);
    if (before >= columns) out += character;
    else if (used > columns) out += ' '.repeat(used - columns);
  }
  return out;
}

/** Lines of a snippet: the line number, the text, and the mark below it. Without the file there is nothing to show. */
export function snippet(
  case_: Pick<Case, 'files'>, place: Place, { palette, width: columns }: Style, paint: (text: string) => string, gutter = String(place.line).length, mark = '^',
): readonly string[] {
  const line = lineOf(case_, place.file, place.line);
  if (line === undefined) return [];
  const { text, from, length } = marked(line, place, Math.max(20, columns - gutter - 5));
  const number = String(place.line).padStart(gutter);
  const empty = ' '.repeat(gutter);
  return [
    ` ${palette.dim(`${number} |`)} ${text}`.trimEnd(),
    ` ${palette.dim(`${empty} |`)} ${' '.repeat(from)}${paint(mark.repeat(length))}`,
  ];
}
