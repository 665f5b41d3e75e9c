/** Comma-separated values (RFC 4180), row by row. */
import { UsageError } from '../usage-error.js';

/** A row, and the line of the file on which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What may separate cells. */
const MARKS = [',', ';', '\t'] as const;

/** The mark that stands most often in the first line, outside of quotation marks. */
function markOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)![0].replaceAll(/"(?:[^"]|"")*"/g, '');
  const counts = MARKS.map((mark) => first.split(mark).length);
  return MARKS[counts.indexOf(Math.max(...counts))]!;
}

/** The rows of a text that are not empty. @throws UsageError where a quotation mark is never closed; `path` is how the file is called. */
export function* rowsOf(text: string, path: string): Generator<CsvRow> {
  const mark = markOf(text.replace(/^\uFEFF/, ''));
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const begin = line;
    const cells: string[] = [];
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        const quoted = quotedAt(text, at);
        if (quoted === undefined) throw new UsageError(`\`${path}\`, line ${line}: a quotation mark is opened and never closed`);
        line += quoted.cell.split('\n').length - 1;
        cell = quoted.cell;
        at = quoted.end;
      }
      const end = nextOf(text, at, mark);
      cell += text.slice(at, end);
      cells.push(cell);
      at = end;
      if (text[at] !== mark) break;
      at++;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    if (at < text.length) {
      at++;
      line++;
    }
    if (cells.some((cell) => cell.trim() !== '')) yield { line: begin, cells };
  }
}

/** What stands in quotation marks from a place on, and where it ends; a doubled mark stands for one. */
function quotedAt(text: string, from: number): { readonly cell: string; readonly end: number } | undefined {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) return undefined;
    cell += text.slice(at, end);
    if (text[end + 1] !== '"') return { cell, end: end + 1 };
    cell += '"';
    at = end + 2;
  }
}

function nextOf(text: string, from: number, mark: string): number {
  let at = from;
  while (at < text.length && text[at] !== mark && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** The names in a cell: `['A', "B"]` as Python writes it, or separated by semicolons, strokes or line breaks, else by commas. */
export function namesIn(cell: string): readonly string[] {
  const text = cell.trim();
  const inner = /^\[(.*)\]$/s.exec(text)?.[1];
  const names = inner !== undefined ? [...inner.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].map(([, single, double]) => (single ?? double)!.replaceAll(/\\(.)/g, '$1'))
    : text.split(/[;|\n]/.test(text) ? /[;|\n]/ : ',');
  return names.map((name) => name.trim()).filter((name) => name !== '');
}
