import { Operation } from './cache.js';
import type { Kernel } from './kernel.js';
import { run } from './machine.js';
import type { Node } from './types.js';

/**
 * Quantification over a set of variables, given as the conjunction of them (`Kernel.variableSet`), so that results can
 * be remembered across calls (Bryant 1986; the relational product after Burch, Clarke, Long, VLSI 1991).
 */

/** Some values of the variables make `f` true. */
export function exists(k: Kernel, f: Node, set: Node): Node {
  return run(k, Operation.Exists, f, set, 0);
}

/** All values of the variables make `f` true. */
export function forall(k: Kernel, f: Node, set: Node): Node {
  return run(k, Operation.Forall, f, set, 0);
}

/** `exists(and(f, g), set)` without building the conjunction. */
export function andExists(k: Kernel, f: Node, g: Node, set: Node): Node {
  return run(k, Operation.AndExists, f, g, set);
}
