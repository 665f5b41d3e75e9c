import type { Case, Id, IsoDate, PositionLine } from '@casus/model';
import { GroupOracle } from '@casus/solver';
import type { AgreeOptions } from './agree.js';
import { datesOf } from './dated.js';
import { asks } from './demands.js';
import { chosen, type LeftOut } from './lines.js';
import { list } from './listing.js';
import { Problem } from './problem.js';
import type { Conflict, Lines, Listing } from './result.js';
import { tableOf, type Table } from './table.js';

/** How things stand from a day on. */
export interface Stage {
  /** The first day; absent: before any dated line. */
  readonly date?: IsoDate;
  /** Lines that begin to count, and lines that no longer do, with the reason. */
  readonly came: Lines;
  readonly went: readonly LeftOut[];
  readonly demands: Lines;
  readonly possible: boolean | undefined;
  /** How many texts meet every demand; absent: too many and too different to be counted. */
  readonly acceptable?: bigint;
  readonly conflicts: Listing<Conflict>;
  /** The conflicts that were not there before, and those that are gone; not told where not all conflicts were listed. */
  readonly arose: readonly Conflict[];
  readonly ended: readonly Conflict[];
  /** Whether this day opened or closed the space of acceptable texts. */
  readonly change: 'opened' | 'closed' | 'none';
}

/** Positions over time. */
export interface Timeline {
  readonly table: Table;
  /** All lines that count at some time. */
  readonly lines: readonly PositionLine[];
  readonly stages: readonly Stage[];
}

/** How the space of agreement changed from day to day: a stage before any dated line, then one for each day on which a line begins or ends, or on which what the texts mean changes something. */
export function timeline(case_: Case, options: Omit<AgreeOptions, 'asOf' | 'state'> = {}): Timeline {
  const table = tableOf(case_, options.negotiation);
  const at = (asOf: IsoDate): ReturnType<typeof chosen> => chosen(case_, table, { ...options, asOf });
  const said = [...new Set(case_.positions.flatMap(({ from, until }) => [...(from === undefined ? [] : [from]), ...(until === undefined ? [] : [shifted(until, 1)])]))].sort();
  const [first] = said;
  const meant = first === undefined ? [] : datesOf(case_).flatMap((date) => [date, shifted(date, 1)]).filter((date) => date > first);
  const days: (IsoDate | undefined)[] = [undefined, ...[...new Set([...said, ...meant])].sort()];
  const lines = case_.positions.filter((line) => days.some((day) => at(day ?? BEFORE).lines.includes(line)));
  // What texts mean, or what points come to, may be another thing each day; then each day is laid out by itself.
  const byDay = datesOf(case_).length > 0 || lines.some(({ subject }) => subject.kind === 'points');
  const shared = byDay ? undefined : new Problem(case_, table, lines, {});
  const stages: Stage[] = [];
  for (const day of days) {
    if (options.stopped?.() === true) break;
    const chosenThen = at(day ?? BEFORE);
    const judgedOn = day ?? (first === undefined ? undefined : shifted(first, -1));
    const problem = shared ?? new Problem(case_, table, chosenThen.lines, judgedOn === undefined ? {} : { asOf: judgedOn });
    stages.push(stageOf(problem, chosenThen, day, stages.at(-1), options));
  }
  return { table, lines, stages: stages.filter(({ date, came, went, change, arose, ended }) => date === undefined || came.length + went.length + arose.length + ended.length > 0 || change !== 'none') };
}

/** Earlier than any day that is written. */
const BEFORE: IsoDate = '0000-01-01';

function stageOf(problem: Problem, { lines, left }: ReturnType<typeof chosen>, date: IsoDate | undefined, before: (Stage & { readonly all?: ReadonlySet<Id> }) | undefined, options: AgreeOptions): Stage & { readonly all: ReadonlySet<Id> } {
  const demands = problem.demands(lines);
  const all = new Set(lines.map(({ id }) => id));
  const verdict = new GroupOracle(problem.groups(demands)).check(demands.map((_, i) => i), options.stopped);
  const possible = verdict.satisfiable === 'unknown' ? undefined : verdict.satisfiable;
  const { conflicts } = list(problem, demands, options);
  const acceptable = possible === false ? 0n : problem.count(demands);
  const key = ({ lines: of }: Conflict): string => of.join('\n');
  const comparable = conflicts.complete && before?.conflicts.complete !== false;
  const [earlier, now] = [new Set(before?.conflicts.found.map(key)), new Set(conflicts.found.map(key))];
  return {
    ...(date === undefined ? {} : { date }),
    came: [...all].filter((id) => before?.all?.has(id) !== true),
    went: left.filter(({ line }) => before?.all?.has(line.id) === true),
    demands: lines.filter(asks).map(({ id }) => id),
    possible,
    ...(acceptable === undefined ? {} : { acceptable }),
    conflicts,
    arose: comparable ? conflicts.found.filter((one) => !earlier.has(key(one))) : [],
    ended: comparable ? (before?.conflicts.found.filter((one) => !now.has(key(one))) ?? []) : [],
    change: before?.possible === undefined || possible === undefined || before.possible === possible ? 'none' : possible ? 'opened' : 'closed',
    all,
  };
}

/** So many days later. */
function shifted(day: IsoDate, days: number): IsoDate {
  const other = new Date(`${day}T00:00:00Z`);
  other.setUTCDate(other.getUTCDate() + days);
  return other.toISOString().slice(0, 10);
}
