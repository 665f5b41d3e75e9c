import { format } from '@casus/language';
import type { TextEdit } from 'vscode-languageserver';
import type { Lines } from '../ranges.js';

/** The edits that lay a text out, one for each stretch of lines that changes; none if it cannot be read. */
export function formatting(text: string, lines: Lines, uri: string): TextEdit[] {
  const { text: laid, findings } = format(text, uri);
  if (findings.length > 0 || laid === text) return [];
  const [before, after] = [text.split('\n'), laid.split('\n')];
  if (before.length !== after.length) return [trimmed(text, laid, lines)];
  const edits: TextEdit[] = [];
  for (let i = 0; i < before.length; i++) {
    if (before[i] === after[i]) continue;
    let end = i;
    while (end + 1 < before.length && before[end + 1] !== after[end + 1]) end++;
    edits.push({ range: { start: { line: i, character: 0 }, end: { line: end, character: before[end]!.length } }, newText: after.slice(i, end + 1).join('\n') });
    i = end;
  }
  return edits;
}

/** One edit from the first character that changes to the last. */
function trimmed(before: string, after: string, lines: Lines): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { range: lines.range(start, before.length - same), newText: after.slice(start, after.length - same) };
}
