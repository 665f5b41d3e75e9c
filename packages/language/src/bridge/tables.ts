import type { Actor, Id, IsoDate, Measure, Place, SetExpr } from '@casus/model';
import Papa from 'papaparse';
import type * as ast from '../generated/ast.js';
import { keywords } from '../keywords.js';
import { nearest } from '../nearest.js';
import { SOFT_KEYWORDS } from '../soft-keywords.js';
import type { TextFile } from '../load.js';
import type { Bridge, Site } from './context.js';
import { placeBetween, placeOf } from './places.js';
import { calendarDay, numberOf } from './quantities.js';

/** One line of a table of actors. */
export interface Row {
  readonly id: Id;
  /** Absent where the actor is declared elsewhere; its figures join it. */
  readonly actor?: Actor;
  readonly figures: ReadonlyMap<Id, Measure>;
  /** The actor, while it is a member. */
  readonly member: SetExpr;
  readonly place: Place;
}

/** What a column holds. */
type Holds = 'name' | 'label' | 'from' | 'until' | { readonly attribute: Id };

/** More rows than there are states and delegations; keeps a wrong file from filling the memory. */
const MOST_ROWS = 5000;

/**
 * The rows of a table of comma-separated values (RFC 4180; also by semicolons or tabs), whose first line names the columns: `name`, and where
 * they are there `label`, `from`, `until` and attributes; or the columns that the braces name. An actor that is declared with the same name or
 * title is that actor; other rows declare theirs, under the name with everything but letters and digits made a hyphen.
 */
export function rowsOf(b: Bridge, at: Site, node: ast.ActorTable, table: TextFile, labels: ReadonlyMap<string, Id>): Row[] {
  const lines = linesOf(b, table);
  const [header, ...body] = lines;
  const here = placeOf(at.file, node);
  if (header === undefined) {
    b.report('form/incomplete', here, `\`${node.path}\` is empty`, { help: 'its first line names the columns, the others hold one actor each' });
    return [];
  }
  const columns = columnsOf(b, at, node, table, header);
  const nameAt = columns.indexOf('name');
  if (nameAt < 0) {
    if (!node.columns.some(({ key }) => key === 'name')) b.report('form/incomplete', header.place, 'no column holds the names of the actors', { help: 'call it `name`, or say which it is: `{ name: "Country" }`' });
    return [];
  }
  if (body.length > MOST_ROWS) {
    b.report('form/limit', here, `\`${node.path}\` has ${body.length} rows; at most ${MOST_ROWS} are read`, { help: 'leave out the rows that no clause needs' });
    return [];
  }
  if (body.length === 0 && !table.text.trim().includes('\n')) b.report('form/incomplete', header.place, `\`${node.path}\` has a line of columns and no row below it`, { help: 'add a row for each actor' });
  const rows: Row[] = [];
  const seen = new Map<Id, Place>();
  for (const { cells, place } of body) {
    const title = (cells[nameAt] ?? '').trim();
    if (title === '') {
      b.report('form/incomplete', place, 'this row names no actor', { help: 'fill in its name, or delete the row' });
      continue;
    }
    if (!/[\p{L}\p{N}]/u.test(title)) {
      b.report('form/incomplete', place, `\`${title}\` has neither a letter nor a digit, and names no actor`, { help: 'fill in its name, or delete the row' });
      continue;
    }
    const filled = cells.length > columns.length && (cells.slice(columns.length).some((cell) => cell.trim() !== '') || misplaced(columns, cells));
    if (filled) {
      b.report('form/incomplete', place, `this row has ${cells.length} cells, and the table ${columns.length} columns`, { help: 'write numbers without marks between thousands, or put what contains the mark of the columns in quotation marks' });
      continue;
    }
    const row = rowOf(b, table, columns, cells, place, title, labels);
    if (row === undefined) continue;
    const earlier = seen.get(row.id);
    if (earlier !== undefined && row.member.kind === 'actor') b.report('form/duplicate-name', place, `\`${title}\` stands in the table already`, { causes: [{ message: 'first row', place: earlier }], help: 'keep one of the two rows' });
    seen.set(row.id, place);
    rows.push(row);
  }
  return rows;
}

/** Whether a cell of a row with too many holds what its column cannot: then a mark between the thousands has moved the cells, and the empty ones behind are no mere marks. */
function misplaced(columns: readonly (Holds | undefined)[], cells: readonly string[]): boolean {
  return columns.some((holds, i) => (holds === 'from' || holds === 'until') && (cells[i] ?? '').trim() !== '' && calendarDay(cells[i]!.trim()) !== undefined);
}

let noNames: ReadonlySet<string> | undefined;

/** Words of the language that no sentence takes for a name. */
const NO_NAMES = (): ReadonlySet<string> => (noNames ??= new Set(keywords().filter((word) => !SOFT_KEYWORDS.has(word))));

/** What a row says; nothing where its name is none. */
function rowOf(b: Bridge, table: TextFile, columns: readonly (Holds | undefined)[], cells: readonly string[], place: Place, title: string, labels: ReadonlyMap<string, Id>): Row | undefined {
  const name = title.normalize('NFC').replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/gu, '').replace(/^(?=\p{N})/u, 'n-');
  const known = b.names.table.get(title)?.kind === 'actor' ? title : (labels.get(title) ?? (b.names.table.get(name)?.kind === 'actor' ? name : undefined));
  if (known === undefined && NO_NAMES().has(name)) {
    b.report('form/incomplete', place, `\`${name}\` is a word of the language and cannot be a name, so that no sentence could name this actor`, { help: 'give the row another name in the column of names; the words themselves may stand in the column `label`' });
    return undefined;
  }
  const id = known ?? name;
  let label = title;
  let from: IsoDate | undefined;
  let until: IsoDate | undefined;
  const figures = new Map<Id, Measure>();
  columns.forEach((holds, i) => {
    const text = (cells[i] ?? '').trim();
    if (holds === undefined || holds === 'name' || text === '') return;
    if (holds === 'label') label = text;
    else if (holds === 'from' || holds === 'until') {
      const day = calendarDay(text) === undefined ? text : undefined;
      if (day === undefined) b.report('form/date', place, `\`${text}\` is no date`, { help: 'a date is year-month-day, such as 2004-05-01' });
      else if (holds === 'from') from = day;
      else until = day;
    } else {
      const digits = text.replaceAll(/[\s_\u00a0]/gu, '');
      if (!/^\d+(\.\d+)?$/u.test(digits)) b.report('form/incomplete', place, `\`${text}\` in the column of \`${holds.attribute}\` is no number`, { help: 'write digits, with a point before decimals and no other marks' });
      else {
        const unit = b.units.get(holds.attribute);
        figures.set(holds.attribute, { value: numberOf(digits), ...(unit === undefined ? {} : { unit }) });
      }
    }
  });
  if (from !== undefined && until !== undefined && from > until) b.report('form/date', place, `the membership ends on ${String(until)}, before it begins on ${String(from)}`, { help: 'swap the two dates, or correct one' });
  let actor: Actor | undefined;
  if (known === undefined) {
    const earlier = b.names.declare({ kind: 'actor', id, place });
    if (earlier !== undefined) b.report('form/duplicate-name', place, `the name \`${id}\` is taken already`, { causes: earlier.place === undefined ? [] : [{ message: 'declared first here', place: earlier.place }], help: 'give the row another name' });
    else actor = { id, name: id, label, place, provenance: { cites: [] }, attributes: new Map() };
  }
  const self: SetExpr = { kind: 'actor', id, place };
  const member: SetExpr = from === undefined && until === undefined ? self : { kind: 'during', set: self, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }), place };
  return { id, ...(actor === undefined ? {} : { actor }), figures, member, place };
}

/** What each column holds; those that nobody asked for hold nothing. */
function columnsOf(b: Bridge, at: Site, node: ast.ActorTable, table: TextFile, header: Line): (Holds | undefined)[] {
  const titles = header.cells.map((cell) => cell.trim());
  if (node.columns.length === 0) {
    return titles.map((title): Holds | undefined => {
      if (title === 'name' || title === 'label' || title === 'from' || title === 'until') return title;
      if (b.names.table.get(title)?.kind === 'attribute') return { attribute: title };
      b.report('form/unknown-name', header.place, `the column \`${title}\` is neither \`name\`, \`label\`, \`from\` or \`until\` nor a declared attribute`, {
        help: `declare \`attribute ${/^[\p{L}][\p{L}\p{N}_-]*$/u.test(title) ? title : '…'}\`, or say which columns to read: \`{ name: "…" }\``,
      });
      return undefined;
    });
  }
  const holds = new Array<Holds | undefined>(titles.length).fill(undefined);
  for (const column of node.columns) {
    const what: Holds | undefined = column.key === undefined
      ? ((attribute) => (attribute === undefined ? undefined : { attribute }))(b.resolve(at, column.attribute!, ['attribute']))
      : (column.key as 'name' | 'label' | 'from' | 'until');
    const i = titles.indexOf(column.header);
    if (i >= 0) holds[i] = what;
    else {
      const near = nearest(column.header, titles);
      b.report('form/unknown-name', placeOf(at.file, column), `\`${table.path}\` has no column “${column.header}”`, { help: near === undefined ? `it has ${titles.map((title) => `“${title}”`).join(', ')}` : `did you mean “${near}”?` });
    }
  }
  return holds;
}

interface Line {
  readonly cells: readonly string[];
  readonly place: Place;
}

/** Marks between the cells that are known; the first that stands in the first line more often than the others is meant. */
const DELIMITERS = [',', ';', '\t'];

/** The mark between the cells, by the first line that is not empty: what stands in quotation marks does not count. */
function delimiterOf(text: string): string {
  const header = (/^[^\S\r\n]*\S.*$/mu.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/gu, '');
  const count = (mark: string): number => header.split(mark).length;
  return DELIMITERS.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** What is wrong with the quotation marks of a row, by the name that the reader of tables gives to it. */
const QUOTES: Readonly<Record<string, readonly [message: string, help: string]>> = {
  MissingQuotes: ['a quotation mark in this row is never closed', 'close it, or leave it out'],
  InvalidQuotes: ['a quotation mark in this row closes in the middle of a cell', 'put the whole cell into quotation marks, and write a mark inside it twice: `""`'],
};

function linesOf(b: Bridge, { path, text }: TextFile): Line[] {
  const lines: Line[] = [];
  let start = 0;
  const body = text.replace(/^\uFEFF/u, '');
  const shift = text.length - body.length;
  Papa.parse<string[]>(body, {
    skipEmptyLines: false,
    delimiter: delimiterOf(body),
    step: ({ data, errors, meta }) => {
      const end = Math.min(meta.cursor, body.length);
      const last = body.slice(start, end).trimEnd().length + start;
      const place = placeBetween(path, text, start + shift, Math.max(last, start) + shift);
      const wrong = errors.flatMap(({ code }) => QUOTES[code] ?? []);
      if (wrong.length > 0) b.report('form/incomplete', place, wrong[0]!, { help: wrong[1] });
      else if (data.some((cell) => cell.trim() !== '')) lines.push({ cells: data, place });
      start = end;
    },
  });
  return lines;
}
