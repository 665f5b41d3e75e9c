import { type Clause, encode, type Literal } from './literals.js';
import { complement, type Corrections, NONE, type Oracle, type Stopped, type Subset, type Verdict } from './oracle.js';
import { type Budget, Solver } from './solver.js';

/** Clauses that must hold, and numbered groups of clauses that should; the groups are the elements, from 0. */
export interface GroupProblem {
  /** Variables are 1 to this. */
  readonly variables: number;
  readonly hard: readonly Clause[];
  /** A group holds when all its clauses do. One without clauses always does. */
  readonly groups: readonly (readonly Clause[])[];
  /** What each group weighs: whole numbers from 0. Without them each weighs 1. */
  readonly weights?: readonly bigint[];
}

/** A solver with the clauses of a problem, and for each group a literal that makes its clauses hold when it is true. */
export interface Loaded {
  readonly solver: Solver;
  readonly selectors: readonly Literal[];
}

/**
 * Loads a problem. A group of one unit clause is selected by its literal; every other one by a variable of its own.
 * @throws RangeError when a literal has no variable.
 */
export function load({ variables, hard, groups }: GroupProblem): Loaded {
  const solver = new Solver();
  solver.newVariables(variables);
  for (const clause of hard) solver.addClause(clause);
  const selectors = groups.map((clauses) => {
    const only = clauses.length === 1 && clauses[0]!.length === 1 ? clauses[0]![0]! : undefined;
    return only ?? solver.newVariable(true);
  });
  groups.forEach((clauses, g) => {
    const selector = selectors[g]!;
    if (selector > variables) for (const clause of clauses) solver.addClause([...clause, -selector]);
  });
  solver.prefer(selectors);
  return { solver, selectors };
}

/** Groups of clauses as an oracle: the elements are the groups, the hard clauses always hold. */
export class GroupOracle implements Oracle {
  readonly size: number;
  readonly #problem: GroupProblem;
  readonly #solver: Solver;
  readonly #selectors: readonly Literal[];
  readonly #conflicts: { readonly conflicts?: number };
  /** Which element of the set that is asked about a literal selects. */
  readonly #owner: Int32Array;

  /**
   * @param budget a limit of conflicts for each check, beyond which the verdict is `unknown`
   * @throws RangeError when a literal has no variable.
   */
  constructor(problem: GroupProblem, budget: Pick<Budget, 'conflicts'> = {}) {
    this.size = problem.groups.length;
    this.#problem = problem;
    this.#conflicts = budget;
    ({ solver: this.#solver, selectors: this.#selectors } = load(problem));
    this.#owner = new Int32Array(2 * this.#solver.variables + 2);
  }

  check(set: Subset, stopped?: Stopped): Verdict {
    const verdict = this.#ask(set, false, stopped);
    return verdict ?? { satisfiable: true, satisfied: this.#satisfied() };
  }

  grow(set: Subset, stopped?: Stopped): Verdict {
    const verdict = this.#ask(set, true, stopped);
    return verdict ?? { satisfiable: true, satisfied: selected(this.#solver, this.#selectors) };
  }

  /** Each is the complement of what one model selects, as that is a largest set (see `preferred`); it is then excluded by a clause. */
  corrections(known: readonly Subset[]): Corrections {
    const { solver, selectors } = load(this.#problem);
    const exclude = (set: Subset): void => void solver.addClause(set.map((g) => selectors[g]!));
    known.forEach(exclude);
    return {
      next: (stopped) => {
        const answer = solver.solve([], { ...this.#conflicts, ...(stopped && { stopped }), preferred: true });
        if (answer === 'unknown') return UNKNOWN;
        if (answer === 'unsatisfiable') return NONE;
        const set = complement(selected(solver, selectors), this.size);
        exclude(set);
        return set;
      },
    };
  }

  /** The verdict unless it is satisfiable. */
  #ask(set: Subset, preferred: boolean, stopped: Stopped | undefined): Verdict | undefined {
    const assumed: Literal[] = [];
    for (const g of set) {
      const selector = this.#selectors[g]!;
      assumed.push(selector);
      this.#owner[encode(selector)] = g;
    }
    const answer = this.#solver.solve(assumed, { ...this.#conflicts, ...(stopped && { stopped }), preferred });
    if (answer === 'satisfiable') return undefined;
    if (answer === 'unknown') return UNKNOWN;
    const core = this.#solver.core().map((literal) => this.#owner[encode(literal)]!);
    return { satisfiable: false, core: core.sort((a, b) => a - b) };
  }

  /** The groups whose clauses the model makes true, whether they were asked for or not. */
  #satisfied(): number[] {
    const solver = this.#solver;
    const satisfied: number[] = [];
    this.#problem.groups.forEach((clauses, g) => {
      if (clauses.every((clause) => clause.some((literal) => solver.value(literal)))) satisfied.push(g);
    });
    return satisfied;
  }
}

const UNKNOWN = { satisfiable: 'unknown', reason: 'the solver was stopped before it knew' } as const;

function selected(solver: Solver, selectors: readonly Literal[]): number[] {
  const set: number[] = [];
  for (let g = 0; g < selectors.length; g++) if (solver.value(selectors[g]!)) set.push(g);
  return set;
}
