import { type GroupProblem, load } from './groups.js';
import type { Literal } from './literals.js';
import { complement, type Stopped, type Subset } from './oracle.js';
import { Optimum } from './optimum.js';

/** What to look for, and how far. */
export interface MaximumOptions {
  /** How many correction sets of least weight to list: all without it, 0 for the weight alone. */
  readonly limit?: number;
  /** Asked from time to time. */
  readonly stopped?: Stopped;
}

/** The groups of greatest weight that can be satisfied together. */
export type Maximum =
  | {
      readonly answer: 'optimal';
      /** The greatest weight that can be satisfied, and what is given up for it: exact. */
      readonly satisfied: bigint;
      readonly cost: bigint;
      /** The minimal correction sets of that cost, each once. */
      readonly corrections: readonly Subset[];
      /** Whether these are all. */
      readonly complete: boolean;
    }
  /** The hard clauses contradict each other. */
  | { readonly answer: 'unsatisfiable' }
  /** Stopped before the optimum was found; no solution costs less than `costAtLeast`. */
  | { readonly answer: 'unknown'; readonly costAtLeast: bigint };

/**
 * Weighted partial MaxSAT over groups, with all optimal correction sets. A group that weighs nothing is satisfied where it
 * costs nothing to do so.
 * @throws RangeError when there are weights, but not one of at least 0 for each group, or when a literal has no variable.
 */
export function maximum(problem: GroupProblem, { limit = Infinity, stopped }: MaximumOptions = {}): Maximum {
  const size = problem.groups.length;
  const weights = problem.weights ?? problem.groups.map(() => 1n);
  if (weights.length !== size) throw new RangeError(`there are ${size} groups and ${weights.length} weights; each group needs one`);
  const { solver, selectors } = load(problem);
  const optimum = new Optimum(solver, selectors.map((literal, g) => ({ literal, weight: weights[g]! })));
  const total = weights.reduce((sum, w) => sum + w, 0n);
  const corrections: Subset[] = [];
  let cost: bigint | undefined;
  const found = (complete: boolean): Maximum => ({ answer: 'optimal', satisfied: total - cost!, cost: cost!, corrections, complete });
  for (;;) {
    const answer = optimum.next(stopped && { stopped });
    if (answer === 'unknown') return cost === undefined ? { answer, costAtLeast: optimum.cost } : found(false);
    if (answer === 'unsatisfiable') return cost === undefined ? { answer } : found(true);
    cost ??= optimum.cost;
    if (optimum.cost > cost) return found(true);
    if (corrections.length >= limit) return found(false);
    const kept: Literal[] = selectors.filter((selector) => solver.value(selector));
    if (solver.solve(kept, { preferred: true, ...(stopped && { stopped }) }) !== 'satisfiable') return found(false);
    const set = complement([...selectors.keys()].filter((g) => solver.value(selectors[g]!)), size);
    corrections.push(set);
    solver.addClause(set.map((g) => selectors[g]!));
  }
}
