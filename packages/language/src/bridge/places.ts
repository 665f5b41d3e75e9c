import type { Place } from '@casus/model';
import type { CstNode } from 'langium';

/** The place of a node of the syntax tree in its file. */
export function placeOf(file: string, node: { readonly $cstNode?: CstNode | undefined }): Place {
  return placeOfCst(file, node.$cstNode);
}

/** The place of a stretch of text. */
export function placeOfCst(file: string, cst: CstNode | undefined): Place {
  if (cst === undefined) return { file, line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, end: 0 };
  const { start, end } = cst.range;
  return { file, line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1, offset: cst.offset, end: cst.end };
}

/** The place between two offsets of a text. */
export function placeBetween(file: string, text: string, offset: number, end: number): Place {
  const [line, column] = positionOf(text, offset);
  const [endLine, endColumn] = positionOf(text, end);
  return { file, line, column, endLine, endColumn, offset, end };
}

function positionOf(text: string, offset: number): [line: number, column: number] {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    start = at + 1;
  }
  return [line, offset - start + 1];
}
