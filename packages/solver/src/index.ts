/**
 * Whether Boolean constraints hold together, and if not, why: a solver for propositional formulas, all minimal
 * unsatisfiable subsets and minimal correction sets, greatest weight. See README.md.
 */
export { Solver, type Answer, type Budget, type SolveOptions, type SolverStatistics } from './solver.js';
export type { Clause, Literal } from './literals.js';
export { atMost, Totalizer } from './cardinality.js';
export { Optimum, type Soft } from './optimum.js';
export { GroupOracle, type GroupProblem } from './groups.js';
export { readDimacs, type DimacsError, type DimacsResult } from './dimacs.js';
export { complement, grow, NONE, shrink, type Corrections, type Oracle, type Stopped, type Subset, type Verdict } from './oracle.js';
export { enumerate, Enumeration, type EnumerationOptions, type Found, type Outcome } from './marco.js';
export type { EnumerationState, Kind, Sets } from './known-sets.js';
export { minimalHittingSets } from './hitting-sets.js';
export { maximum, type Maximum, type MaximumOptions } from './maxsat.js';
