import type { Case, Id, PositionLine } from '@casus/model';
import { GroupOracle } from '@casus/solver';
import type { AgreeOptions } from './agree.js';
import { chosen } from './lines.js';
import { list } from './listing.js';
import { Problem } from './problem.js';
import type { Conflict, Lines, Listing } from './result.js';
import { tableOf } from './table.js';

/** Something that may be otherwise than it was taken to be. */
export type Doubt =
  /** The source is discounted: what only it (or what stands in it) supports falls. */
  | { readonly kind: 'source'; readonly source: Id; readonly lines: Lines }
  /** The position was inferred wrongly. */
  | { readonly kind: 'inferred'; readonly lines: Lines }
  /** The text is read in this way, and no deal may settle it otherwise. */
  | { readonly kind: 'reading'; readonly issue: Id; readonly option: Id };

/** What comes out under a doubt, where that differs. */
export interface Variation {
  readonly doubt: Doubt;
  readonly possible: boolean | undefined;
  /** How many texts meet every demand that is left; absent: too many and too different to be counted. */
  readonly acceptable?: bigint;
  readonly gone: readonly Conflict[];
  readonly arose: readonly Conflict[];
}

/** How far the results depend on a single source, inference or reading. */
export interface Robustness {
  readonly possible: boolean | undefined;
  readonly conflicts: Listing<Conflict>;
  /** The doubts under which something comes out differently; and how many were looked at. */
  readonly variations: readonly Variation[];
  readonly doubts: number;
  /** Whether every doubt was looked at, and all conflicts listed each time; where they were not, conflicts are not compared. */
  readonly complete: boolean;
}

/** Tries every source, inference and reading that the demands rest on, one after the other. */
export function robustness(case_: Case, options: AgreeOptions = {}): Robustness {
  const table = tableOf(case_, options.negotiation);
  const { lines } = chosen(case_, table, options);
  const base = new Problem(case_, table, lines, options);
  const { state: _state, ...listing } = options;
  const outcome = (problem: Problem, counted: readonly PositionLine[]): Omit<Variation, 'doubt' | 'gone' | 'arose'> & { readonly conflicts: Listing<Conflict> } => {
    const demands = problem.demands(counted);
    const verdict = new GroupOracle(problem.groups(demands)).check(demands.map((_, i) => i), options.stopped);
    const possible = verdict.satisfiable === 'unknown' ? undefined : verdict.satisfiable;
    const acceptable = possible === false ? 0n : problem.count(demands);
    return { possible, ...(acceptable === undefined ? {} : { acceptable }), conflicts: list(problem, demands, listing).conflicts };
  };
  const as = outcome(base, lines);
  const doubts = doubtsOf(case_, base, lines);
  const variations: Variation[] = [];
  let tried = 0;
  let complete = as.conflicts.complete;
  for (const doubt of doubts) {
    if (options.stopped?.() === true) {
      complete = false;
      break;
    }
    tried++;
    const left = doubt.kind === 'reading' ? lines : lines.filter(({ id }) => !doubt.lines.includes(id));
    // Without a line of `values` the points that demands ask for are others.
    const anew = lines.every((line) => line.verb !== 'values' || left.includes(line)) ? base : new Problem(case_, table, left, options);
    const problem = doubt.kind === 'reading' ? new Problem(case_, { ...table, options: [...table.options, doubt.option] }, lines, options) : anew;
    const { conflicts, ...now } = outcome(problem, left);
    const key = ({ lines: of }: Conflict): string => of.join('\n');
    const [before, after] = [new Set(as.conflicts.found.map(key)), new Set(conflicts.found.map(key))];
    const comparable = as.conflicts.complete && conflicts.complete;
    complete &&= comparable;
    const gone = comparable ? as.conflicts.found.filter((one) => !after.has(key(one))) : [];
    const arose = comparable ? conflicts.found.filter((one) => !before.has(key(one))) : [];
    if ((now.possible !== undefined && now.possible !== as.possible) || gone.length > 0 || arose.length > 0) variations.push({ doubt, ...now, gone, arose });
  }
  return { possible: as.possible, conflicts: as.conflicts, variations, doubts: tried, complete };
}

function doubtsOf(case_: Case, problem: Problem, lines: readonly PositionLine[]): readonly Doubt[] {
  // Points that a line gives count where a demand asks for them.
  const asked = new Set(lines.filter(({ subject }) => subject.kind === 'points').map(({ actor }) => actor));
  const counted = new Set(problem.demands(lines).map(({ line }) => line.id));
  const demands = lines.filter(({ id, verb, actor }) => counted.has(id) || (verb === 'values' && asked.has(actor)));
  const cited = [...new Set(demands.flatMap(({ provenance }) => provenance.cites.flatMap(({ source }) => containers(case_, source))))];
  const bySource = cited.flatMap((source): Doubt[] => {
    const fall = demands.filter(({ provenance }) => provenance.cites.length > 0 && provenance.cites.every((cite) => containers(case_, cite.source).includes(source)));
    return fall.length === 0 ? [] : [{ kind: 'source', source, lines: fall.map(({ id }) => id) }];
  });
  const inferred = demands.filter(({ provenance }) => provenance.status === 'inferred').map(({ id }): Doubt => ({ kind: 'inferred', lines: [id] }));
  const readings = problem.space.points.filter(({ kind }) => kind === 'reading').flatMap(({ id, options }) => options.map((option): Doubt => ({ kind: 'reading', issue: id, option: option.id })));
  return [...bySource, ...inferred, ...readings];
}

/** The source, what it stands in, and so on. */
function containers(case_: Case, source: Id): Id[] {
  const found: Id[] = [];
  for (let at: Id | undefined = source; at !== undefined && !found.includes(at); at = case_.sources.get(at)?.within) found.push(at);
  return found;
}
