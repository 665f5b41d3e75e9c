import { increasing, leq } from './compare.js';
import { EMPTY_SET, NO_SET, type Families, type Family } from './families.js';
import type { Kernel } from './kernel.js';
import { reach } from './snapshot.js';
import { FALSE, TRUE, type Node, type Var } from './types.js';

/**
 * The minimal models of an increasing function: sets of variables that make it true and none of whose proper subsets
 * does. For a decision rule these are the minimal winning coalitions; for a system of parts, its minimal cut sets.
 *
 * Rauzy, "New Algorithms for Fault Trees Analysis", Reliability Engineering and System Safety 40, 1993: the minimal
 * models of f = (v, f1, f0) are those of f0, and those of f1 that are not models of f0, each with v. Because f0 ≤ f1, a
 * minimal model of f1 that is a model of f0 is a minimal model of f0: what has to be removed is a plain difference.
 */

/** The minimal models of one increasing function, with the variables that the family's elements stand for. */
export interface MinimalModels {
  readonly families: Families;
  readonly family: Family;
  /** The variable of each element of its sets. */
  readonly names: ReadonlyMap<number, Var>;
}

/** Whether the function is increasing in every variable. */
export function isIncreasing(k: Kernel, f: Node): boolean {
  return reach(k.table, [f]).every((n) => leq(k, k.low(n), k.high(n)));
}

/**
 * The family of minimal models.
 * @throws RangeError when the function is not increasing, naming a variable in which it is not.
 */
export function minimalModels(k: Kernel, f: Node, families: Families): MinimalModels {
  if (!isIncreasing(k, f)) {
    const levels = new Set(reach(k.table, [f]).map((n) => k.level(n)));
    const wrong = [...levels].find((level) => !increasing(k, f, level));
    throw new RangeError(
      `minimal models need an increasing function; this one is not increasing in variable ${k.order.varAt[wrong ?? 0]}`,
    );
  }
  const known = new Map<Node, Family>([
    [FALSE, NO_SET],
    [TRUE, EMPTY_SET],
  ]);
  const names = new Map<number, Var>();
  // Children first, so that nothing has to call itself.
  for (const n of reach(k.table, [f]).sort((a, b) => k.level(b) - k.level(a))) {
    const without = known.get(k.low(n))!;
    names.set(k.level(n), k.order.varAt[k.level(n)]!);
    known.set(n, families.make(k.level(n), without, families.difference(known.get(k.high(n))!, without)));
  }
  return { families, family: known.get(f)!, names };
}

/** The sets of a family as sets of variables, smaller ones first, then lexicographic by the order of levels. */
export function* setsOf({ families, family, names }: MinimalModels): Generator<Var[], void, void> {
  for (const set of families.sets(family)) yield set.map((element) => names.get(element)!);
}
