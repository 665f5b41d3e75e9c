import type { Kernel } from './kernel.js';
import { positions, snapshot, universe, type Snapshot } from './snapshot.js';
import type { Node, Var } from './types.js';

/** Counting models, plainly and with weights (Knuth 4A, 7.1.4, algorithm C; Bryant 1986, "Satisfy-count"). */

/**
 * A commutative semiring: what is needed to sum, over all models, the product of their variables' weights.
 * Numbers, exact rationals, polynomials (which count by size) and pairs of these are all instances.
 */
export interface Semiring<T> {
  /** The neutral element of `add`; absorbs under `multiply`. */
  readonly zero: T;
  /** The neutral element of `multiply`. */
  readonly one: T;
  add(a: T, b: T): T;
  multiply(a: T, b: T): T;
}

/** The floating-point numbers. Rounds as they do. */
export const NUMBERS: Semiring<number> = { zero: 0, one: 1, add: (a, b) => a + b, multiply: (a, b) => a * b };

/** The integers, exactly. */
export const INTEGERS: Semiring<bigint> = { zero: 0n, one: 1n, add: (a, b) => a + b, multiply: (a, b) => a * b };

/** Polynomials with integer coefficients, the coefficient of x^i at index i, no zeros at the end. */
export const POLYNOMIALS: Semiring<readonly bigint[]> = {
  zero: [],
  one: [1n],
  add(a, b) {
    if (a.length < b.length) [a, b] = [b, a];
    const sum = [...a];
    b.forEach((c, i) => (sum[i] = sum[i]! + c));
    while (sum.length > 0 && sum[sum.length - 1] === 0n) sum.pop();
    return sum;
  },
  multiply(a, b) {
    if (a.length === 0 || b.length === 0) return [];
    const product = new Array<bigint>(a.length + b.length - 1).fill(0n);
    a.forEach((x, i) => b.forEach((y, j) => (product[i + j] = product[i + j]! + x * y)));
    return product;
  },
};

/**
 * The number of models over exactly these variables.
 * @throws RangeError when the function depends on a variable that is not among them.
 */
export function count(k: Kernel, f: Node, vars: Iterable<Var>): bigint {
  const levels = universe(k, f, vars);
  const s = snapshot(k.table, [f]);
  const at = positions(s, levels);
  // Up to 53 variables every partial count is an integer that a float holds exactly.
  return levels.length <= 53 ? BigInt(countSmall(s, at)) : countLarge(s, at);
}

function countSmall(s: Snapshot, at: Int32Array): number {
  const models = new Float64Array(s.size);
  models[1] = 1;
  for (let i = 2; i < s.size; i++) {
    const below = at[i]! + 1;
    const low = s.low[i]!;
    const high = s.high[i]!;
    models[i] = models[low]! * 2 ** (at[low]! - below) + models[high]! * 2 ** (at[high]! - below);
  }
  const root = s.roots[0]!;
  return models[root]! * 2 ** at[root]!;
}

function countLarge(s: Snapshot, at: Int32Array): bigint {
  const models: bigint[] = [0n, 1n];
  for (let i = 2; i < s.size; i++) {
    const below = at[i]! + 1;
    const low = s.low[i]!;
    const high = s.high[i]!;
    models.push((models[low]! << BigInt(at[low]! - below)) + (models[high]! << BigInt(at[high]! - below)));
  }
  const root = s.roots[0]!;
  return models[root]! << BigInt(at[root]!);
}

/**
 * The sum over all models of the product of the weights of their literals.
 *
 * @param weights for every variable of the universe, its weight when false and when true. The keys are the universe:
 * a variable on which `f` does not depend contributes the sum of its two weights.
 * @throws RangeError when the function depends on a variable without weights.
 */
export function weightedCount<T>(
  k: Kernel,
  f: Node,
  weights: ReadonlyMap<Var, readonly [whenFalse: T, whenTrue: T]>,
  ring: Semiring<T>,
): T {
  const levels = universe(k, f, weights.keys());
  const s = snapshot(k.table, [f]);
  const at = positions(s, levels);
  const pairs = Array.from(levels, (level) => weights.get(k.order.varAt[level]!)!);
  const either = pairs.map(([no, yes]) => ring.add(no, yes));
  const gap = gaps(either, ring);
  const total: T[] = [ring.zero, ring.one];
  for (let i = 2; i < s.size; i++) {
    const [no, yes] = pairs[at[i]!]!;
    const below = at[i]! + 1;
    const low = s.low[i]!;
    const high = s.high[i]!;
    total.push(
      ring.add(
        ring.multiply(no, ring.multiply(gap(below, at[low]!), total[low]!)),
        ring.multiply(yes, ring.multiply(gap(below, at[high]!), total[high]!)),
      ),
    );
  }
  const root = s.roots[0]!;
  return ring.multiply(gap(0, at[root]!), total[root]!);
}

/** The product of the variables skipped between two positions; each stretch is multiplied out once. */
function gaps<T>(either: readonly T[], ring: Semiring<T>): (from: number, to: number) => T {
  const known = new Map<number, T>();
  return (from, to) => {
    if (from >= to) return ring.one;
    const key = from * (either.length + 1) + to;
    let product = known.get(key);
    if (product === undefined) {
      product = either.slice(from, to).reduce((a, b) => ring.multiply(a, b), ring.one);
      known.set(key, product);
    }
    return product;
  };
}

/**
 * The number of models by the number of true variables: index i holds those with exactly i; as many entries as there
 * are variables, plus one.
 * @throws RangeError when the function depends on a variable that is not among them.
 */
export function countBySize(k: Kernel, f: Node, vars: Iterable<Var>): bigint[] {
  const weights = new Map<Var, readonly [readonly bigint[], readonly bigint[]]>();
  for (const v of vars) weights.set(v, [[1n], [0n, 1n]]);
  const coefficients = weightedCount(k, f, weights, POLYNOMIALS);
  return Array.from({ length: weights.size + 1 }, (_, i) => coefficients[i] ?? 0n);
}
