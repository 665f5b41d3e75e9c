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
  const { cover } = new Covers(k).between(f, f);
  const stack: { cover: Cover; literals: Literals | undefined }[] = [{ cover, literals: undefined }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { cover, literals } = top;
    if (cover === true) {
      const upwards: [Var, boolean][] = [];
      for (let l = literals; l !== undefined; l = l.before) upwards.push([l.v, l.value]);
      yield new Map(upwards.reverse());
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

/** Covers already found, by the bounds between which they lie. */
class Covers {
  readonly #known = new Map<number, Part>();

  constructor(readonly k: Kernel) {}

  /** A cover of some function between `lower` and `upper`; lower ≤ upper. */
  between(lower: Node, upper: Node): Part {
    // A stack of its own instead of calls: a pair of bounds waits on it until those that it is made from are known.
    const waiting: [Node, Node][] = [[lower, upper]];
    for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
      if (this.#get(...pair) === undefined) {
        const missing = this.#step(...pair);
        if (missing.length > 0) waiting.push(pair, ...missing);
      }
    }
    return this.#get(lower, upper)!;
  }

  #get(lower: Node, upper: Node): Part | undefined {
    if (lower === FALSE) return { node: FALSE, cover: false };
    if (upper === TRUE) return { node: TRUE, cover: true };
    return this.#known.get(lower * MAX_NODES + upper);
  }

  /** Find the cover of a pair, or tell which pairs have to be known before. */
  #step(lower: Node, upper: Node): [Node, Node][] {
    const { k } = this;
    const level = Math.min(k.level(lower), k.level(upper));
    const [l0, l1] = k.level(lower) === level ? [k.low(lower), k.high(lower)] : [lower, lower];
    const [u0, u1] = k.level(upper) === level ? [k.low(upper), k.high(upper)] : [upper, upper];
    const below: [Node, Node] = [and(k, l0, not(k, u1)), u0];
    const above: [Node, Node] = [and(k, l1, not(k, u0)), u1];
    const negated = this.#get(...below);
    const plain = this.#get(...above);
    if (negated === undefined) return plain === undefined ? [below, above] : [below];
    if (plain === undefined) return [above];
    const rest: [Node, Node] = [or(k, and(k, l0, not(k, negated.node)), and(k, l1, not(k, plain.node))), and(k, u0, u1)];
    const without = this.#get(...rest);
    if (without === undefined) return [rest];
    const node = k.make(level, or(k, without.node, negated.node), or(k, without.node, plain.node));
    const v = k.order.varAt[level]!;
    const cover: Cover = { v, without: without.cover, negated: negated.cover, plain: plain.cover };
    this.#known.set(lower * MAX_NODES + upper, { node, cover });
    return [];
  }
}
