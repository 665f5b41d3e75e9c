import type { Kernel } from './kernel.js';
import { snapshot } from './snapshot.js';
import { FALSE, type Cube, type Node, type Var } from './types.js';

/** A cheapest model. */
export interface Cheapest {
  /** The sum of the costs of the literals in `assignment`, in the unit of the costs. */
  readonly cost: number;
  /** The model, total over the variables of the costs and of the function's support. */
  readonly assignment: Cube;
}

/**
 * The least total cost of a model (a shortest path in the diagram; Knuth 4A, 7.1.4, algorithm B), and such a model.
 * Between equal costs a variable is false.
 *
 * @param costs for each variable the cost when false and when true, negative ones allowed; a variable of the
 * function that is absent costs nothing either way.
 * @returns undefined when the function has no model.
 * @throws RangeError for a cost that is not a finite number.
 */
export function cheapest(
  k: Kernel,
  f: Node,
  costs: ReadonlyMap<Var, readonly [whenFalse: number, whenTrue: number]>,
): Cheapest | undefined {
  for (const [v, pair] of costs) {
    k.order.check(v);
    if (!pair.every(Number.isFinite)) throw new RangeError(`the costs of variable ${v} must be finite numbers`);
  }
  if (f === FALSE) return undefined;
  const s = snapshot(k.table, [f]);
  // What a literal costs beyond the cheaper of the two: skipped variables then cost nothing, and nothing is negative.
  const excess = new Float64Array(s.size);
  excess[0] = Infinity;
  const takesHigh = new Uint8Array(s.size);
  for (let i = 2; i < s.size; i++) {
    const [no, yes] = costs.get(k.order.varAt[s.level[i]!]!) ?? [0, 0];
    const least = Math.min(no, yes);
    const low = no - least + excess[s.low[i]!]!;
    const high = yes - least + excess[s.high[i]!]!;
    takesHigh[i] = high < low ? 1 : 0;
    excess[i] = Math.min(low, high);
  }
  const assignment: Cube = new Map();
  for (const [v, [no, yes]] of costs) assignment.set(v, yes < no);
  for (let i = 2; i < s.size; i++) {
    const v = k.order.varAt[s.level[i]!]!;
    if (!assignment.has(v)) assignment.set(v, false);
  }
  for (let i = s.roots[0]!; i > 1; i = takesHigh[i] ? s.high[i]! : s.low[i]!) {
    assignment.set(k.order.varAt[s.level[i]!]!, takesHigh[i] === 1);
  }
  let cost = 0;
  for (const [v, value] of assignment) cost += costs.get(v)?.[value ? 1 : 0] ?? 0;
  return { cost, assignment };
}

/** The least number of true variables in a model; undefined when there is none. */
export function minimalSize(k: Kernel, f: Node): number | undefined {
  if (f === FALSE) return undefined;
  const s = snapshot(k.table, [f]);
  const least = new Float64Array(s.size);
  least[0] = Infinity;
  for (let i = 2; i < s.size; i++) least[i] = Math.min(least[s.low[i]!]!, 1 + least[s.high[i]!]!);
  return least[s.roots[0]!]!;
}
