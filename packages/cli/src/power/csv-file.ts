/** A body from a CSV file: one row a member, with its weight. */
import { parseRational, type Rational } from '@casus/games';
import { UsageError } from '../usage-error.js';
import { rowsOf } from '../votes/csv.js';

/** The members of a file and their figures. */
export interface CsvBody {
  readonly members: readonly string[];
  /** The columns of figures, in the order of the file. */
  readonly columns: readonly { readonly name: string; readonly values: readonly Rational[] }[];
}

/**
 * Reads a table with a head: the first column names the members, every other is a column of figures.
 * @throws UsageError naming the row (from 1, the head counted) and the column.
 */
export function csvBody(text: string, path: string): CsvBody {
  const [head, ...body] = rowsOf(text, path);
  if (head === undefined || head.cells.length < 2) throw new UsageError(`\`${path}\` needs a head with two columns or more: the members, and their weights`);
  const names = head.cells.map((cell) => cell.trim());
  if (body.length === 0) throw new UsageError(`\`${path}\` has a head and no members below it`);
  const seen = new Map<string, number>();
  const members: string[] = [];
  const values: Rational[][] = names.slice(1).map(() => []);
  for (const { cells, line } of body) {
    const where = `\`${path}\`, row ${line}`;
    if (cells.length !== names.length) throw new UsageError(`${where}: ${cells.length} cells where the head has ${names.length}`);
    const name = cells[0]!.trim();
    if (name === '') throw new UsageError(`${where}, column \`${names[0]!}\`: the name of the member is missing`);
    const before = seen.get(name);
    if (before !== undefined) throw new UsageError(`${where}: \`${name}\` is a member twice; it stands in row ${before} already`);
    seen.set(name, line);
    members.push(name);
    for (const [i, cell] of cells.slice(1).entries()) values[i]!.push(weightIn(cell, `${where}, column \`${names[i + 1]!}\``));
  }
  return { members, columns: values.map((own, i) => ({ name: names[i + 1]!, values: own })) };
}

function weightIn(cell: string, where: string): Rational {
  const text = cell.trim();
  if (text === '') throw new UsageError(`${where}: the weight is missing; write 0 for a member without one`);
  const value = parseRational(text);
  if (value === undefined) throw new UsageError(`${where}: \`${text}\` is no number; write 1200, 0.25 or 2/3, without separators`);
  if (value.num < 0n) throw new UsageError(`${where}: ${text} is negative; a weight is never`);
  return value;
}
