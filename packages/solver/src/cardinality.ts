import type { Literal } from './literals.js';
import type { Solver } from './solver.js';

/** A node of the tree: outputs[i] is true when more than i of the inputs below are. */
interface Sum {
  readonly size: number;
  readonly outputs: Literal[];
  readonly left?: Sum;
  readonly right?: Sum;
}

/**
 * Counts true literals: a totalizer (Bailleux & Boufkhad, "Efficient CNF Encoding of Boolean Cardinality Constraints", CP
 * 2003) that is written only as far as it is asked for (Martins, Joshi, Manquinho & Lynce, CP 2014).
 *
 * Outputs follow from inputs and not the reverse, so an output may be assumed or made false, never true.
 */
export class Totalizer {
  readonly #solver: Solver;
  readonly #root: Sum;

  /** @throws RangeError when there is nothing to count. */
  constructor(solver: Solver, inputs: readonly Literal[]) {
    if (inputs.length === 0) throw new RangeError('a totalizer needs at least one literal to count');
    this.#solver = solver;
    this.#root = tree(inputs, 0, inputs.length);
  }

  /** How many literals are counted. */
  get size(): number {
    return this.#root.size;
  }

  /**
   * A literal whose negation says that at most k of the inputs are true; `undefined` when that is always so.
   * @param k a whole number from 0
   */
  moreThan(k: number): Literal | undefined {
    if (k >= this.size) return undefined;
    this.#extend(this.#root, k + 1);
    return this.#root.outputs[k]!;
  }

  /** Writes the clauses of the outputs of a node up to a bound. */
  #extend(node: Sum, bound: number): void {
    const { left, right, outputs } = node;
    const most = Math.min(node.size, bound);
    if (outputs.length >= most || left === undefined || right === undefined) return;
    this.#extend(left, most);
    this.#extend(right, most);
    for (let sum = outputs.length + 1; sum <= most; sum++) {
      const output = this.#solver.newVariable();
      outputs.push(output);
      for (let i = Math.max(0, sum - right.size); i <= Math.min(sum, left.size); i++) {
        const clause = [output];
        if (i > 0) clause.push(-left.outputs[i - 1]!);
        if (sum > i) clause.push(-right.outputs[sum - i - 1]!);
        this.#solver.addClause(clause);
      }
      // More than one more is more than one less; this makes propagation stronger.
      if (sum > 1) this.#solver.addClause([-output, outputs[sum - 2]!]);
    }
  }
}

function tree(inputs: readonly Literal[], from: number, to: number): Sum {
  if (to - from === 1) return { size: 1, outputs: [inputs[from]!] };
  const middle = (from + to) >> 1;
  return { size: to - from, outputs: [], left: tree(inputs, from, middle), right: tree(inputs, middle, to) };
}

/** Adds clauses so that at most k of the literals are true. With k below 0 the formula becomes contradictory. */
export function atMost(solver: Solver, literals: readonly Literal[], k: number): void {
  if (k < 0) solver.addClause([]);
  else if (literals.length > 0) {
    const more = new Totalizer(solver, literals).moreThan(k);
    if (more !== undefined) solver.addClause([-more]);
  }
}
