import { and } from './connectives.js';
import { EMPTY_SET, Families, NO_SET, type Family } from './families.js';
import type { Kernel } from './kernel.js';
import { FALSE, TRUE, type Cube, type Node } from './types.js';

/**
 * All prime implicants of any function: the cubes that imply it and from which no literal can be dropped.
 *
 * Coudert, Madre, "Implicit and Incremental Computation of Primes and Essential Primes of Boolean Functions", DAC 1992:
 * those without the top variable are the primes of f0 ∧ f1; those with v negated are the primes of f0, and those with v
 * the primes of f1, that are not among the first.
 */

/** The prime implicants as a family: element 2·level is the negated variable of the level, 2·level+1 the plain one. */
export interface Primes {
  readonly families: Families;
  readonly family: Family;
  /** The variable of each level. */
  readonly names: readonly number[];
}

/** The family of prime implicants. */
export function primes(k: Kernel, f: Node): Primes {
  const families = new Families(2 * k.order.count);
  const known = new Map<Node, Family>([
    [FALSE, NO_SET],
    [TRUE, EMPTY_SET],
  ]);
  // A stack of its own instead of calls: a function waits on it until those that it is made from are known.
  const waiting = [f];
  for (let g = waiting.pop(); g !== undefined; g = waiting.pop()) {
    if (known.has(g)) continue;
    const low = k.low(g);
    const high = k.high(g);
    const both = and(k, low, high);
    const missing = [low, high, both].filter((part) => !known.has(part));
    if (missing.length > 0) {
      waiting.push(g, ...missing);
      continue;
    }
    const level = k.level(g);
    const either = known.get(both)!;
    const plain = families.make(2 * level + 1, either, families.difference(known.get(high)!, either));
    known.set(g, families.make(2 * level, plain, families.difference(known.get(low)!, either)));
  }
  return { families, family: known.get(f)!, names: k.order.list() };
}

/** The prime implicants as cubes, those with fewer literals first. */
export function* cubesOf({ families, family, names }: Primes): Generator<Cube, void, void> {
  for (const set of families.sets(family)) {
    const cube: Cube = new Map();
    for (const element of set) cube.set(names[element >> 1]!, (element & 1) === 1);
    yield cube;
  }
}
