import { and, not, or } from './connectives.js';
import type { Kernel } from './kernel.js';
import { FALSE, MAX_NODES, TRUE, type Cube, type Node, type Var } from './types.js';

/**
 * Irredundant sums of products: a few cubes whose union is the function, none of which can be left out, each prime.
 *
 * Minato, "Fast Generation of Irredundant Sum-of-Products Forms from Binary Decision Diagrams", SASIMI 1992, after
 * Morreale 1970. The cubes are kept as a shared graph and spelled out only as they are asked for.
 */

/** Cubes: those without the variable, those with it negated, those with it plain. `true` is the empty cube alone. */
type Cover = false | true | { readonly v: Var; readonly without: Cover; readonly negated: Cover; readonly plain: Cover };

interface Part {
  /** The union of the cubes as a function. */
  readonly node: Node;
  readonly cover: Cover;
}

/** The cubes of an irredundant sum of products of `f`, lazily; disjointness is not promised. */
export function* isop(k: Kernel, f: Node): Generator<Cube, void, void> {
  const { cover } = between(k, f, f, new Map());
  const stack: { cover: Cover; literals: Literals | undefined }[] = [{ cover, literals: undefined }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { cover, literals } = top;
    if (cover === true) {
      const cube: Cube = new Map();
      for (let l = literals; l !== undefined; l = l.before) cube.set(l.v, l.value);
      yield cube;
    } else if (cover !== false) {
      stack.push({ cover: cover.plain, literals: { v: cover.v, value: true, before: literals } });
      stack.push({ cover: cover.negated, literals: { v: cover.v, value: false, before: literals } });
      stack.push({ cover: cover.without, literals });
    }
  }
}

interface Literals {
  readonly v: Var;
  readonly value: boolean;
  readonly before: Literals | undefined;
}

/** A cover of some function between `lower` and `upper`; lower ≤ upper. */
function between(k: Kernel, lower: Node, upper: Node, known: Map<number, Part>): Part {
  if (lower === FALSE) return { node: FALSE, cover: false };
  if (upper === TRUE) return { node: TRUE, cover: true };
  const key = lower * MAX_NODES + upper;
  const hit = known.get(key);
  if (hit !== undefined) return hit;
  const level = Math.min(k.level(lower), k.level(upper));
  const [l0, l1] = k.level(lower) === level ? [k.low(lower), k.high(lower)] : [lower, lower];
  const [u0, u1] = k.level(upper) === level ? [k.low(upper), k.high(upper)] : [upper, upper];
  const negated = between(k, and(k, l0, not(k, u1)), u0, known);
  const plain = between(k, and(k, l1, not(k, u0)), u1, known);
  const rest = or(k, and(k, l0, not(k, negated.node)), and(k, l1, not(k, plain.node)));
  const without = between(k, rest, and(k, u0, u1), known);
  const node = k.make(level, or(k, without.node, negated.node), or(k, without.node, plain.node));
  const v = k.order.varAt[level]!;
  const part: Part = { node, cover: { v, without: without.cover, negated: negated.cover, plain: plain.cover } };
  known.set(key, part);
  return part;
}
