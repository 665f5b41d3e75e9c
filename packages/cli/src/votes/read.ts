/** A record of votes, read vote by vote. */
import type { NameBook, RecordedBallot, RecordedVote } from '@casus/analysis';
import type { Ballot } from '@casus/games';
import { UsageError } from '../usage-error.js';
import { namesIn, rowsOf, type CsvRow } from './csv.js';
import { layoutOf, type ColumnOptions, type Layout } from './layout.js';
import { ballotOf, BALLOTS_SAID, daysOf, needsOrder, outcomeOf } from './words.js';

export interface ReadOptions extends ColumnOptions {
  /** The outcome of all votes, where no column says it. */
  readonly all?: 'adopted' | 'rejected';
  /** The full name of a matter as a cell names it. */
  readonly matterOf: (written: string) => string;
  readonly names: NameBook;
}

/** So many rows are looked at to tell the columns of ballots from others. */
const SAMPLE = 200;

/** Reads the votes of a table one by one. @throws UsageError at the first row that cannot be read, naming line and column. */
export function* votesIn(text: string, path: string, options: ReadOptions): Generator<RecordedVote> {
  const rows = rowsOf(text, path);
  const header = rows.next().value as CsvRow | undefined;
  if (header === undefined) throw new UsageError(`\`${path}\` is empty; its first line names the columns`);
  const sample = [...firstOf(rowsOf(text, path), SAMPLE + 1)].slice(1);
  if (sample.length === 0) throw new UsageError(`\`${path}\` has a line of columns and no vote below it`);
  const layout = layoutOf(header.cells, sample, options, options.names, path);
  const reader = new Reader(layout, path, options);
  if (layout.kind !== 'long') {
    for (const row of rows) yield reader.vote(row, layout.kind === 'wide' ? reader.wide(row, layout) : reader.lists(row, layout));
    return;
  }
  yield* long(rows, layout, reader, path);
}

/** Rows of one vote stand together. */
function* long(rows: Iterable<CsvRow>, layout: Extract<Layout, { kind: 'long' }>, reader: Reader, path: string): Generator<RecordedVote> {
  const done = new Set<string>();
  let vote: RecordedVote | undefined;
  let ballots: RecordedBallot[] = [];
  for (const row of rows) {
    const head = reader.vote(row, []);
    const key = head.name;
    if (vote?.name !== key) {
      if (vote !== undefined) yield { ...vote, ballots };
      if (done.has(key)) throw new UsageError(`\`${path}\`, line ${row.line}: more ballots of \`${key}\`, after those of other votes; sort the rows by vote`);
      done.add(key);
      [vote, ballots] = [head, []];
    } else if (vote.adopted !== head.adopted || String(vote.date) !== String(head.date)) {
      throw new UsageError(`\`${path}\`, line ${row.line}: \`${key}\` has another ${vote.adopted === head.adopted ? 'date' : 'outcome'} here than on line ${vote.line}`);
    }
    reader.add(ballots, row, layout.member, reader.cell(row, layout.member), reader.ballot(row, layout.ballot));
  }
  if (vote !== undefined) yield { ...vote, ballots };
}

function* firstOf<T>(values: Iterable<T>, most: number): Generator<T> {
  let count = 0;
  for (const value of values) {
    if (count++ >= most) return;
    yield value;
  }
}

class Reader {
  constructor(readonly layout: Layout, readonly path: string, readonly options: ReadOptions) {}

  cell({ cells }: CsvRow, at: number): string {
    return (cells[at] ?? '').trim();
  }

  #wrong({ line }: CsvRow, column: number | undefined, message: string): never {
    throw new UsageError(`\`${this.path}\`, line ${line}${column === undefined ? '' : `, column \`${this.layout.header[column]!}\``}: ${message}`);
  }

  /** Name, date and outcome of the vote that a row is of. */
  vote(row: CsvRow, ballots: readonly RecordedBallot[]): RecordedVote {
    const { vote, date, matter, header } = this.layout;
    if (row.cells.length > header.length && row.cells.slice(header.length).some((cell) => cell.trim() !== '')) {
      this.#wrong(row, undefined, `${row.cells.length} cells, and the table has ${header.length} columns; put what contains the mark between columns in quotation marks`);
    }
    const name = vote.map((at) => this.cell(row, at)).find((text) => text !== '') ?? `line ${row.line}`;
    const days = date === undefined ? undefined : this.#days(row, date);
    const concerns = matter === undefined ? '' : this.cell(row, matter);
    return {
      name, line: row.line, ...(days === undefined ? {} : { date: days }), ...(concerns === '' ? {} : { matter: this.options.matterOf(concerns) }), ballots, adopted: this.#adopted(row),
    };
  }

  #days(row: CsvRow, at: number): readonly [string, string] {
    const text = this.cell(row, at);
    const days = daysOf(text, this.options.dates);
    if (days !== undefined) return days;
    if (text === '') return this.#wrong(row, at, 'the date is missing; the rule that was valid depends on it');
    return this.#wrong(row, at, needsOrder(text) ? `\`${text}\`: ${this.options.dates === undefined ? 'say which number is the day with `--dates day-first` or `--dates month-first`' : 'no such day; is the order of `--dates` right?'}` : `\`${text}\` is no date; write 2022-03-15, or a year`);
  }

  #adopted(row: CsvRow): boolean {
    const { all } = this.options;
    if (all !== undefined) return all === 'adopted';
    const { outcome } = this.layout;
    if (outcome === undefined) throw new UsageError(`\`${this.path}\` has no column \`outcome\`; name it with \`--outcome COLUMN\`, or say \`--all adopted\` or \`--all rejected\``);
    const text = this.cell(row, outcome);
    return outcomeOf(text) ?? this.#wrong(row, outcome, text === '' ? 'the outcome is missing' : `\`${text}\` is no outcome; write adopted or rejected`);
  }

  ballot(row: CsvRow, at: number): Ballot | undefined {
    const text = this.cell(row, at);
    return text === '' ? undefined : (ballotOf(text) ?? this.#wrong(row, at, `\`${text}\` is no ballot; write ${BALLOTS_SAID}`));
  }

  /** Adds a ballot, if it is known; nobody votes twice. */
  add(ballots: RecordedBallot[], row: CsvRow, at: number, written: string, ballot: Ballot | undefined): void {
    if (written === '') this.#wrong(row, at, 'the member is missing');
    if (ballot === undefined) return;
    const member = this.options.names.meaning(written);
    if (ballots.some((other) => other.member === member)) this.#wrong(row, at, `\`${written}\` has voted already in this vote`);
    ballots.push({ member, ballot });
  }

  wide(row: CsvRow, { members, header }: Extract<Layout, { kind: 'wide' }>): readonly RecordedBallot[] {
    const ballots: RecordedBallot[] = [];
    for (const at of members) this.add(ballots, row, at, header[at]!, this.ballot(row, at));
    return ballots;
  }

  /** Who is listed as a member and on none of the lists took no part. */
  lists(row: CsvRow, { lists, present }: Extract<Layout, { kind: 'lists' }>): readonly RecordedBallot[] {
    const ballots: RecordedBallot[] = [];
    for (const [ballot, columns] of Object.entries(lists) as [Ballot, readonly number[]][]) {
      for (const at of columns) for (const name of namesIn(this.cell(row, at))) this.add(ballots, row, at, name, ballot);
    }
    const cast = new Set(ballots.map(({ member }) => member));
    const members = present.flatMap((at) => namesIn(this.cell(row, at))).map((name) => this.options.names.meaning(name));
    const strangers = members.length === 0 ? [] : [...cast].filter((member) => !members.includes(member));
    if (strangers.length > 0) this.#wrong(row, present[0], `\`${strangers[0]!}\` votes, and is not listed as a member; if it is called otherwise here, say so in a table of names (\`--names\`)`);
    for (const member of new Set(members)) if (!cast.has(member)) ballots.push({ member, ballot: 'absent' });
    return ballots;
  }
}
