/** What edits change, line by line. */
import { edited, type TextEdit } from '@casus/analysis';
import type { Case } from '@casus/model';

/** Lines of a file that are replaced; `line` is the number of the first, from 1. */
export interface Hunk {
  readonly file: string;
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The lines that edits change, file by file; the edits stand in the order of the text. */
export function hunksOf(case_: Pick<Case, 'files'>, edits: readonly TextEdit[]): readonly Hunk[] {
  const files = [...new Set(edits.map(({ file }) => file))];
  return files.flatMap((file) => {
    const text = case_.files.find(({ path }) => path === file)?.text ?? '';
    return clusters(text, edits.filter((edit) => edit.file === file)).map((cluster) => hunk(file, text, cluster));
  });
}

/** Edits on one line or on the next stand together. */
function clusters(text: string, edits: readonly TextEdit[]): readonly (readonly TextEdit[])[] {
  const result: TextEdit[][] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (last !== undefined && text.slice(last.at(-1)!.end, edit.offset).split('\n').length <= 2) last.push(edit);
    else result.push([edit]);
  }
  return result;
}

function hunk(file: string, text: string, edits: readonly TextEdit[]): Hunk {
  const start = text.lastIndexOf('\n', edits[0]!.offset - 1) + 1;
  const next = text.indexOf('\n', edits.at(-1)!.end);
  const end = next < 0 ? text.length : next;
  const lines = (part: string): string[] => part.split(/\r?\n/u).map((line) => line.trimEnd());
  const before = lines(text.slice(start, end));
  const after = lines(edited(text.slice(start, end), edits.map((edit) => ({ ...edit, offset: edit.offset - start, end: edit.end - start }))));
  let same = 0;
  while (same < before.length && same < after.length && before[same] === after[same]) same++;
  let tail = 0;
  while (tail < before.length - same && tail < after.length - same && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { file, line: text.slice(0, start).split('\n').length + same, before: before.slice(same, before.length - tail), after: after.slice(same, after.length - tail) };
}
