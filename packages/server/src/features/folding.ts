import { tokensOf } from '@casus/language';
import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';

const OPEN: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** What can be folded: braces and brackets over several lines, remarks, and imports that stand together. */
export function folding(text: string): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const open: { readonly closes: string; readonly line: number }[] = [];
  let remarks: { start: number; end: number } | undefined;
  let imports: { start: number; end: number } | undefined;
  const add = (start: number, end: number, kind?: FoldingRangeKind): void => {
    if (end > start) ranges.push({ startLine: start, endLine: end, ...(kind === undefined ? {} : { kind }) });
  };
  for (const token of tokensOf(text)) {
    if (token.kind === 'comment') {
      if (remarks !== undefined && token.line <= remarks.end + 1) remarks.end = token.endLine;
      else {
        if (remarks !== undefined) add(remarks.start, remarks.end, FoldingRangeKind.Comment);
        remarks = { start: token.line, end: token.endLine };
      }
      continue;
    }
    if (token.kind === 'keyword' && token.text === 'import' && open.length === 0) {
      if (imports !== undefined && token.line <= imports.end + 1) imports.end = token.line;
      else {
        if (imports !== undefined) add(imports.start, imports.end, FoldingRangeKind.Imports);
        imports = { start: token.line, end: token.line };
      }
    }
    const closes = token.kind === 'sign' ? OPEN[token.text] : undefined;
    if (closes !== undefined) open.push({ closes, line: token.line });
    else if (open.at(-1)?.closes === token.text && token.kind === 'sign') {
      const { line } = open.pop()!;
      // The closing brace stays in sight where it has a line of its own.
      add(line, token.text === '}' ? token.line - 1 : token.line);
    }
  }
  if (remarks !== undefined) add(remarks.start, remarks.end, FoldingRangeKind.Comment);
  if (imports !== undefined) add(imports.start, imports.end, FoldingRangeKind.Imports);
  return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}
