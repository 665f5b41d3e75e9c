import type { Finding } from '@casus/model';
import { syntaxOf, type Syntax } from '../parse/parse.js';
import { columnsOf } from './columns.js';
import { linesOf, NEWLINE, widthOf, type Line } from './elements.js';
import { indentationOf } from './indentation.js';
import { oneLineBrackets, spacesBetween } from './spacing.js';

/** A text laid out; or, with what is wrong with its form, the text as it was. */
export interface Formatted {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Rounds until a layout stays as it is: what stands in a column depends on what stood in it before. */
const MOST_ROUNDS = 8;

/**
 * Lays a text out: indentation, spaces, empty lines; every word, sign and remark stays, and so does every line break. What is laid out stays as
 * it is. A text that cannot be read is returned as it was, with the findings that say why. `path` is how the findings name the file.
 */
export function format(text: string, path = 'text'): Formatted {
  const findings: Finding[] = [];
  let laid = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const syntax = syntaxOf(path, laid, findings);
    if (syntax === undefined) return { text, findings };
    const next = layOut(laid, syntax);
    if (next === laid) break;
    laid = next;
  }
  return { text: laid, findings };
}

function layOut(text: string, syntax: Syntax): string {
  const lines = linesOf(text, syntax);
  if (lines.length === 0) return '';
  const indentation = indentationOf(lines);
  const oneLine = oneLineBrackets(lines);
  const columns = columnsOf(lines, indentation, oneLine);
  const newline = newlineOf(text);
  const set = lines.map(({ elements }, i) => {
    let column = columns.hanging(elements[0]!) ?? indentation[i]!;
    let line = ' '.repeat(column);
    elements.forEach((element, at) => {
      if (at > 0) {
        const spaces = columns.spacesBefore(element, column, spacesBetween(elements[at - 1]!, element, oneLine));
        line += ' '.repeat(spaces);
        column += spaces;
      }
      line += element.image;
      column = /[\r\n]/u.test(element.image) ? widthOf(element.image) : column + widthOf(element.image);
    });
    return line;
  });
  return set.map((line, i) => `${isApart(lines, i) ? newline : ''}${line}${newline}`).join('');
}

/** Whether an empty line stands before a line: where the author left one, but neither behind an opening brace nor before a closing one. */
function isApart(lines: readonly Line[], i: number): boolean {
  const { elements, apart } = lines[i]!;
  return apart && lines[i - 1]?.elements.at(-1)?.image !== '{' && elements[0]!.image !== '}';
}

/** The kind of line end that the text begins with. */
function newlineOf(text: string): string {
  return NEWLINE_AT_ALL.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
}
const NEWLINE_AT_ALL = new RegExp(NEWLINE.source, 'u');
