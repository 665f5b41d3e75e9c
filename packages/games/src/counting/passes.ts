import type { Diagram } from '../mdd/build.js';
import type { Ref } from '../mdd/store.js';

/** What can be added and multiplied: counts, probabilities, polynomials. */
export interface Ring<T> {
  readonly zero: T;
  readonly one: T;
  readonly add: (a: T, b: T) => T;
  readonly multiply: (a: T, b: T) => T;
}

/**
 * Sums over all vectors of a diagram that hold, of the product of a weight for each level's edge (algebraic model counting: Kimmig, Van den Broeck & De
 * Raedt 2017), in total and with one level left open. One pass down, one up; a level that a path skips counts with all of its edges.
 */
export class Passes<T> {
  /** [level]: what reaches the level, by where it goes on: the weight of all ways there. */
  private readonly reached: readonly ReadonlyMap<Ref, T>[];
  /** [level]: what goes on from there holds with this weight. */
  private readonly ahead: readonly ReadonlyMap<Ref, T>[];

  constructor(private readonly diagram: Diagram, private readonly ring: Ring<T>, private readonly weights: readonly (readonly T[])[]) {
    this.reached = this.down();
    this.ahead = this.up();
  }

  /** The weight of all that holds. */
  get total(): T {
    return this.ahead[0]!.get(this.diagram.root)!;
  }

  /** [edge]: the weight of all that holds when the level's edge is given; the level's own weight is left out. */
  given(level: number): T[] {
    const { store } = this.diagram;
    const { zero, add, multiply } = this.ring;
    const found = this.weights[level]!.map(() => zero);
    let always = zero;
    for (const [ref, weight] of this.reached[level]!) {
      if (store.levelOf(ref) > level) always = add(always, multiply(weight, this.ahead[level + 1]!.get(ref)!));
      else for (let edge = 0; edge < found.length; edge++) found[edge] = add(found[edge]!, multiply(weight, this.ahead[level + 1]!.get(store.child(ref, level, edge))!));
    }
    return found.map((value) => add(value, always));
  }

  private down(): Map<Ref, T>[] {
    const { store, root } = this.diagram;
    const { one, add, multiply } = this.ring;
    const reached = [new Map([[root, one]])];
    this.weights.forEach((weights, level) => {
      const next = new Map<Ref, T>();
      const arrive = (ref: Ref, weight: T): void => {
        const before = next.get(ref);
        next.set(ref, before === undefined ? weight : add(before, weight));
      };
      const all = weights.reduce(add);
      for (const [ref, weight] of reached[level]!) {
        if (store.levelOf(ref) > level) arrive(ref, multiply(weight, all));
        else weights.forEach((edgeWeight, edge) => arrive(store.child(ref, level, edge), multiply(weight, edgeWeight)));
      }
      reached.push(next);
    });
    return reached;
  }

  private up(): Map<Ref, T>[] {
    const { store } = this.diagram;
    const { zero, one, add, multiply } = this.ring;
    const depth = this.weights.length;
    const ahead: Map<Ref, T>[] = Array.from({ length: depth + 1 }, () => new Map<Ref, T>());
    for (const ref of this.reached[depth]!.keys()) ahead[depth]!.set(ref, store.valueOf(ref) === 0 ? zero : one);
    for (let level = depth - 1; level >= 0; level--) {
      const weights = this.weights[level]!;
      const all = weights.reduce(add);
      for (const ref of this.reached[level]!.keys()) {
        ahead[level]!.set(ref, store.levelOf(ref) > level
          ? multiply(ahead[level + 1]!.get(ref)!, all)
          : weights.reduce((sum, weight, edge) => add(sum, multiply(ahead[level + 1]!.get(store.child(ref, level, edge))!, weight)), zero));
      }
    }
    return ahead;
  }
}
