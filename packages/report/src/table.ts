/** Tables of text, set in columns. */
import { padded, width, wrapped } from './width.js';

/** A cell: its text, how it is painted once it is set, and whether it stands at the right of its column, as numbers do. */
export interface TableCell {
  readonly text: string;
  readonly paint?: (text: string) => string;
  readonly right?: boolean;
}

const GAP = '  ';

/** The widest line that a text cannot be broken below. */
const longestWord = (text: string): number => Math.max(0, ...text.split(/[\s\n]/).map(width));

/** The width that a text takes if nothing is broken but its own lines. */
const natural = (text: string): number => Math.max(0, ...text.split('\n').map(width));

/**
 * Widths for the columns of a table so that it fits into `columns`: each as wide as it likes if all fit, otherwise the widest give way
 * first. Undefined if some column would be narrower than `least` (or than it likes, if that is less): a table is then the wrong form.
 */
export function columnWidths(rows: readonly (readonly TableCell[])[], columns: number, least: number): readonly number[] | undefined {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const wanted = Array.from({ length: count }, (_, index) => Math.max(1, ...rows.map((row) => natural(row[index]?.text ?? ''))));
  const needed = wanted.map((wide, index) => Math.min(wide, Math.max(least, ...rows.map((row) => Math.min(24, longestWord(row[index]?.text ?? ''))))));
  const room = columns - GAP.length * (count - 1);
  if (needed.reduce((sum, each) => sum + each, 0) > room) return undefined;
  const widths = [...wanted];
  for (let over = widths.reduce((sum, each) => sum + each, 0) - room; over > 0; over--) {
    let widest = -1;
    for (let index = 0; index < count; index++) {
      if (widths[index]! > needed[index]! && (widest < 0 || widths[index]! > widths[widest]!)) widest = index;
    }
    widths[widest]!--;
  }
  return widths;
}

/** The rows set in columns of the given widths, every line behind `indent`. */
export function tableText(rows: readonly (readonly TableCell[])[], widths: readonly number[], indent = ''): string {
  return rows
    .flatMap((row) => {
      const cells = row.map((cell, index) => wrapped(cell.text, widths[index]!));
      const height = Math.max(1, ...cells.map((lines) => lines.length));
      return Array.from({ length: height }, (_, at) => {
        const parts = cells.map((lines, index) => {
          const text = lines[at] ?? '';
          const paint = row[index]!.paint ?? ((same: string) => same);
          // Padding stays unpainted, so that no colour runs past the text; the last column needs none behind it.
          const pad = padded(text, widths[index]!).slice(text.length);
          const painted = text === '' ? '' : paint(text);
          return row[index]!.right === true ? pad + painted : painted + (index === row.length - 1 ? '' : pad);
        });
        return (indent + parts.join(GAP)).trimEnd();
      });
    })
    .join('\n');
}
