import type { Place } from '@casus/model';
import { isCompositeCstNode, type CstNode } from 'langium';

/** The place of a node of the syntax tree in its file. */
export function placeOf(file: string, node: { readonly $cstNode?: CstNode | undefined }): Place {
  return placeOfCst(file, node.$cstNode);
}

/** The place of a stretch of text. */
export function placeOfCst(file: string, cst: CstNode | undefined): Place {
  if (cst === undefined) return { file, line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, end: 0 };
  const first = edgeOf(cst, false);
  const last = edgeOf(cst, true);
  const { start } = first.range;
  const { end } = last.range;
  return { file, line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1, offset: first.offset, end: last.end };
}

/** The first or last token of a stretch of text, comments apart. The tree can tell, but looks for it anew for each of its numbers. */
function edgeOf(cst: CstNode, last: boolean): CstNode {
  let node = cst;
  while (isCompositeCstNode(node) && node.content.length > 0) {
    const { content } = node;
    let i = last ? content.length - 1 : 0;
    while (content[i]?.hidden === true) i += last ? -1 : 1;
    node = content[i] ?? content[last ? content.length - 1 : 0]!;
  }
  return node;
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
