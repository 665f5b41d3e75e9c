import type { Syntax } from '../parse/parse.js';
import { beginningsOf, type Beginning } from './beginnings.js';

/** What an element is: a remark, a name, a number, a text in quotation marks, a word of the language or a sign. */
export type ElementKind = 'remark' | 'name' | 'number' | 'string' | 'word' | 'sign';

/** A token or remark of a text, and where the author put it. */
export interface Element {
  readonly image: string;
  readonly kind: ElementKind;
  /** What begins here: a part of a block, or a mark behind a part. */
  readonly begins: Beginning | undefined;
  /** Columns between it and the element before it on its line; of the first on a line, its indentation. */
  readonly gap: number;
  /** Column at which it begins, from 0; a tab goes on to the next fourth. */
  readonly column: number;
}

/** A line as the author wrote it; a remark may run over several. */
export interface Line {
  readonly elements: readonly Element[];
  /** Whether at least one empty line stands before it. */
  readonly apart: boolean;
}

const TAB = 4;

/** The lines of a text that have something on them. */
export function linesOf(text: string, syntax: Syntax): readonly Line[] {
  const beginnings = beginningsOf(syntax);
  const lines: { elements: Element[]; apart: boolean }[] = [];
  let end = 0;
  let column = 0;
  for (const token of [...syntax.tokens, ...syntax.comments].sort((a, b) => a.startOffset - b.startOffset)) {
    const white = text.slice(end, token.startOffset);
    const breaks = white.match(NEWLINE)?.length ?? 0;
    if (breaks > 0 || lines.length === 0) {
      lines.push({ elements: [], apart: breaks > 1 && lines.length > 0 });
      column = 0;
    }
    const start = columnAfter(column, breaks > 0 ? white.slice(Math.max(white.lastIndexOf('\n'), white.lastIndexOf('\r')) + 1) : white);
    const image = token.tokenType.name === 'SL_COMMENT' ? token.image.trimEnd() : token.image;
    lines.at(-1)!.elements.push({ image, kind: kindOf(token), begins: beginnings.get(token.startOffset), gap: start - column, column: start });
    column = columnAfter(start, image);
    end = token.startOffset + token.image.length;
  }
  return lines;
}

/** Ends of lines. */
export const NEWLINE = /\r\n|\n|\r/gu;

/** Columns of a text on one line; of one over several lines, those of its last. */
export function widthOf(image: string): number {
  return columnAfter(0, image);
}

function columnAfter(from: number, text: string): number {
  let column = from;
  for (const character of text) {
    if (character === '\n' || character === '\r') column = 0;
    else if (character === '\t') column += TAB - (column % TAB);
    else if (character !== '\uFEFF') column++;
  }
  return column;
}

function kindOf({ tokenType: { name }, image }: Syntax['tokens'][number]): ElementKind {
  if (name.endsWith('_COMMENT')) return 'remark';
  if (name === 'STRING') return 'string';
  if (name === 'INT' || name === 'DECIMAL' || name === 'DATE') return 'number';
  if (name === 'ID') return 'name';
  return /^\p{L}/u.test(image) ? 'word' : 'sign';
}
