import { Operation } from './cache.js';
import type { Kernel } from './kernel.js';
import { run } from './machine.js';
import { TRUE, type Node } from './types.js';

/** The connectives. */

/** Negation, as the difference from TRUE. */
export function not(k: Kernel, f: Node): Node {
  return f <= TRUE ? f ^ 1 : run(k, Operation.Xor, TRUE, f, 0);
}

/** Conjunction. */
export function and(k: Kernel, f: Node, g: Node): Node {
  return run(k, Operation.And, f, g, 0);
}

/** Disjunction. */
export function or(k: Kernel, f: Node, g: Node): Node {
  return run(k, Operation.Or, f, g, 0);
}

/** Exclusive disjunction: true where the two differ. */
export function xor(k: Kernel, f: Node, g: Node): Node {
  return run(k, Operation.Xor, f, g, 0);
}

/** If `f` then `g` else `h`. */
export function ite(k: Kernel, f: Node, g: Node, h: Node): Node {
  return run(k, Operation.Ite, f, g, h);
}

/**
 * Fold many operands as a balanced tree over their order of levels, so that neighbours meet first and intermediate
 * results stay small. Stops at the operation's absorbing value.
 */
export function fold(k: Kernel, nodes: Iterable<Node>, operation: typeof and, neutral: Node, absorbing: Node): Node {
  let row = [...new Set(nodes)].sort((a, b) => k.level(a) - k.level(b));
  if (row.includes(absorbing)) return absorbing;
  while (row.length > 1) {
    const next: Node[] = [];
    for (let i = 0; i < row.length; i += 2) {
      const r = i + 1 < row.length ? operation(k, row[i]!, row[i + 1]!) : row[i]!;
      if (r === absorbing) return absorbing;
      next.push(r);
    }
    row = next;
  }
  return row[0] ?? neutral;
}
