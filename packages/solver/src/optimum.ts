import { Totalizer } from './cardinality.js';
import type { Literal } from './literals.js';
import type { Answer, Budget, Solver } from './solver.js';

/** A literal that should be true, and what it costs when it is not: a whole number from 0, of any size. */
export interface Soft {
  readonly literal: Literal;
  readonly weight: bigint;
}

/** A sum of which one more was allowed to be true with each core that it was part of. */
interface Counted {
  readonly sum: Totalizer;
  readonly bound: number;
}

/**
 * Finds a model in which the soft literals that are false weigh least.
 *
 * By unsatisfiable cores (OLL: Andres, Kaufmann, Matheis & Schaub, ICLP 2012; Morgado, Dodaro & Marques-Silva, CP 2014):
 * all soft literals are assumed; each core raises the bound by its least weight, which is taken off its literals, and
 * gives leave for one of them to be false. Weights are only compared and subtracted, so their size does not matter.
 *
 * Clauses may be added to the solver between calls: what was proved stays true, and the optimum can only rise.
 */
export class Optimum {
  /** What every model costs at least; the cost of the model when `next` has answered `satisfiable`. */
  cost = 0n;
  readonly #solver: Solver;
  /** What the falsity of each assumed literal still costs. */
  readonly #weights = new Map<Literal, bigint>();
  readonly #counted = new Map<Literal, Counted>();

  /** @throws RangeError when a weight is negative. */
  constructor(solver: Solver, soft: Iterable<Soft>) {
    this.#solver = solver;
    for (const { literal, weight } of soft) {
      if (weight < 0n) throw new RangeError(`a weight of ${weight}: weights are whole numbers from 0; for a negative one, negate the literal`);
      this.#add(literal, weight);
    }
  }

  /**
   * A model of least cost, to be read from the solver; `unsatisfiable` when there is no model at all.
   * After `unknown`, call again to go on.
   */
  next(budget: Budget = {}): Answer {
    for (;;) {
      const answer = this.#solver.solve([...this.#weights.keys()], budget);
      if (answer !== 'unsatisfiable') return answer;
      const core = this.#trimmed(this.#solver.core(), budget);
      if (core.length === 0) return 'unsatisfiable';
      this.#relax(core);
    }
  }

  /** A core that is assumed alone often gives a smaller one; literals without which it is one still are left out. */
  #trimmed(core: readonly Literal[], { stopped }: Budget): readonly Literal[] {
    let least = core;
    for (let i = 0; i < least.length && least.length > 1; ) {
      const rest = least.filter((_, j) => j !== i);
      const answer = this.#solver.solve(rest, { conflicts: CONFLICTS_TO_TRIM, ...(stopped && { stopped }) });
      if (answer === 'unsatisfiable') {
        const core = new Set(this.#solver.core());
        least = least.filter((literal) => core.has(literal));
        // Those before i are needed: a core without one of them would have been found.
      } else {
        i++;
      }
    }
    return least;
  }

  /** Allows one literal of the core to be false, at the least weight among them. */
  #relax(core: readonly Literal[]): void {
    const least = core.map((literal) => this.#weights.get(literal)!).reduce((a, b) => (b < a ? b : a));
    this.cost += least;
    for (const literal of core) {
      const rest = this.#weights.get(literal)! - least;
      if (rest === 0n) this.#weights.delete(literal);
      else this.#weights.set(literal, rest);
      const counted = this.#counted.get(literal);
      if (counted !== undefined) this.#count({ sum: counted.sum, bound: counted.bound + 1 }, least);
    }
    if (core.length === 1) this.#solver.addClause([-core[0]!]);
    else this.#count({ sum: new Totalizer(this.#solver, core.map((literal) => -literal)), bound: 1 }, least);
  }

  #count(counted: Counted, weight: bigint): void {
    const more = counted.sum.moreThan(counted.bound);
    if (more === undefined) return;
    this.#counted.set(-more, counted);
    this.#add(-more, weight);
  }

  /** A literal and its negation: one of them is false in any case, which costs the lesser weight. */
  #add(literal: Literal, weight: bigint): void {
    if (weight === 0n) return;
    const against = this.#weights.get(-literal) ?? 0n;
    const shared = against < weight ? against : weight;
    this.cost += shared;
    this.#set(-literal, against - shared);
    this.#set(literal, (this.#weights.get(literal) ?? 0n) + weight - shared);
  }

  #set(literal: Literal, weight: bigint): void {
    if (weight > 0n) this.#weights.set(literal, weight);
    else this.#weights.delete(literal);
  }
}

/** What it may cost to find a literal of a core superfluous. */
const CONFLICTS_TO_TRIM = 100;
