import type { Literal } from './literals.js';
import { complement, NONE, type Stopped, type Subset } from './oracle.js';
import { Optimum } from './optimum.js';
import { Solver } from './solver.js';

/** What is left of the power set after the sets found so far; an element is in a set when its variable is true. */
class Unexplored {
  protected readonly solver = new Solver();

  constructor(readonly size: number) {
    this.solver.newVariables(size);
  }

  /** Leaves out the supersets of a set. */
  notAll(set: Subset): void {
    this.solver.addClause(set.map((e) => -(e + 1)));
  }

  /** Leaves out the sets that have no element of this one. */
  some(set: Subset): void {
    this.solver.addClause(set.map((e) => e + 1));
  }

  protected model(): number[] {
    const set: number[] = [];
    for (let e = 0; e < this.size; e++) if (this.solver.value(e + 1)) set.push(e);
    return set;
  }
}

/** A set that is not explored yet; `NONE` when all are; undefined when the search was stopped. */
export type Seed = Subset | typeof NONE | undefined;

/**
 * The map of MARCO (Liffiton, Previti, Malik & Marques-Silva, "Fast, Flexible MUS Enumeration", Constraints 21, 2016): it
 * gives sets that hit every correction set known and hold no unsatisfiable subset known.
 */
export class PowerSetMap extends Unexplored {
  readonly #without: Literal[];
  readonly #within: Literal[];

  constructor(size: number) {
    super(size);
    this.#within = complement([], size).map((e) => e + 1);
    this.#without = this.#within.map((v) => -v);
  }

  /** A set that is explored without any one of its elements. */
  minimal(stopped?: Stopped): Seed {
    return this.#seed(this.#without, stopped);
  }

  /** A set that is explored with any one element more. */
  maximal(stopped?: Stopped): Seed {
    return this.#seed(this.#within, stopped);
  }

  #seed(preferred: readonly Literal[], stopped: Stopped | undefined): Seed {
    this.solver.prefer(preferred);
    const answer = this.solver.solve([], { preferred: true, ...(stopped && { stopped }) });
    return answer === 'satisfiable' ? this.model() : answer === 'unknown' ? undefined : NONE;
  }
}

/** The same, giving a set of least weight among all that are left. What it gives never weighs less than what it gave before. */
export class WeighedMap extends Unexplored {
  readonly #optimum: Optimum;

  constructor(size: number, weights?: readonly bigint[]) {
    super(size);
    this.#optimum = new Optimum(this.solver, complement([], size).map((e) => ({ literal: -(e + 1), weight: weights?.[e] ?? 1n })));
  }

  /** Undefined after so many conflicts as well; then call again to go on. */
  lightest(conflicts: number, stopped?: Stopped): Seed {
    const answer = this.#optimum.next({ conflicts, ...(stopped && { stopped }) });
    return answer === 'satisfiable' ? this.model() : answer === 'unknown' ? undefined : NONE;
  }
}
