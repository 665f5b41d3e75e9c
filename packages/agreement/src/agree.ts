import type { Case, Id } from '@casus/model';
import { GroupOracle, type Stopped } from '@casus/solver';
import { commonGround, dealsOf } from './deals.js';
import { chosen, type Selection } from './lines.js';
import { list, type ListingOptions } from './listing.js';
import { coalitionsOf, moversOf, pairsOf, weightsOf } from './movers.js';
import { ordersOf } from './orders.js';
import { Problem } from './problem.js';
import type { Agreement } from './result.js';
import { tableOf } from './table.js';
import { warningsOf } from './warnings.js';

export interface AgreeOptions extends Selection, ListingOptions {
  /** Which of the case's negotiations; by default the first. */
  readonly negotiation?: Id;
  /** Asked while conflicts and concessions are listed: ends the listing, and nothing else; `stopped` ends all searches. */
  readonly enough?: Stopped;
}

/** So many coalitions are listed. */
const MOST_COALITIONS = 1_000;

/** Whether the parties of a negotiation can agree, and if not, why not and what would open a deal (docs/agreement.md). */
export function agree(case_: Case, options: AgreeOptions = {}): Agreement {
  const table = tableOf(case_, options.negotiation);
  const { lines } = chosen(case_, table, options);
  return agreeOn(case_, new Problem(case_, table, lines, options), options);
}

/** The same for a problem that is laid out already, with the lines that the selection chooses: those of the problem. */
export function agreeOn(case_: Case, problem: Problem, options: AgreeOptions): Agreement {
  const { table } = problem.space.layout;
  const { stopped, enough } = options;
  const { lines, left } = chosen(case_, table, options);
  const demands = problem.demands(lines);
  const oracle = new GroupOracle(problem.groups(demands));
  const warnings = warningsOf(case_, table, problem, lines, demands, oracle, stopped);
  const verdict = oracle.check(demands.map((_, i) => i), stopped);
  const { conflicts, concessions, state } = list(problem, demands, enough === undefined ? options : { ...options, stopped: () => stopped?.() === true || enough() });
  const all = problem.count([]);
  const acceptable = verdict.satisfiable === false ? 0n : problem.count(demands);
  return {
    table,
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    points: problem.space.points,
    lines,
    left,
    demands: demands.map(({ line }) => line.id),
    warnings,
    texts: { ...(all === undefined ? {} : { all }), ...(acceptable === undefined ? {} : { acceptable }) },
    // A rule that is not kept could only take texts away.
    possible: verdict.satisfiable === 'unknown' || (verdict.satisfiable && problem.rulesTooLarge.length > 0) ? undefined : verdict.satisfiable,
    conflicts,
    concessions,
    deals: dealsOf(problem, demands, concessions.found, stopped),
    ground: commonGround(problem, demands, concessions.found, stopped),
    weights: weightsOf(demands, conflicts.found, concessions.found),
    movers: moversOf(problem, demands, conflicts.found, concessions.found, stopped),
    pairs: pairsOf(conflicts.found),
    coalitions: coalitionsOf(problem, demands, MOST_COALITIONS, stopped),
    orders: ordersOf(lines),
    state,
  };
}
